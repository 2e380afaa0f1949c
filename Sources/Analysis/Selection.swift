import Panel

/// Which reports a query looks at. Names are exact: short forms are settled before.
public struct Selection: Hashable, Sendable {
  /// The bodies by their full names; `nil` for all.
  public var bodies: [String]?
  /// Years and ranges of years, a single year being a range of one; `nil` for all.
  public var years: [ClosedRange<Int>]?

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
    return found
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
