import ReportModel
import ReportStore

/// Tidy cells: one row a figure, in the contract's columns.
enum CellsTable {
  static let columns: [ResultColumn] = [
    Headings.body, Headings.year, Headings.form, Headings.table, Headings.indicator,
    Headings.applicant, Headings.value, Headings.unit, Headings.status, Headings.printed,
    Headings.source, Headings.locator,
  ]

  static func row(_ cell: Cell, of table: ReportTable, in report: StoredReport) -> [ResultValue] {
    [
      .text(report.body), .count(report.year), .text(table.form), .count(table.number),
      .text(cell.key.indicator.text), .applicant(cell.key.applicant), .optional(cell.value),
      .unit(cell.unit), .status(cell.status), .text(cell.printed), .text(report.source.path),
      .text(cell.place?.locator ?? ""),
    ]
  }

  /// For the screen: indicator and applicant in one column, and neither form, unit nor file, which
  /// `show` and `reports` tell.
  static func shown(_ result: ResultTable) -> ResultTable {
    var shown = result
    let (indicator, applicant) = (4, 5)
    shown.columns[indicator] = Headings.code("cell", "单元格", "Cell")
    for (index, row) in result.rows.enumerated() {
      guard case .text(let code) = row[indicator].content,
        case .term(let name, _) = row[applicant].content
      else { continue }
      shown.rows[index][indicator] = .text("\(code)[\(name)]")
    }
    return shown.without(["form", "table", "applicant", "unit", "source"])
      .withoutColumns(["status"], saying: CellStatus.reported.rawValue)
  }
}
