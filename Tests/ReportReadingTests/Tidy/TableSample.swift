import Forms
import ReportModel
import Testing

@testable import ReportReading

/// Reports written as tables in the way of `cells`, and tables read back.
enum TableSample {
  static let columns = FigureColumn.allCases.map(\.name)

  /// A report with every status, money in another unit, and texts that need quoting.
  static func report(
    _ body: String, _ year: Int, form: String, source: String, seed: UInt64
  ) throws -> Report {
    var random = SeededGenerator(seed: seed)
    let form = try #require(FormCatalog.standard.form(form))
    let tables = form.tables.map { table in
      ReportTable(
        number: table.number, form: form.id, cells: table.cells.map { cell($0, &random) })
    }
    return Report(
      body: body, year: year,
      source: SourceFile(path: source, digest: "", format: "html", encoding: "UTF-8"),
      tables: tables, claims: [], problems: [])
  }

  private static func cell(_ described: FormCell, _ random: inout SeededGenerator) -> Cell {
    let place = Place(
      table: .random(in: 1...9, using: &random), row: .random(in: 1...99, using: &random),
      line: .random(in: 1...9999, using: &random))
    let texts = ["", "—", "无", "22（其中修订16件）", "a,\"b\"\r\nc", " 空 ", "=1+1", "'-", "\\u0041\t"]
    let printed = texts.randomElement(using: &random) ?? ""
    let unread = CellStatus.allCases.filter { $0 != .reported }
    if Int.random(in: 0..<3, using: &random) == 0, let status = unread.randomElement(using: &random)
    {
      return .unread(
        described.key, status: status, unit: described.unit,
        printed: status == .absent ? "" : printed, place: status == .absent ? nil : place)
    }
    let count = Int64.random(in: -9...9_999_999, using: &random)
    if described.unit.isMoney, let value = Quantity(coefficient: count, scale: 2) {
      return .reported(
        described.key, value: value, unit: .yuan, printed: "\(value)元", place: place)
    }
    return .reported(
      described.key, value: Quantity(count), unit: described.unit,
      printed: Bool.random(using: &random)
        ? "\(count)" : printed.replacingFirst("22", with: "\(count)"),
      place: place)
  }

  /// The rows of `cells`.
  static func rows(_ reports: [Report]) -> [[String]] {
    reports.flatMap { report in
      report.tables.flatMap { table in
        table.cells.map { cell in
          [
            report.body, "\(report.year)", table.form, "\(table.number)", cell.key.indicator.text,
            cell.key.applicant?.rawValue ?? "", cell.value?.description ?? "", cell.unit.rawValue,
            cell.status.rawValue, cell.printed, report.source.path, cell.place?.locator ?? "",
          ]
        }
      }
    }
  }

  /// Every field quoted: whether a field needs it is the writer's own affair.
  static func csv(_ rows: [[String]], header: [String] = columns, lineEnd: String = "\n") -> String
  {
    ([header] + rows).map { row in
      row.map { "\"" + $0.replacingAll("\"", by: "\"\"") + "\"" }.joined(separator: ",") + lineEnd
    }.joined()
  }

  static func json(_ rows: [[String]], asArray: Bool) -> String {
    let records = rows.map { row in
      let members = zip(columns, row).map { name, text in
        let isNumber = ["year", "table", "value"].contains(name) && !text.isEmpty
        return "\"\(name)\": " + (isNumber ? text : text.isEmpty ? "null" : quoted(text))
      }
      return "{" + members.joined(separator: ", ") + "}"
    }
    return asArray
      ? "[\n" + records.joined(separator: ",\n") + "\n]\n" : records.map { $0 + "\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    let units = text.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "\"" + units.joined() + "\""
  }

  /// What the reader makes of a table; `nil` where it does not take it for one.
  static func read(
    _ bytes: [UInt8], body: String? = nil, year: Int? = nil
  ) -> [ReadItem]? {
    let reader = TableReader(catalog: .standard, limits: .standard)
    return reader.recognise(bytes).map {
      reader.items(
        of: LoadedFile(bytes: bytes), kind: $0.kind, path: "x.csv",
        identity: ReportIdentity(body: body, year: year))
    }
  }

  static func read(_ text: String, body: String? = nil, year: Int? = nil) -> [ReadItem]? {
    read(Array(text.utf8), body: body, year: year)
  }

  /// The one report of a table.
  static func report(_ text: String) throws -> Report {
    let items = try #require(read(text))
    #expect(items.count == 1)
    return try #require(items.first).result.get()
  }

  /// Why the one report of a table was refused.
  static func flaw(_ text: String, body: String? = nil, year: Int? = nil) throws -> TableFlaw {
    let items = try #require(read(text, body: body, year: year))
    #expect(items.count == 1)
    guard case .failure(.table(let flaw))? = items.first?.result else {
      Issue.record("not refused")
      return TableFlaw(line: 0, kind: .noFigures)
    }
    return flaw
  }
}

extension String {
  func replacingAll(_ part: Character, by other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
