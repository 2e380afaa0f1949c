extension Expression {
  /// The condition with other values on the sides of its `=` and `<>`, wherever they stand between
  /// `not`, `and`, `or` and `implies`.
  ///
  /// - Parameter change: takes one side, and the side that it is compared with.
  public func changingComparands<Failure: Error>(
    _ change: (_ value: Expression, _ other: Expression) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    switch node {
    case .comparison(let comparison, let left, let right)
    where comparison == .equal || comparison == .notEqual:
      let (newLeft, newRight) = (try change(left, right), try change(right, left))
      return Expression(.comparison(comparison, newLeft, newRight), at: range)
    case .not(let operand):
      return Expression(.not(try operand.changingComparands(change)), at: range)
    case .connective(let connective, let left, let right):
      let (newLeft, newRight) = (
        try left.changingComparands(change), try right.changingComparands(change)
      )
      return Expression(.connective(connective, newLeft, newRight), at: range)
    case .comparison, .number, .text, .name, .sum, .minus, .arithmetic, .test:
      return self
    }
  }
}
