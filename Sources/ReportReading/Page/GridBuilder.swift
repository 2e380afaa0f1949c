import ReportModel

/// Lays cells out on a grid in the way of HTML: each cell takes the next free column of its row and
/// covers what its spans say.
struct GridBuilder {
  private struct Draft {
    let text: String
    let row: Int
    let column: Int
    var rowSpan: Int
    let columnSpan: Int
    var isOpaque: Bool
    let line: Int32?
    /// Whether the row below may continue it.
    let isContinued: Bool
  }

  private let number: Int
  private var cells: [Draft] = []
  private var rows: [[Int32]] = []
  /// Cells that reach into rows still to come.
  private var open: [Int] = []
  private(set) var positionCount = 0
  private var width = 0
  /// The first column of the current row that may be free.
  private var cursor = 0

  /// The positions of the grid as it is now, those behind the ends of short rows included.
  var area: Int { rows.count * width }

  init(number: Int) {
    self.number = number
  }

  mutating func beginRow() {
    var row: [Int32] = []
    let index = rows.count
    open.removeAll { cells[$0].row + cells[$0].rowSpan <= index }
    for cell in open { cover(&row, with: cell) }
    rows.append(row)
    cursor = 0
  }

  /// Leaves positions without a cell.
  mutating func skipColumns(_ count: Int) {
    guard !rows.isEmpty, count > 0 else { return }
    rows[rows.count - 1].append(contentsOf: repeatElement(-1, count: count))
    cursor += count
    width = max(width, rows[rows.count - 1].count)
  }

  /// Lets the cell above cover the next columns of this row as well.
  ///
  /// - Returns: whether there is such a cell, of these very columns and made to be continued.
  mutating func continueCell(columnSpan: Int, isOpaque: Bool) -> Bool {
    let index = rows.count - 1
    guard index > 0 else { return false }
    skipCovered()
    guard cursor == rows[index].count, cursor < rows[index - 1].count else { return false }
    let cell = Int(rows[index - 1][cursor])
    guard cell >= 0, cells[cell].isContinued, cells[cell].column == cursor,
      cells[cell].columnSpan == columnSpan, cells[cell].row + cells[cell].rowSpan == index
    else { return false }
    cells[cell].rowSpan += 1
    // What the lower part holds is not seen, or not in its place.
    if isOpaque { cells[cell].isOpaque = true }
    var row: [Int32] = []
    swap(&row, &rows[index])
    cover(&row, with: cell)
    swap(&row, &rows[index])
    return true
  }

  private mutating func skipCovered() {
    guard let row = rows.last else { return }
    while cursor < row.count, row[cursor] >= 0 { cursor += 1 }
  }

  /// - Parameters:
  ///   - rowSpan: `0` for all rows to the end of the group, as HTML has it.
  ///   - isContinued: whether `continueCell` may lengthen it.
  mutating func addCell(
    text: String, rowSpan: Int, columnSpan: Int, isOpaque: Bool, line: Int32?,
    isContinued: Bool = false
  ) {
    if rows.isEmpty { beginRow() }
    let rowIndex = rows.count - 1
    skipCovered()
    cells.append(
      Draft(
        text: text, row: rowIndex, column: cursor, rowSpan: rowSpan == 0 ? Int(Int32.max) : rowSpan,
        columnSpan: columnSpan, isOpaque: isOpaque, line: line, isContinued: isContinued))
    // Taken out for the change, so that a row of many cells is not copied for each.
    var row: [Int32] = []
    swap(&row, &rows[rowIndex])
    cover(&row, with: cells.count - 1)
    swap(&row, &rows[rowIndex])
    if rowSpan != 1 { open.append(cells.count - 1) }
  }

  mutating func doubtLastCell() {
    guard !cells.isEmpty else { return }
    cells[cells.count - 1].isOpaque = true
  }

  /// Ends a group of rows (`<tbody>` and the like): no cell reaches beyond it.
  mutating func endGroup() {
    for cell in open {
      cells[cell].rowSpan = min(cells[cell].rowSpan, rows.count - cells[cell].row)
    }
    open = []
  }

  private mutating func cover(_ row: inout [Int32], with cell: Int) {
    let end = cells[cell].column + cells[cell].columnSpan
    while row.count < end { row.append(-1) }
    width = max(width, end)
    for column in cells[cell].column..<end where row[column] < 0 {
      row[column] = Int32(cell)
      positionCount += 1
    }
  }

  mutating func finish() -> Grid {
    endGroup()
    var positions: [Int32] = []
    positions.reserveCapacity(rows.count * width)
    for row in rows {
      positions.append(contentsOf: row)
      positions.append(contentsOf: repeatElement(-1, count: width - row.count))
    }
    let placed = cells.map { cell in
      GridCell(
        text: cell.text, row: cell.row, column: cell.column, rowSpan: max(1, cell.rowSpan),
        columnSpan: cell.columnSpan, isOpaque: cell.isOpaque,
        place: Place(
          table: Int32(number), row: Int32(cell.row + 1), column: Int32(cell.column + 1),
          line: cell.line))
    }
    return Grid(
      number: number, rowCount: rows.count, columnCount: width, cells: placed,
      positions: positions)
  }
}
