import ReportModel

/// The figures of many reports as columns in memory: what queries and checks run on.
///
/// Reports stand in the order of body (by Unicode scalars), then year, so that a body's years are
/// neighbours. There is one current report for each body and year.
public struct Panel: Sendable {
  /// In the order of body, then year.
  public let reports: [PanelReport]
  /// Every cell of every form that occurs.
  public let columns: [CellKey: PanelColumn]
  /// A bit a report, lowest first, to the end of the last block: whether the report before it is
  /// the same body's of the year before.
  public let hasPrevious: [UInt64]

  /// The forms of the tables 2, 3 and 4, each combination once, in the order in which they first
  /// occur.
  public let layouts: [[Int: String]]
  /// For each report the position of its forms in `layouts`.
  public let layoutOfReport: [UInt32]

  /// The bodies in the panel's order, each once.
  public let bodies: [String]
  /// For each report the position of its body in `bodies`.
  public let bodyOfReport: [UInt32]
  /// The years that occur, ascending.
  public let years: [Int]
  /// For each report the position of its year in `years`.
  public let yearOfReport: [UInt32]

  /// Reports are gone through in blocks of so many; a whole number of words of bits.
  public static let blockLength = 512

  /// A panel of finished columns.
  ///
  /// - Parameters:
  ///   - reports: in the order of (body, year), no two of one body and year.
  ///   - columns: each as long as `reports`, no two of one key.
  public init(reports: [PanelReport], columns: [PanelColumn]) {
    let (bodies, bodyOfReport) = Self.bodies(of: reports)
    let (layouts, layoutOfReport) = Self.layouts(of: reports)
    self.init(
      reports: reports, bodies: bodies, bodyOfReport: bodyOfReport, layouts: layouts,
      layoutOfReport: layoutOfReport, columns: columns)
  }

  /// - Parameters:
  ///   - bodies: in the panel's order, each once.
  ///   - bodyOfReport: for each report the position of its body.
  ///   - layouts: the combinations of forms in the order in which they first occur, each once.
  ///   - layoutOfReport: for each report the position of its forms.
  init(
    reports: [PanelReport], bodies: [String], bodyOfReport: [UInt32], layouts: [[Int: String]],
    layoutOfReport: [UInt32], columns: [PanelColumn]
  ) {
    for column in columns {
      precondition(column.count == reports.count, "a value for each report")
    }
    self.reports = reports
    self.bodies = bodies
    self.bodyOfReport = bodyOfReport
    self.layouts = layouts
    self.layoutOfReport = layoutOfReport
    self.columns = Dictionary(
      columns.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    hasPrevious = Self.followers(of: reports, bodyOfReport)
    (years, yearOfReport) = Self.years(of: reports)
  }

  private static func followers(of reports: [PanelReport], _ bodyOfReport: [UInt32]) -> [UInt64] {
    let blocks = (reports.count + Self.blockLength - 1) / Self.blockLength
    var bits = [UInt64](repeating: 0, count: blocks * Self.blockLength / 64)
    for index in reports.indices.dropFirst()
    where bodyOfReport[index - 1] == bodyOfReport[index]
      && reports[index - 1].year == reports[index].year - 1
    {
      bits[index >> 6] |= 1 << UInt64(index & 63)
    }
    return bits
  }

  private static func bodies(
    of reports: [PanelReport]
  ) -> (bodies: [String], ofReport: [UInt32]) {
    var bodies: [String] = []
    var ofReport: [UInt32] = []
    ofReport.reserveCapacity(reports.count)
    for (index, report) in reports.enumerated() {
      if index == 0 || !report.hasBody(of: reports[index - 1]) { bodies.append(report.body) }
      ofReport.append(UInt32(bodies.count - 1))
    }
    return (bodies, ofReport)
  }

  private static func years(of reports: [PanelReport]) -> (years: [Int], ofReport: [UInt32]) {
    var years: [Int] = []
    for report in reports {
      let place = years.firstPlace(of: report.year)
      if place == years.count || years[place] != report.year {
        years.insert(report.year, at: place)
      }
    }
    var ofReport: [UInt32] = []
    ofReport.reserveCapacity(reports.count)
    for report in reports { ofReport.append(UInt32(years.firstPlace(of: report.year))) }
    return (years, ofReport)
  }

  private static func layouts(
    of reports: [PanelReport]
  ) -> (layouts: [[Int: String]], ofReport: [UInt32]) {
    var layouts: [[Int: String]] = []
    var ofReport: [UInt32] = []
    ofReport.reserveCapacity(reports.count)
    for report in reports {
      // Reports that were read together share their dictionary: equality is told at a glance.
      if let known = layouts.firstIndex(of: report.forms) {
        ofReport.append(UInt32(known))
      } else {
        ofReport.append(UInt32(layouts.count))
        layouts.append(report.forms)
      }
    }
    return (layouts, ofReport)
  }

  /// The position of the same body's report of the year before, or `nil`.
  public func previous(of report: Int) -> Int? {
    hasPrevious[report >> 6] & (1 << UInt64(report & 63)) != 0 ? report - 1 : nil
  }

  /// The reports of a body, ascending by year; empty where there are none.
  public func positions(ofBody body: String) -> Range<Int> {
    let first = PanelReport(id: 0, body: body, year: .min, forms: [:])
    var (low, high) = (0, reports.count)
    while low < high {
      let middle = (low + high) / 2
      if reports[middle].precedes(first) { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < reports.count, reports[end].hasBody(of: first) { end += 1 }
    return low..<end
  }

  /// Where a body's report of a year stands, or `nil`.
  public func position(body: String, year: Int) -> Int? {
    let wanted = PanelReport(id: 0, body: body, year: year, forms: [:])
    var (low, high) = (0, reports.count)
    while low < high {
      let middle = (low + high) / 2
      if reports[middle].precedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return low < reports.count && !wanted.precedes(reports[low]) ? low : nil
  }

  /// The state of a cell; `notOnForm` where no report of the panel has it.
  public func state(of key: CellKey, at report: Int) -> PanelColumn.State {
    columns[key]?.state(at: report) ?? .notOnForm
  }

  /// The figure of a cell in the unit `columns[key]?.unit(at:)`, `nil` where none was read.
  public func quantity(of key: CellKey, at report: Int) -> Quantity? {
    columns[key]?.quantity(at: report)
  }
}

extension [Int] {
  /// Where a number stands in an ascending list, or would stand.
  fileprivate func firstPlace(of number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
