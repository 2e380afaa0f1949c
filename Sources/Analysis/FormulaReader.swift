import Expressions
import Forms
import ReportModel

/// Reads the formulas of derived indicators as sums and ratios of sums.
struct FormulaReader {
  let dictionary: IndicatorDictionary

  /// A form has some 200 figures. Definitions that each name another one twice would double the sum
  /// with every step.
  static let mostParts = 1_000

  /// - Throws: `unknownIndicator`, or `formulaNotSupported` for a formula of another shape: one
  ///   with products, conditions, last year's figures or a ratio inside a sum.
  func formula(of code: IndicatorCode) throws(AnalysisError) -> Formula {
    try formula(of: code, within: [])
  }

  /// - Parameter within: the derived indicators that lead here; none may come again.
  private func formula(
    of code: IndicatorCode, within: [IndicatorCode]
  ) throws(AnalysisError) -> Formula {
    guard let indicator = dictionary[code] else { throw .unknownIndicator(code) }
    guard case .derived(let text) = indicator.origin else { return .read(code) }
    let unsupported = AnalysisError.formulaNotSupported(code, formula: text)
    guard !within.contains(code), let expression = try? Expression(value: text) else {
      throw unsupported
    }
    let path = within + [code]
    if case .arithmetic(.divide, let above, let below) = expression.node {
      guard let numerator = try sum(above, within: path),
        let denominator = try sum(below, within: path)
      else { throw unsupported }
      return Formula(numerator: numerator, denominator: denominator)
    }
    if case .name(let name) = expression.node, !name.isPrevious {
      let named = try formula(of: IndicatorCode(name.words), within: path)
      return Formula(
        numerator: named.numerator.asked(of: name.applicant),
        denominator: named.denominator?.asked(of: name.applicant))
    }
    guard let numerator = try sum(expression, within: path) else { throw unsupported }
    return Formula(numerator: numerator, denominator: nil)
  }

  /// The parts of a plain sum; `nil` for anything else.
  private func sum(
    _ expression: Expression, within path: [IndicatorCode]
  ) throws(AnalysisError) -> [Formula.Part]? {
    switch expression.node {
    case .name(let name):
      guard !name.isPrevious else { return nil }
      let named = try formula(of: IndicatorCode(name.words), within: path)
      return named.isRatio ? nil : named.numerator.asked(of: name.applicant)
    case .minus(let operand):
      return try sum(operand, within: path)?.negated
    case .arithmetic(.add, let left, let right):
      guard let one = try sum(left, within: path), let other = try sum(right, within: path)
      else { return nil }
      return try joined(one, other, path)
    case .arithmetic(.subtract, let left, let right):
      guard let one = try sum(left, within: path), let other = try sum(right, within: path)
      else { return nil }
      return try joined(one, other.negated, path)
    case .sum(let terms, let except):
      return try sum(of: terms, except: except, within: path)
    case .number, .text, .arithmetic, .comparison, .test, .not, .connective:
      return nil
    }
  }

  private func joined(
    _ one: [Formula.Part], _ other: [Formula.Part], _ path: [IndicatorCode]
  ) throws(AnalysisError) -> [Formula.Part] {
    guard one.count + other.count <= Self.mostParts else {
      throw .formulaTooLong(path.last ?? IndicatorCode(""), limit: Self.mostParts)
    }
    return one + other
  }

  private func sum(
    of terms: [Expression], except: [Expression], within path: [IndicatorCode]
  ) throws(AnalysisError) -> [Formula.Part]? {
    var exceptions: [String] = []
    for expression in except {
      guard case .name(let name) = expression.node, !name.isPrevious, name.applicant == nil
      else { return nil }
      exceptions.append(name.words)
    }
    var parts: [Formula.Part] = []
    for term in terms {
      if case .name(let name) = term.node, name.isPattern, !name.isPrevious {
        parts.append(
          Formula.Part(
            figures: .matching(name.words, except: exceptions), applicant: name.applicant,
            isSubtracted: false))
      } else if exceptions.isEmpty, let more = try sum(term, within: path) {
        parts = try joined(parts, more, path)
      } else {
        return nil
      }
    }
    return parts
  }
}
