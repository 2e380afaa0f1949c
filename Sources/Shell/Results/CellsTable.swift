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
}
