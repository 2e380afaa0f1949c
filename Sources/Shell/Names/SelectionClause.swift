import Analysis
import Panel

/// `[for BODY…] [in YEARS]`: which reports a command is about.
struct SelectionClause: Sendable {
  private var bodies: [Token] = []
  private var years: (set: YearSet, range: SourceRange)?

  /// Takes `for …` or `in …` if it comes next.
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

  /// The reports meant, a single year or a range of which nothing is loaded is an error.
  func resolve(in panel: Panel) throws(ShellError) -> Selection {
    guard !panel.reports.isEmpty else { throw ShellError(.nothingLoaded) }
    var names: [String]?
    if !bodies.isEmpty {
      let resolver = BodyResolver(bodies: panel.bodies)
      var resolved: [String] = []
      for token in bodies {
        for name in try resolver.bodies(meantBy: token) where !resolved.contains(name) {
          resolved.append(name)
        }
      }
      names = resolved
    }
    if let years { try check(years.set, at: years.range, loaded: panel.years) }
    return Selection(bodies: names, years: years?.set.ranges)
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
  /// The positions in the panel of the reports meant, at least one.
  func reports(in panel: Panel) throws(ShellError) -> [Int] {
    let selection = try resolve(in: panel)
    do {
      return try selection.reports(in: panel)
    } catch {
      throw ShellError(.analysis(error))
    }
  }
}
