import Forms
import GRDB
import ReportModel

/// What stands at each position of a report's figures, as the store's file says it. The file keeps
/// its own account, so that it stays readable when a form's file changes.
struct Layout {
  /// One position.
  struct Cell: Equatable {
    let form: String
    let table: Int
    let key: CellKey
    let unit: MeasureUnit
  }

  let id: Int64
  let cells: [Cell]

  /// The forms of the tables by table number.
  var forms: [Int: String] {
    Dictionary(cells.map { ($0.table, $0.form) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every layout of the store, by id.
  static func all(_ db: Database, file: String?) throws -> [Int64: Layout] {
    var cells: [Int64: [Cell]] = [:]
    // A report without any table has a layout without cells.
    for id in try Int64.fetchAll(db, sql: "SELECT id FROM layout") { cells[id] = [] }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT layout, position, form, table_number, indicator, applicant, unit
        FROM layout_cell ORDER BY layout, position
        """)
    while let row = try rows.next() {
      let id: Int64 = row[0]
      let position: Int = row[1]
      let applicantName = row.optionalText(5)
      let applicant = applicantName.flatMap { Applicant(rawValue: $0) }
      guard let unit = MeasureUnit(rawValue: row.text(6)),
        (applicant == nil) == (applicantName == nil), cells[id]?.count == position
      else { throw StoreError.damaged(file: file, .layout(id)) }
      cells[id]?.append(
        Cell(
          form: row.text(2), table: row[3],
          key: CellKey(IndicatorCode(row.text(4)), applicant), unit: unit))
    }
    return Dictionary(uniqueKeysWithValues: cells.map { ($0, Layout(id: $0, cells: $1)) })
  }

  /// Stores a layout that the file does not have yet.
  static func insert(_ cells: [Cell], _ db: Database) throws -> Layout {
    var tables: [String] = []
    for cell in cells where tables.last != "\(cell.form):\(cell.table)" {
      tables.append("\(cell.form):\(cell.table)")
    }
    try db.execute(
      sql: "INSERT INTO layout (tables) VALUES (?)", arguments: [tables.joined(separator: " ")])
    let id = db.lastInsertedRowID
    for (position, cell) in cells.enumerated() {
      try db.execute(
        sql: "INSERT INTO layout_cell VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          id, position, cell.form, cell.table, cell.key.indicator.text,
          cell.key.applicant?.rawValue, cell.unit.rawValue,
        ])
    }
    return Layout(id: id, cells: cells)
  }

  /// Throws where a table of a report is not as its form has it, or tables are not in ascending
  /// order.
  static func checkTables(of report: Report, in catalog: FormCatalog) throws {
    var previous = 0
    for table in report.tables {
      guard let formTable = catalog.form(table.form)?.table(table.number),
        formTable.cells.lazy.map(\.key).elementsEqual(table.cells.lazy.map(\.key)),
        table.number > previous
      else {
        throw StoreError.unfit(
          body: report.body, year: report.year, form: table.form, table: table.number)
      }
      if !table.cells.isEmpty { previous = table.number }
    }
  }

  /// The layout of a report whose tables are as their forms have them: their cells, one table after
  /// the other.
  static func cells(of report: Report, in catalog: FormCatalog) -> [Cell] {
    report.tables.flatMap { table in
      (catalog.form(table.form)?.table(table.number)?.cells ?? []).map {
        Cell(form: table.form, table: table.number, key: $0.key, unit: $0.unit)
      }
    }
  }
}
