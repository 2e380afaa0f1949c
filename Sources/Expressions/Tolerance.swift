import ReportModel

extension Expression {
  /// The same condition with room in its comparisons: both sides count as equal where they differ by
  /// no more than the tolerance, and an order may be missed by as much.
  ///
  /// - Parameter tolerance: not negative, in the unit of the figures.
  public func tolerating(_ tolerance: Quantity) -> Expression {
    guard tolerance != .zero else { return self }
    func within(_ comparison: Comparison, _ left: Expression, _ right: Expression) -> Expression {
      let difference = Expression(.arithmetic(.subtract, left, right), at: range)
      return Expression(
        .comparison(comparison, difference, Expression(.number(tolerance), at: range)), at: range)
    }
    func both(_ connective: Connective, _ comparison: Comparison, _ pair: (Expression, Expression))
      -> Expression
    {
      Expression(
        .connective(
          connective, within(comparison, pair.0, pair.1), within(comparison, pair.1, pair.0)),
        at: range)
    }
    switch node {
    case .comparison(let comparison, let left, let right):
      switch comparison {
      case .equal: return both(.and, .atMost, (left, right))
      case .notEqual: return both(.or, .greater, (left, right))
      case .less, .atMost: return within(comparison, left, right)
      case .greater: return within(.less, right, left)
      case .atLeast: return within(.atMost, right, left)
      }
    case .not(let operand):
      return Expression(.not(operand.tolerating(tolerance)), at: range)
    case .connective(let connective, let left, let right):
      return Expression(
        .connective(connective, left.tolerating(tolerance), right.tolerating(tolerance)), at: range)
    case .number, .text, .name, .sum, .minus, .arithmetic, .test:
      return self
    }
  }
}
