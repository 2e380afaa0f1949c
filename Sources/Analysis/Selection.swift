import Bodies
import Panel
import ReportModel

/// Which reports a query looks at. Names are exact: short forms are settled before.
public struct Selection: Hashable, Sendable {
  /// The bodies by their full names; `nil` for all.
  public var bodies: [String]?
  /// Years and ranges of years, a single year being a range of one; `nil` for all.
  public var years: [ClosedRange<Int>]?
  /// What a condition selects of these, by positions in the panel; `nil` without a condition.
  public var condition: ReportCondition.Outcome?

  /// Everything that is loaded.
  public static let all = Selection()

  /// Selects by bodies, years or both.
  public init(bodies: [String]? = nil, years: [ClosedRange<Int>]? = nil) {
    self.bodies = bodies
    self.years = years
  }

  /// Whether the year is asked for.
  public func includes(year: Int) -> Bool {
    years?.contains { $0.contains(year) } ?? true
  }

  /// The positions of the selected reports in the panel, ascending and never empty.
  ///
  /// - Throws: `bodyNotLoaded` or `yearsNotLoaded` for a name or range of which the panel has no
  ///   report at all; `noReports` where the two together leave none.
  public func reports(in panel: Panel) throws(AnalysisError) -> [Int] {
    let wanted = try checkedBodies(in: panel)
    try checkYears(in: panel)
    let found = panel.reports.indices.filter { index in
      let report = panel.reports[index]
      return includes(year: report.year) && (wanted?.contains(report.body) ?? true)
    }
    guard !found.isEmpty else { throw .noReports(self) }
    guard let condition else { return found }
    let fitting = Set(condition.selected)
    let selected = found.filter(fitting.contains)
    guard !selected.isEmpty else { throw .conditionNeverHolds(condition) }
    return selected
  }

  /// What must be said beside every result: who was left out because nobody can say whether the
  /// condition holds.
  public var notes: [LocalizedText] {
    condition?.note.map { [$0] } ?? []
  }

  /// The bodies asked for, or known at all, that have no report of the years, by Unicode scalars.
  public func bodiesWithoutReport(in panel: Panel, _ directory: BodyDirectory) -> [String] {
    var present: Set<String> = []
    for report in panel.reports where includes(year: report.year) { present.insert(report.body) }
    let all = bodies ?? Array(Set(panel.bodies).union(directory.table.bodies))
    return all.filter { !present.contains($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bodies asked for as a set, each of them known to the panel; `nil` for all.
  func checkedBodies(in panel: Panel) throws(AnalysisError) -> Set<String>? {
    guard let bodies else { return nil }
    let loaded = Set(panel.reports.map(\.body))
    for body in bodies where !loaded.contains(body) { throw .bodyNotLoaded(body) }
    return Set(bodies)
  }

  /// A year or range that no report falls into is a mistake, not an empty answer.
  func checkYears(in panel: Panel) throws(AnalysisError) {
    let loaded = panel.years
    for range in years ?? [] where !loaded.contains(where: { range.contains($0) }) {
      throw .yearsNotLoaded(range)
    }
  }
}
