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
  /// For each report the position of the same body's report of the year before, or `nil`.
  public let previous: [Int?]

  /// A panel of finished columns.
  ///
  /// - Parameters:
  ///   - reports: in the order of (body, year), no two of one body and year.
  ///   - columns: each as long as `reports`, no two of one key.
  public init(reports: [PanelReport], columns: [PanelColumn]) {
    for column in columns {
      precondition(column.values.count == reports.count, "a value for each report")
    }
    self.reports = reports
    self.columns = Dictionary(
      columns.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    previous = reports.indices.map { index in
      guard index > 0 else { return nil }
      let (before, this) = (reports[index - 1], reports[index])
      return before.hasBody(of: this) && before.year == this.year - 1 ? index - 1 : nil
    }
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
    columns[key]?.states[report] ?? .notOnForm
  }

  /// The figure of a cell in the unit `columns[key]?.unit(at:)`, `nil` where none was read.
  public func quantity(of key: CellKey, at report: Int) -> Quantity? {
    columns[key]?.quantity(at: report)
  }
}
