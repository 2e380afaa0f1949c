import Forms
import ReportModel

/// Reports with one figure of interest, for tests that look at one thing.
enum SmallReports {
  static let penalties = CellKey(IndicatorCode("penalty.decisions"))

  /// A report whose table 2 of 2021 has this many penalties and zeros; the digest is made from
  /// `file`, so that the same name stands for the same file.
  static func report(
    _ body: String, _ year: Int, penalties: Int64, file: String
  ) -> Report {
    let table = FormCatalog.standard.form("gid-2021")?.table(2)
    let cells = (table?.cells ?? []).map { cell in
      let value = Quantity(cell.key == Self.penalties ? penalties : 0)
      return Cell.reported(
        cell.key, value: value, unit: cell.unit, printed: value.description, place: Place(line: 1))
    }
    return Report(
      body: body, year: year, source: source(file),
      tables: [ReportTable(number: 2, form: "gid-2021", cells: cells)], claims: [], problems: [])
  }

  static func source(_ file: String) -> SourceFile {
    let hexadecimal = file.utf8.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
    let digest = String((hexadecimal + String(repeating: "0", count: 64)).prefix(64))
    return SourceFile(path: file, digest: digest, format: "text", encoding: "UTF-8")
  }
}
