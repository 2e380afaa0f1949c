extension Expression {
  /// The most levels that an expression may have; more than any that a person writes.
  public static let maximumHeight = 200

  /// Reads a condition, as in a rule, `where` or `assert`.
  ///
  /// - Parameter variables: what `$name` stands for; `nil` where there are no variables.
  public init(
    condition text: String, variables: [String: Variable]? = nil
  ) throws(ExpressionProblem) {
    let expression = try Parser.parse(text, variables)
    guard expression.isCondition else {
      throw ExpressionProblem(.valueAsCondition, at: expression.range)
    }
    self = expression
  }

  /// Reads a figure or a text, as in `define` or the formula of a derived indicator.
  ///
  /// - Parameter variables: what `$name` stands for; `nil` where there are no variables.
  public init(
    value text: String, variables: [String: Variable]? = nil
  ) throws(ExpressionProblem) {
    let expression = try Parser.parse(text, variables)
    guard !expression.isCondition else {
      throw ExpressionProblem(.conditionAsValue, at: expression.range)
    }
    self = expression
  }
}
