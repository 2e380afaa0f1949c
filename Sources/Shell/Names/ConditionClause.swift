import Analysis
import Bodies
import Expressions
import Forms
import ReportModel

/// `where CONDITION`: which of the reports a command is about, by what stands in them and by what is
/// known of their bodies.
struct ConditionClause: Sendable {
  /// The keywords that begin another clause.
  private static let ends: Set<Keyword> = [
    .for, .in, .by, .as, .to, .where, .top, .bottom, .same, .all, .missing,
  ]

  private let expression: Expression
  /// Where the condition stands.
  let range: SourceRange

  /// Reads what stands behind `where`. Names that nothing can bring are refused at once.
  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    (expression, range) = try arguments.takeCondition(until: Self.ends)
    let attributes = arguments.attributes
    do throws(ShellError) {
      _ = try bound(catalog: arguments.catalog) {
        attributes.attribute(named: $0)
      } known: {
        attributes.names
      }
    } catch {
      guard case .unknownName(.conditionName, _, _) = error.kind,
        arguments.names.definitionsAreOpen
      else { throw error }
    }
  }

  static func place(
    _ part: Expressions.SourceRange, in range: SourceRange
  ) -> SourceRange {
    let start = range.lowerBound + part.offset
    return start..<max(start + 1, range.lowerBound + part.end)
  }

  /// The condition with codes and names of attributes in the place of what was written.
  private func bound(
    catalog: FormCatalog, attribute: (String) -> Attribute?, known: () -> [String]
  ) throws(ShellError) -> Expression {
    let resolver = IndicatorResolver(catalog: catalog)
    return try quoted(expression, catalog: catalog, attribute: attribute).replacingNames {
      name, place throws(ShellError) -> Expression.Node? in
      let place = Self.place(place, in: range)
      if name.isPattern {
        guard !catalog.indicators.matching(name.words).isEmpty else {
          throw ShellError(.unknownName(.indicator, name.words, nearest: []), at: place)
        }
        return nil
      }
      if let word = ReportCondition.Word(named: name.words) {
        return .name(Name(word.rawValue, isPrevious: name.isPrevious))
      }
      // What an own column is called counts more than a part of an indicator's label.
      if !name.words.contains("."), name.applicant == nil,
        catalog.indicators[IndicatorCode(name.words)] == nil,
        let attribute = attribute(name.words)
      {
        return .name(Name(attribute.name, isPrevious: name.isPrevious))
      }
      let token = Token(kind: .word, text: name.words, range: place)
      let keys: [CellKey]
      do throws(ShellError) {
        keys = try resolver.keys(meantBy: token)
      } catch {
        guard case .unknownName(_, _, let nearest) = error.kind else { throw error }
        let others = NearestNames.of(
          name.words, among: known() + ReportCondition.Word.allCases.map(\.rawValue))
        throw ShellError(
          .unknownName(.conditionName, name.words, nearest: others + nearest), at: place)
      }
      guard let key = keys.first, let indicator = catalog.indicators[key.indicator] else {
        return nil
      }
      if name.applicant != nil, !indicator.hasApplicants {
        throw ShellError(.unknownName(.applicant, name.description, nearest: []), at: place)
      }
      return .name(
        Name(key.indicator.text, applicant: name.applicant, isPrevious: name.isPrevious))
    }
  }

  /// The condition with texts in the place of bare words that an attribute is compared with:
  /// `level = county`.
  private func quoted(
    _ expression: Expression, catalog: FormCatalog, attribute: (String) -> Attribute?
  ) -> Expression {
    /// Whether a word means something by itself.
    func isName(_ word: String) -> Bool {
      ReportCondition.Word(named: word) != nil || Attribute(builtIn: word) != nil
        || catalog.indicators[IndicatorCode(word)] != nil
    }
    func text(_ value: Expression, comparedWith other: Expression) -> Expression {
      guard case .name(let name) = other.node, case .name(let word) = value.node,
        attribute(name.words) != nil || name.words == ReportCondition.Word.body.rawValue
          || name.words == ReportCondition.Word.body.chinese,
        catalog.indicators[IndicatorCode(name.words)] == nil, !isName(word.words),
        word.applicant == nil, !word.isPrevious
      else { return value }
      return Expression(.text(word.words), at: value.range)
    }
    return expression.changingComparands { text($0, comparedWith: $1) }
  }

  /// The bodies, with reports or without, for which the condition holds, and how many lack an
  /// attribute that it speaks of.
  func bodies(
    among bodies: [String], in session: Session
  ) throws(ShellError) -> (selected: [String], withoutAttribute: Int) {
    let directory = try session.directory()
    let condition = ReportCondition(try comparable(bodies: bodies, in: session))
    guard condition.isOfBodies(directory) else {
      throw ShellError(.conditionNotOfBodies, at: range)
    }
    do {
      return try condition.bodies(among: bodies, directory)
    } catch {
      throw shellError(error)
    }
  }

  private func shellError(_ problem: ReportCondition.Problem) -> ShellError {
    switch problem {
    case .analysis(let error): ShellError(.analysis(error), at: range)
    case .evaluation(let problem):
      ShellError(.evaluation(problem.kind), at: Self.place(problem.range, in: range))
    }
  }

  /// The condition with every name and every value as the store has it.
  private func comparable(
    bodies: [String], in session: Session
  ) throws(ShellError) -> Expression {
    let directory = try session.directory()
    let named = try bound(catalog: session.catalog) {
      directory.attribute(named: $0)
    } known: {
      directory.attributes.map(\.name)
    }
    return try withCodes(named, directory: directory, bodies: bodies)
  }

  /// What the condition selects of reports.
  ///
  /// - Parameter reports: by their positions in the panel, ascending.
  func outcome(
    among reports: [Int], of selection: Selection, in session: Session
  ) throws(ShellError) -> ReportCondition.Outcome {
    let directory = try session.directory()
    let panel = try session.panel()
    let condition = ReportCondition(try comparable(bodies: panel.bodies, in: session))
    let findings = condition.asksForFindings ? try session.findingCounts() : []
    do {
      var outcome = try condition.outcome(
        among: reports, of: panel, catalog: session.catalog, bodies: directory,
        findings: findings)
      var without = 0
      for body in selection.bodiesWithoutReport(in: panel, directory)
      where try condition.mayHold(for: body, directory) {
        without += 1
      }
      outcome.bodiesWithoutReport = without
      return outcome
    } catch {
      throw shellError(error)
    }
  }

  /// The condition with codes in the place of the words that an attribute is compared with: 县级
  /// is `county`. A word that no body has is a mistake: it would select nobody.
  private func withCodes(
    _ expression: Expression, directory: BodyDirectory, bodies: [String]
  ) throws(ShellError) -> Expression {
    try expression.changingComparands { value, other throws(ShellError) in
      try code(value, comparedWith: other, directory: directory, bodies: bodies)
    }
  }

  private func code(
    _ value: Expression, comparedWith other: Expression, directory: BodyDirectory,
    bodies: [String]
  ) throws(ShellError) -> Expression {
    guard case .name(let name) = other.node else { return value }
    let written: String
    switch value.node {
    case .text(let text): written = text
    // A code such as 350500 need not stand in quotes.
    case .number(let number): written = number.description
    case .name, .sum, .minus, .arithmetic, .comparison, .test, .not, .connective: return value
    }
    if name.words == ReportCondition.Word.body.rawValue {
      let token = Token(kind: .quoted, text: written, range: Self.place(value.range, in: range))
      let body = try BodyResolver(bodies: bodies).body(meantBy: token)
      return Expression(.text(body), at: value.range)
    }
    guard let attribute = directory.attribute(named: name.words), !directory.isNumeric(attribute)
    else { return value }
    let code = directory.code(meantBy: written, of: attribute)
    let known = Set(bodies.compactMap { directory.value(attribute, of: $0)?.code })
    guard known.contains(code) else {
      throw ShellError(
        .unknownName(
          .attributeValue, written, nearest: NearestNames.among(known.sorted(), written)),
        at: Self.place(value.range, in: range))
    }
    return Expression(.text(code), at: value.range)
  }
}
