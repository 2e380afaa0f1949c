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

  /// Reports are gone through in blocks of so many; a whole number of words of bits.
  public static let blockLength = 512

  /// A panel of finished columns.
  ///
  /// - Parameters:
  ///   - reports: in the order of (body, year), no two of one body and year.
  ///   - columns: each as long as `reports`, no two of one key.
  public init(reports: [PanelReport], columns: [PanelColumn]) {
    for column in columns {
      precondition(column.count == reports.count, "a value for each report")
    }
    self.reports = reports
    self.columns = Dictionary(
      columns.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let blocks = (reports.count + Self.blockLength - 1) / Self.blockLength
    var bits = [UInt64](repeating: 0, count: blocks * Self.blockLength / 64)
    for index in reports.indices.dropFirst() {
      let (before, this) = (reports[index - 1], reports[index])
      if before.year == this.year - 1, before.hasBody(of: this) {
        bits[index >> 6] |= 1 << UInt64(index & 63)
      }
    }
    hasPrevious = bits
    (layouts, layoutOfReport) = Self.layouts(of: reports)
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

  /// The bodies in the panel's order, each once.
  public var bodies: [String] {
    var result: [String] = []
    var last: PanelReport?
    for report in reports {
      if last?.hasBody(of: report) != true { result.append(report.body) }
      last = report
    }
    return result
  }

  /// The years that occur, ascending.
  public var years: [Int] { Set(reports.map(\.year)).sorted() }

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
