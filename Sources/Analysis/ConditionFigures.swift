import Bodies
import Expressions
import Forms
import Panel
import ReportModel

/// What the names of a condition stand for in one report after the other.
///
/// Names have their meaning already: codes of indicators, names of attributes, and the words of
/// `ReportCondition.Word`.
final class ConditionFigures: FigureSource {
  private let context: QueryContext
  private let findings: [Int]
  private var readers: [Name: FigureReader] = [:]
  private var attributes: [String: Attribute] = [:]
  /// The report that is asked about.
  var report = 0

  /// - Parameters:
  ///   - names: those of the condition.
  ///   - findings: how many findings there are on each report; empty where none are asked for.
  init(
    _ names: [Name], in context: QueryContext, findings: [Int]
  ) throws(AnalysisError) {
    self.context = context
    self.findings = findings
    for name in names where !name.isPattern { try prepare(name) }
  }

  private func prepare(_ name: Name) throws(AnalysisError) {
    guard ReportCondition.Word(rawValue: name.words) == nil, readers[name] == nil else { return }
    if let attribute = context.bodies.attribute(named: name.words) {
      attributes[name.words] = attribute
      return
    }
    let indicator = try context.indicator(IndicatorCode(name.words))
    let formula = try FormulaReader(dictionary: context.catalog.indicators)
      .formula(of: indicator.code)
    let dictionary = context.catalog.indicators
    readers[name] = FigureReader(
      book: RecipeBook(
        indicator: indicator, formula: formula, catalog: context.catalog,
        contents: context.contents),
      applicant: name.applicant ?? .total, panel: context.panel,
      hasApplicants: { dictionary[$0]?.hasApplicants ?? false })
  }

  func names(matching pattern: Name) -> [Name] {
    let forms = context.panel.reports[report].forms
    let codes = forms.sorted { $0.key < $1.key }.flatMap { table, form in
      context.contents.codes(form: form, table: table)
    }
    return codes.filter { IndicatorDictionary.matches($0, pattern: pattern.words) }.map {
      Name($0.text, applicant: pattern.applicant, isPrevious: pattern.isPrevious)
    }
  }

  func figure(_ name: Name) throws(EvaluationProblem.Kind) -> Figure {
    var position = report
    if name.isPrevious {
      guard let previous = context.panel.previous(of: report) else { return .missing(.noReport) }
      position = previous
    }
    if let word = ReportCondition.Word(rawValue: name.words) { return figure(word, at: position) }
    if attributes[name.words] != nil {
      let body = context.panel.reports[report].body
      return try BodyFigures(body: body, directory: context.bodies).figure(name)
    }
    if readers[name] == nil {
      // A part of a sum over a pattern.
      do throws(AnalysisError) {
        try prepare(name)
      } catch {
        throw .unknownName(name.description)
      }
    }
    guard let (_, reading) = readers[name]?.read(at: position) else {
      throw .unknownName(name.description)
    }
    return try Self.figure(reading, code: name.words)
  }

  private func figure(_ word: ReportCondition.Word, at position: Int) -> Figure {
    switch word {
    case .body: .text(context.panel.reports[position].body)
    case .year: .known(Quantity(Int64(context.panel.reports[position].year)))
    case .findings:
      position < findings.count
        ? .known(Quantity(Int64(findings[position]))) : .missing(.notOnForm)
    case .unread: .known(Quantity(Int64(unread(at: position))))
    }
  }

  /// How many cells of the report's tables could not be read as figures.
  private func unread(at position: Int) -> Int {
    context.panel.columns.values.count { column in
      switch column.state(at: position) {
      case .notOnForm, .reported: false
      case .blank, .dash, .text, .ambiguous, .absent: true
      }
    }
  }

  private static func figure(
    _ reading: FigureReader.Reading, code: String
  ) throws(EvaluationProblem.Kind) -> Figure {
    switch reading {
    case .figure(let sum, over: nil): return .known(sum)
    case .figure(_, over: .some(.zero)): return .missing(.zeroDenominator)
    case .figure(let above, over: let below?):
      let digits = Expression.quotientDigits
      guard let quotient = above.divided(by: below, digits: digits) else { throw .overflow }
      if quotient.multiplied(by: below) == above { return .known(quotient) }
      // No comparison turns on a digit that was rounded away.
      guard let step = Quantity(coefficient: 1, scale: digits),
        let lower = quotient.subtracting(step), let upper = quotient.adding(step)
      else { throw .overflow }
      return .unread(Bounds(lower: lower, upper: upper))
    case .unread:
      return .unread(code.hasSuffix(".items_change") ? .any : .nonNegative)
    case .notOnForm: return .missing(.notOnForm)
    case .outOfRange: throw .overflow
    }
  }
}
