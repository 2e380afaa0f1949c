import GRDB
import ReportModel

/// How much of a report was read, counted.
public struct ReportContents: Hashable, Sendable {
  /// Cells by what the page shows in them, over the tables that the page has.
  public let cells: [CellStatus: Int]
  /// How many problems the reading met.
  public let problems: Int

  /// How many cells there are.
  public var total: Int { cells.values.reduce(0, +) }

  /// Counts every report of the store without reading its figures.
  static func all(_ db: Database, file: String?) throws -> [Int64: ReportContents] {
    var irregular: [Int64: [CellStatus: Int]] = [:]
    let statuses = try Row.fetchCursor(
      db,
      sql: """
        SELECT report, status, count(*) FROM irregular WHERE status <> 'reported'
        GROUP BY report, status
        """)
    while let row = try statuses.next() {
      let id: Int64 = row[0]
      guard let status = CellStatus(rawValue: row.text(1)) else {
        throw StoreError.damaged(file: file, .report(id))
      }
      irregular[id, default: [:]][status] = row[2]
    }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT report.id,
          (SELECT count(*) FROM layout_cell WHERE layout_cell.layout = report.layout),
          (SELECT count(*) FROM problem WHERE problem.report = report.id)
        FROM report
        """)
    var contents: [Int64: ReportContents] = [:]
    while let row = try rows.next() {
      let id: Int64 = row[0]
      var cells = irregular[id] ?? [:]
      let total: Int = row[1]
      let reported = total - cells.values.reduce(0, +)
      guard reported >= 0 else { throw StoreError.damaged(file: file, .report(id)) }
      if reported > 0 { cells[.reported] = reported }
      contents[id] = ReportContents(cells: cells, problems: row[2])
    }
    return contents
  }
}
