import Analysis
import Panel

/// `[for BODY…] [in YEARS] [where CONDITION]`: which reports a command is about.
struct SelectionClause: Sendable {
  private var bodies: [Token] = []
  private var years: (set: YearSet, range: SourceRange)?
  private var condition: ConditionClause?

  /// Takes `for …`, `in …` or `where …` if it comes next.
  ///
  /// - Returns: whether something was taken.
  mutating func take(from arguments: inout ArgumentReader) throws(ShellError) -> Bool {
    let start = arguments.nextRange
    if arguments.take(.for) {
      guard bodies.isEmpty else { throw ShellError(.twice(.for), at: start) }
      bodies = try arguments.takeTexts(.body)
      return true
    }
    if arguments.take(.in) {
      guard years == nil else { throw ShellError(.twice(.in), at: start) }
      years = try Self.years(from: &arguments)
      return true
    }
    if arguments.take(.where) {
      guard condition == nil else { throw ShellError(.twice(.where), at: start) }
      condition = try ConditionClause(reading: &arguments)
      return true
    }
    return false
  }

  private static func years(
    from arguments: inout ArgumentReader
  ) throws(ShellError) -> (YearSet, SourceRange) {
    let words = try arguments.takeTexts(.years)
    var ranges: [ClosedRange<Int>] = []
    for word in words {
      guard let range = YearSet.range(word.text) else {
        throw ShellError(.badYears(word.text), at: word.range)
      }
      ranges.append(range)
    }
    let place = words[0].range.lowerBound..<words[words.count - 1].range.upperBound
    return (YearSet(ranges: ranges), place)
  }

  /// Where a condition stands, if one is given.
  var conditionRange: SourceRange? { condition?.range }

  /// Whether years are named.
  var hasYears: Bool { years != nil }

  /// The reports meant; a single year or a range of which nothing is loaded is an error.
  ///
  /// - Parameter known: the bodies that may be named; those with reports where `nil`.
  func resolve(
    in session: Session, bodies known: [String]? = nil
  ) throws(ShellError) -> Selection {
    let panel = try session.panel()
    guard !panel.reports.isEmpty else { throw ShellError(.nothingLoaded) }
    var names: [String]?
    if !bodies.isEmpty {
      let resolver = BodyResolver(bodies: known ?? panel.bodies)
      var resolved: [String] = []
      for token in bodies {
        for name in try resolver.bodies(meantBy: token) where !resolved.contains(name) {
          resolved.append(name)
        }
      }
      names = resolved
    }
    if let years { try check(years.set, at: years.range, loaded: panel.years) }
    var selection = Selection(bodies: names, years: years?.set.ranges)
    if let condition {
      let reports = try Self.reports(of: selection, in: panel)
      let outcome = try condition.outcome(among: reports, of: selection, in: session)
      guard !outcome.selected.isEmpty else {
        throw ShellError(.analysis(.conditionNeverHolds(outcome)), at: condition.range)
      }
      selection.condition = outcome
    }
    return selection
  }

  /// The bodies and years meant where bodies without reports count as well, and how many bodies lack
  /// an attribute that the condition speaks of.
  func resolveBodies(
    in session: Session
  ) throws(ShellError) -> (selection: Selection, withoutAttribute: Int) {
    let panel = try session.panel()
    guard !panel.reports.isEmpty else { throw ShellError(.nothingLoaded) }
    var names = Set(panel.bodies).union(try session.directory().table.bodies)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if !bodies.isEmpty {
      let resolver = BodyResolver(bodies: names)
      var chosen: Set<String> = []
      for token in bodies { chosen.formUnion(try resolver.bodies(meantBy: token)) }
      names = names.filter(chosen.contains)
    }
    var without = 0
    if let condition {
      (names, without) = try condition.bodies(among: names, in: session)
      guard !names.isEmpty else {
        throw ShellError(
          .analysis(
            .conditionNeverHolds(ReportCondition.Outcome(withoutFigure: without))),
          at: condition.range)
      }
    }
    return (Selection(bodies: names, years: years?.set.ranges), without)
  }

  /// A year that was named must have a report; of a range, at least one year must.
  private func check(
    _ years: YearSet, at range: SourceRange, loaded: [Int]
  ) throws(ShellError) {
    for named in years.ranges where !loaded.contains(where: named.contains) {
      throw ShellError(.yearsNotLoaded(named, loaded: loaded), at: range)
    }
  }
}

extension Selection {
  /// The earliest loaded year that is selected.
  func firstYear(in panel: Panel) -> Int {
    panel.years.first(where: includes(year:)) ?? panel.years.first ?? 0
  }
}

extension SelectionClause {
  /// The positions in the panel of the reports meant, at least one. Who is left out because nobody
  /// can say whether the condition holds is told.
  func reports(in session: Session) throws(ShellError) -> [Int] {
    let selection = try resolve(in: session)
    let reports = try Self.reports(of: selection, in: try session.panel())
    for note in selection.notes { session.notice(.note(note)) }
    return reports
  }

  private static func reports(
    of selection: Selection, in panel: Panel
  ) throws(ShellError) -> [Int] {
    do {
      return try selection.reports(in: panel)
    } catch {
      throw ShellError(.analysis(error))
    }
  }
}
