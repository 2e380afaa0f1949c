import GRDB
import ReportModel

/// What a cell has besides its figure, where that is anything but the form's unit and the figure
/// itself as the printed text.
struct IrregularCell {
  let report: Int64
  let position: Int
  let status: CellStatus
  /// `nil` where the figure itself is printed.
  let printed: String?
  /// `nil` where it is the form's.
  let unit: MeasureUnit?

  /// - Returns: `nil` for a cell that is its figure and nothing else.
  init?(_ cell: Cell, formUnit: MeasureUnit, report: Int64, position: Int) {
    let printed = cell.printed.isSpelled(as: cell.value?.description) ? nil : cell.printed
    let unit = cell.unit == formUnit ? nil : cell.unit
    guard cell.status != .reported || printed != nil || unit != nil else { return nil }
    self.report = report
    self.position = position
    self.status = cell.status
    self.printed = printed
    self.unit = unit
  }

  /// Reads a row of `SELECT report, position, status, unit, printed`; `printed` may be left out.
  ///
  /// - Returns: `nil` where the row makes no sense.
  init?(_ row: Row) {
    guard let status = CellStatus(rawValue: row.text(2)) else { return nil }
    let unitName = row.optionalText(3)
    let unit = unitName.flatMap { MeasureUnit(rawValue: $0) }
    guard (unit == nil) == (unitName == nil) else { return nil }
    self.report = row[0]
    self.position = row[1]
    self.status = status
    self.unit = unit
    printed = row.count > 4 ? row.optionalText(4) : nil
  }

  /// A statement that inserts such rows.
  static func insertion(_ db: Database) throws -> RowInsertion {
    try RowInsertion(
      db,
      sql: """
        INSERT INTO irregular (report, position, status, printed, unit) VALUES (?, ?, ?, ?, ?)
        """)
  }

  func insert(by insertion: RowInsertion) throws {
    try insertion.insert { values in
      values.add(report)
      values.add(position)
      values.add(status.rawValue)
      values.add(printed)
      values.add(unit?.rawValue)
    }
  }
}

extension String {
  /// The same code units: Swift's `==` would hold different spellings of a character for equal.
  func isSpelled(as other: String?) -> Bool {
    guard let other else { return false }
    return utf8.elementsEqual(other.utf8)
  }
}
