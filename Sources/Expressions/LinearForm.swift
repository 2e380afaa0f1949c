import ReportModel

/// `constant + coefficient × figure + …`, each figure once.
///
/// Bounds worked out on a linear form are exact, however often a figure stands in the expression:
/// `a - a` is 0 even where `a` was not read.
public struct LinearForm: Hashable, Sendable {
  /// A figure with its factor.
  public struct Term: Hashable, Sendable {
    /// What the figure is called; never a pattern.
    public let name: Name
    /// Zero where the occurrences of the name cancel out; the figure must exist all the same.
    public let coefficient: Quantity

    /// A figure times a factor.
    public init(name: Name, coefficient: Quantity) {
      self.name = name
      self.coefficient = coefficient
    }
  }

  /// What stands without a figure.
  public let constant: Quantity
  /// In the order in which the names first occur.
  public let terms: [Term]
  /// Whether some sum has no terms at all, because the form has no cell that fits.
  public let hasEmptySum: Bool

  /// A form put together by hand; each name at most once.
  public init(constant: Quantity, terms: [Term], hasEmptySum: Bool) {
    self.constant = constant
    self.terms = terms
    self.hasEmptySum = hasEmptySum
  }

  /// Gathers an expression into a linear form.
  ///
  /// - Parameter expanding: the names that a pattern stands for.
  /// - Returns: `nil` where the expression is not linear in its figures, or is one whose
  ///   coefficients are no exact decimals.
  public init?(
    _ expression: Expression, expanding: (Name) -> [Name]
  ) throws(EvaluationProblem) {
    switch expression.node {
    case .number(let quantity):
      self.init(constant: quantity, terms: [], hasEmptySum: false)
    case .name(let name):
      self.init(
        constant: .zero, terms: [Term(name: name, coefficient: Quantity(1))], hasEmptySum: false)
    case .text, .comparison, .test, .not, .connective:
      return nil
    case .minus(let operand):
      guard let form = try LinearForm(operand, expanding: expanding) else { return nil }
      self = try form.scaled(by: Quantity(-1), at: expression.range)
    case .sum(let terms, let except):
      let parts = Expression.parts(of: terms, except: except, expanding: expanding)
      var total = LinearForm(constant: .zero, terms: [], hasEmptySum: parts.isEmpty)
      for part in parts {
        guard let form = try LinearForm(part, expanding: expanding) else { return nil }
        total = try total.adding(form, at: expression.range)
      }
      self = total
    case .arithmetic(let operation, let left, let right):
      guard let leftForm = try LinearForm(left, expanding: expanding),
        let rightForm = try LinearForm(right, expanding: expanding),
        let joined = try leftForm.joined(operation, rightForm, at: expression.range)
      else { return nil }
      self = joined
    }
  }

  /// This form minus another, as a comparison of the two needs it.
  public func subtracting(
    _ other: LinearForm, at range: SourceRange
  ) throws(EvaluationProblem) -> LinearForm {
    try adding(other.scaled(by: Quantity(-1), at: range), at: range)
  }

  private func joined(
    _ operation: Arithmetic, _ other: LinearForm, at range: SourceRange
  ) throws(EvaluationProblem) -> LinearForm? {
    switch operation {
    case .add: return try adding(other, at: range)
    case .subtract: return try subtracting(other, at: range)
    case .multiply:
      if other.isConstant { return try scaled(by: other.constant, at: range) }
      if isConstant { return try other.scaled(by: constant, at: range) }
      return nil
    case .divide:
      guard other.isConstant else { return nil }
      return exactQuotient(by: other.constant)
    }
  }

  private var isConstant: Bool { terms.isEmpty && !hasEmptySum }

  private func exactQuotient(by divisor: Quantity) -> LinearForm? {
    func quotient(_ dividend: Quantity) -> Quantity? {
      guard let result = dividend.divided(by: divisor, digits: Expression.quotientDigits),
        result.multiplied(by: divisor) == dividend
      else { return nil }
      return result
    }
    guard let newConstant = quotient(constant) else { return nil }
    var newTerms: [Term] = []
    for term in terms {
      guard let coefficient = quotient(term.coefficient) else { return nil }
      newTerms.append(Term(name: term.name, coefficient: coefficient))
    }
    return LinearForm(constant: newConstant, terms: newTerms, hasEmptySum: hasEmptySum)
  }

  private func scaled(
    by factor: Quantity, at range: SourceRange
  ) throws(EvaluationProblem) -> LinearForm {
    var newTerms: [Term] = []
    for term in terms {
      guard let coefficient = term.coefficient.multiplied(by: factor) else {
        throw EvaluationProblem(.overflow, at: range)
      }
      newTerms.append(Term(name: term.name, coefficient: coefficient))
    }
    guard let newConstant = constant.multiplied(by: factor) else {
      throw EvaluationProblem(.overflow, at: range)
    }
    return LinearForm(constant: newConstant, terms: newTerms, hasEmptySum: hasEmptySum)
  }

  private func adding(
    _ other: LinearForm, at range: SourceRange
  ) throws(EvaluationProblem) -> LinearForm {
    var newTerms = terms
    var positions: [Name: Int] = [:]
    for (index, term) in terms.enumerated() { positions[term.name] = index }
    for term in other.terms {
      guard let position = positions[term.name] else {
        positions[term.name] = newTerms.count
        newTerms.append(term)
        continue
      }
      guard let merged = newTerms[position].coefficient.adding(term.coefficient) else {
        throw EvaluationProblem(.overflow, at: range)
      }
      newTerms[position] = Term(name: term.name, coefficient: merged)
    }
    guard let newConstant = constant.adding(other.constant) else {
      throw EvaluationProblem(.overflow, at: range)
    }
    return LinearForm(
      constant: newConstant, terms: newTerms, hasEmptySum: hasEmptySum || other.hasEmptySum)
  }
}
