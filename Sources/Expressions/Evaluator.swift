import ReportModel

/// Works out expressions on figures of which some may not have been read.
///
/// All arithmetic is exact but division, which keeps `Expression.quotientDigits` digits after the
/// point; where such a quotient is compared, it counts as known to that precision only, and a
/// comparison that turns on less is undecided. What rests on unread figures is given as bounds; they are exact for linear expressions
/// and never too narrow for others.
public struct Evaluator<Source: FigureSource> {
  /// Where names get their figures.
  public let source: Source

  /// An evaluator of expressions whose names the source knows.
  public init(_ source: Source) {
    self.source = source
  }

  /// How a quotient that is no exact decimal counts.
  private enum Quotients {
    /// As the nearest decimal, which is what a reader wants to see.
    case rounded
    /// As something within the bounds of its rounding: no comparison turns on a digit that was
    /// rounded away.
    case bounded
  }

  /// The value of an expression that is no condition.
  public func value(of expression: Expression) throws(EvaluationProblem) -> Figure {
    try narrowValue(of: expression, .rounded)
  }

  /// Whether a condition holds.
  public func truth(of condition: Expression) throws(EvaluationProblem) -> Truth {
    switch condition.node {
    case .comparison(let comparison, let left, let right):
      return try truth(comparison, left, right, at: condition.range)
    case .test(let test, let names):
      do {
        var all = Truth.holds
        for (name, _) in names.flatMap(\.names) { all = all.and(try source.truth(of: test, name)) }
        return all
      } catch {
        throw EvaluationProblem(error, at: condition.range)
      }
    case .not(let operand):
      return try truth(of: operand).negated
    case .connective(let connective, let left, let right):
      return connective.truth(try truth(of: left), try truth(of: right))
    case .number, .text, .name, .sum, .minus, .arithmetic:
      throw EvaluationProblem(.valueAsCondition, at: condition.range)
    }
  }

  private func truth(
    _ comparison: Comparison, _ left: Expression, _ right: Expression, at range: SourceRange
  ) throws(EvaluationProblem) -> Truth {
    let leftValue = try plainValue(of: left, .bounded)
    let rightValue = try plainValue(of: right, .bounded)
    switch (leftValue, rightValue) {
    case (.missing, _), (_, .missing):
      return .notApplicable
    case (.known(let leftQuantity), .known(let rightQuantity)):
      return Truth(comparison.holds(leftQuantity, rightQuantity))
    case (.text(let leftText), .text(let rightText))
    where comparison == .equal || comparison == .notEqual:
      return Truth((leftText == rightText) == (comparison == .equal))
    case (.text, _), (_, .text):
      throw EvaluationProblem(.textAsNumber, at: range)
    case (.known, .unread), (.unread, .known), (.unread, .unread):
      let difference = try differenceBounds(left, leftValue, right, rightValue, at: range)
      return comparison.truth(
        between: difference.lower, and: difference.upper, comparedWith: .zero)
    }
  }

  /// The bounds of left minus right, exact where both sides are linear.
  private func differenceBounds(
    _ left: Expression, _ leftValue: Figure, _ right: Expression, _ rightValue: Figure,
    at range: SourceRange
  ) throws(EvaluationProblem) -> Bounds {
    if let leftForm = try linearForm(left), let rightForm = try linearForm(right),
      let bounds = try bounds(of: leftForm.subtracting(rightForm, at: range), at: range)
    {
      return bounds
    }
    guard let leftBounds = leftValue.bounds, let rightBounds = rightValue.bounds,
      let difference = Bounds.joined(.subtract, leftBounds, rightBounds)
    else { throw EvaluationProblem(.overflow, at: range) }
    return difference
  }

  private func linearForm(_ expression: Expression) throws(EvaluationProblem) -> LinearForm? {
    try LinearForm(expression) { source.names(matching: $0) }
  }

  /// The exact bounds of a linear form; `nil` where a figure is missing.
  private func bounds(
    of form: LinearForm, at range: SourceRange
  ) throws(EvaluationProblem) -> Bounds? {
    var total = Bounds(exactly: form.constant)
    for term in form.terms {
      guard let bounds = try figure(term.name, at: range).bounds else { return nil }
      guard
        let part = Bounds.joined(.multiply, Bounds(exactly: term.coefficient), bounds),
        let next = Bounds.joined(.add, total, part)
      else { throw EvaluationProblem(.overflow, at: range) }
      total = next
    }
    return total
  }

  /// The value with bounds as narrow as they can be where the expression is linear.
  private func narrowValue(
    of expression: Expression, _ quotients: Quotients
  ) throws(EvaluationProblem) -> Figure {
    let plain = try plainValue(of: expression, quotients)
    guard case .unread = plain, let form = try linearForm(expression),
      let bounds = try bounds(of: form, at: expression.range)
    else { return plain }
    if let lower = bounds.lower, lower == bounds.upper { return .known(lower) }
    return .unread(bounds)
  }

  /// The value worked out step by step, with bounds that may be wider than they need be.
  private func plainValue(
    of expression: Expression, _ quotients: Quotients
  ) throws(EvaluationProblem) -> Figure {
    switch expression.node {
    case .number(let quantity):
      return .known(quantity)
    case .text(let text):
      return .text(text)
    case .name(let name):
      return try figure(name, at: expression.range)
    case .minus(let operand):
      return try joined(
        .subtract, .known(.zero), plainValue(of: operand, quotients), quotients,
        at: expression.range)
    case .sum(let terms, let except):
      let parts = Expression.parts(of: terms, except: except) { source.names(matching: $0) }
      guard !parts.isEmpty else { return .missing(.notOnForm) }
      var total = Figure.known(.zero)
      for part in parts {
        total = try joined(
          .add, total, plainValue(of: part, quotients), quotients, at: expression.range)
      }
      return total
    case .arithmetic(let operation, let left, let right):
      // Sums are put right as a whole; a factor or a divisor must be as narrow as it can be.
      let isSum = operation == .add || operation == .subtract
      return try joined(
        operation, isSum ? plainValue(of: left, quotients) : narrowValue(of: left, quotients),
        isSum ? plainValue(of: right, quotients) : narrowValue(of: right, quotients), quotients,
        at: expression.range)
    case .comparison, .test, .not, .connective:
      throw EvaluationProblem(.conditionAsValue, at: expression.range)
    }
  }

  private func figure(_ name: Name, at range: SourceRange) throws(EvaluationProblem) -> Figure {
    do {
      return try source.figure(name)
    } catch {
      throw EvaluationProblem(error, at: range)
    }
  }

  private func joined(
    _ operation: Arithmetic, _ left: Figure, _ right: Figure, _ quotients: Quotients,
    at range: SourceRange
  ) throws(EvaluationProblem) -> Figure {
    switch (left, right) {
    case (.text, _), (_, .text):
      throw EvaluationProblem(.textAsNumber, at: range)
    case (.missing, _):
      return left
    case (_, .missing):
      return right
    case (_, .known(.zero)) where operation == .divide:
      return .missing(.zeroDenominator)
    case (.known(let leftQuantity), .known(let rightQuantity)):
      guard let value = operation.value(leftQuantity, rightQuantity),
        let bounds = operation.bounds(leftQuantity, rightQuantity)
      else { throw EvaluationProblem(.overflow, at: range) }
      return quotients == .rounded || bounds.lower == bounds.upper ? .known(value) : .unread(bounds)
    case (.known, .unread), (.unread, .known), (.unread, .unread):
      guard let leftBounds = left.bounds, let rightBounds = right.bounds,
        let bounds = Bounds.joined(operation, leftBounds, rightBounds)
      else { throw EvaluationProblem(.overflow, at: range) }
      return .unread(bounds)
    }
  }
}

extension Evaluator: Sendable where Source: Sendable {}
