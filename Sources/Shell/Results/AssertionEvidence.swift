import Forms
import ReportModel

/// Where the figures of a row come from.
struct AssertionEvidence {
  private let table: ResultTable
  private let row: [ResultValue]
  private let session: Session

  init(table: ResultTable, row: Int, session: Session) {
    self.table = table
    self.row = table.rows[row]
    self.session = session
  }

  /// The body and the year; where it has neither, its first value.
  var subject: String {
    let about = ["body", "year", "indicator", "applicant"].compactMap(text)
    if !about.isEmpty { return about.joined(separator: " ") }
    return row.first.flatMap(Self.text) ?? ""
  }

  /// What is known of a column; `nil` where it is no figure.
  func column(
    _ name: String, _ lookup: inout ReportLookup
  ) throws(ShellError) -> AssertionFailure.Evidence? {
    guard let index = table.columns.firstIndex(where: { $0.name == name }) else { return nil }
    switch table.columns[index].kind {
    case .figure, .share, .points: break
    case .text, .code, .label, .year: return nil
    }
    let (printed, place) = try origin(of: name, &lookup)
    return AssertionFailure.Evidence(
      column: name, value: Self.text(row[index]),
      flags: row[index].flags.map(\.rawValue).joined(), printed: printed, place: place)
  }

  private func origin(
    of column: String, _ lookup: inout ReportLookup
  ) throws(ShellError) -> (printed: String?, place: String?) {
    if let printed = text("printed") {
      return (printed, [text("source"), text("locator")].compactMap { $0 }.joined(separator: " "))
    }
    guard let body = text("body"), let year = text("year").flatMap({ Int($0) }),
      let key = key(of: column), let entry = try lookup.report(body: body, year: year),
      let cell = entry[key]
    else { return (nil, nil) }
    let place = [entry.report.source.path, cell.place?.locator].compactMap { $0 }
    return (cell.printed, place.joined(separator: " "))
  }

  /// The cell that a column shows: of the applicant that the row is about, else of the total.
  private func key(of column: String) -> CellKey? {
    let token = Token(kind: .word, text: column, range: 0..<0)
    let keys = try? IndicatorResolver(catalog: session.catalog).keys(meantBy: token)
    guard let keys, keys.count == 1,
      let indicator = session.catalog.indicators[keys[0].indicator], !indicator.isDerived
    else { return nil }
    let ofRow = text("applicant").flatMap(IndicatorResolver.applicant(named:))
    let applicant = keys[0].applicant ?? ofRow ?? (indicator.hasApplicants ? .total : nil)
    return CellKey(indicator.code, applicant)
  }

  private func text(_ column: String) -> String? {
    table.columns.firstIndex { $0.name == column }.flatMap { Self.text(row[$0]) }
  }

  private static func text(_ value: ResultValue) -> String? {
    switch value.content {
    case .missing: nil
    case .text(let text), .term(let text, _): text
    case .number(let number): number.description
    }
  }
}
