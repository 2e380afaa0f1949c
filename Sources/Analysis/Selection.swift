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
    Array(try selectedReports(in: panel))
  }

  /// As `reports`, without a list of them where all are selected.
  func selectedReports(in panel: Panel) throws(AnalysisError) -> SelectedReports {
    let wanted = try checkedBodies(in: panel)
    try checkYears(in: panel)
    var found = SelectedReports(all: panel.reports.count)
    if let wanted {
      let ofBodies = wanted.map { panel.positions(ofBody: $0) }.sorted {
        $0.lowerBound < $1.lowerBound
      }
      found = SelectedReports(ofBodies.flatMap { Array($0) })
    }
    if years != nil {
      let isIncluded = panel.years.map { includes(year: $0) }
      found = panel.yearOfReport.withUnsafeBufferPointer { years in
        isIncluded.withUnsafeBufferPointer { isIncluded in
          found.filtered { isIncluded[Int(years[$0])] }
        }
      }
    }
    guard !found.isEmpty else { throw .noReports(self) }
    guard let condition else { return found }
    var fits = Array(repeating: false, count: panel.reports.count)
    for report in condition.selected where report < fits.count { fits[report] = true }
    let selected = found.filtered { fits[$0] }
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
    var isPresent = Array(repeating: years == nil, count: panel.bodies.count)
    if years != nil {
      let isIncluded = panel.years.map { includes(year: $0) }
      for report in panel.reports.indices where isIncluded[Int(panel.yearOfReport[report])] {
        isPresent[Int(panel.bodyOfReport[report])] = true
      }
    }
    let place = { (body: String) -> Int? in
      panel.positions(ofBody: body).first.map { Int(panel.bodyOfReport[$0]) }
    }
    var missing: [String] = []
    if let bodies {
      missing = bodies.filter { body in place(body).map { !isPresent[$0] } ?? true }
    } else {
      missing =
        panel.bodies.indices.filter { !isPresent[$0] }.map { panel.bodies[$0] }
        + directory.table.bodies.filter { place($0) == nil }
    }
    return missing.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bodies asked for as a set, each of them known to the panel; `nil` for all.
  func checkedBodies(in panel: Panel) throws(AnalysisError) -> Set<String>? {
    guard let bodies else { return nil }
    for body in bodies where panel.positions(ofBody: body).isEmpty { throw .bodyNotLoaded(body) }
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
