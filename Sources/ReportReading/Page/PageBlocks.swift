import ReportModel

/// Gathers the blocks of a page in reading order while its tables are still open.
///
/// The text of a cell belongs to its table's grid; it becomes paragraphs as well where the table is
/// mere layout: where it holds other tables, or a cell holds whole pages of text.
struct PageBlocks {
  /// So many lines in one cell are no cell of a form; the longest label, printed one character a
  /// line, has nine.
  private static let linesOfLayout = 30

  /// How a format says cell by cell that one covers several rows.
  enum RowMerge {
    case begins
    case continues
  }

  private struct OpenTable {
    var builder: GridBuilder
    let entry: Int
    var cell: OpenCell?
    var isLayout = false
    var lastCellIsClosed = true
  }

  private struct OpenCell {
    var text = TextCollector()
    var holdsPicture = false
    var isUnclear = false
    let rowSpan: Int
    var columnSpan: Int
    var merge: RowMerge?
    let line: Int32?
  }

  private let limits: ReadingLimits
  /// `nil` where the grid of a table that is still open will stand.
  private var entries: [Document.Block?] = []
  private var tables: [OpenTable] = []
  private var gridCount = 0
  private var positionCount = 0
  private var rowCount = 0

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  /// The blocks, once every table is closed.
  var all: [Document.Block] { entries.compactMap { $0 } }

  mutating func append(_ paragraph: Paragraph) {
    entries.append(.paragraph(paragraph))
  }

  mutating func beginTable() {
    if !tables.isEmpty {
      tables[tables.count - 1].isLayout = true
      tables[tables.count - 1].cell?.isUnclear = true
    }
    gridCount += 1
    tables.append(OpenTable(builder: GridBuilder(number: gridCount), entry: entries.count))
    entries.append(nil)
  }

  mutating func endTable() -> ReadingError? {
    guard var table = tables.popLast() else { return nil }
    // A table without tables inside: all that was gathered since it began is its own text.
    if !table.isLayout { entries.removeSubrange((table.entry + 1)...) }
    if let failure = checkSize(adding: table.builder) { return failure }
    positionCount += table.builder.area
    entries[table.entry] = .grid(table.builder.finish())
    return nil
  }

  mutating func beginRow() -> ReadingError? {
    guard let index = tables.indices.last else { return nil }
    rowCount += 1
    guard rowCount <= limits.tableRows else {
      return .tooComplex(.tableRows, limit: limits.tableRows)
    }
    tables[index].builder.beginRow()
    return checkSize(adding: tables[index].builder)
  }

  mutating func endRowGroup() {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].builder.endGroup()
  }

  mutating func beginCell(rowSpan: Int, columnSpan: Int, line: Int32?) {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].cell = OpenCell(
      rowSpan: rowSpan, columnSpan: columnSpan, line: line)
  }

  /// - Parameter isClosed: whether the page says where the cell ends.
  mutating func endCell(isClosed: Bool) -> ReadingError? {
    guard let index = tables.indices.last, var cell = tables[index].cell else { return nil }
    tables[index].cell = nil
    if cell.text.lineCount >= Self.linesOfLayout { tables[index].isLayout = true }
    let text = cell.text.take()
    if cell.merge == .continues,
      tables[index].builder.continueCell(
        columnSpan: cell.columnSpan,
        isOpaque: cell.isUnclear || cell.holdsPicture || !text.isEmpty)
    {
      return checkSize(adding: tables[index].builder)
    }
    // A picture beside words is an ornament; alone or beside figures it is what the cell shows.
    let hidesFigure = cell.holdsPicture && !Self.hasWords(text)
    tables[index].builder.addCell(
      text: text, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
      isOpaque: cell.isUnclear || hidesFigure || Self.isParted(text)
        || cell.merge == .continues, line: cell.line, isContinued: cell.merge != nil)
    tables[index].lastCellIsClosed = isClosed
    return checkSize(adding: tables[index].builder)
  }

  private static func hasWords(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// Whether several figures stand under each other, of which nobody can say which is meant.
  private static func isParted(_ text: String) -> Bool {
    guard text.unicodeScalars.contains("\n") else { return false }
    return text.split(separator: "\n").count { FigureReading.isFigureLike(String($0)) } > 1
  }

  /// The page ended within the table: its last cell may have been cut.
  mutating func doubtLastCell() {
    guard let index = tables.indices.last, !tables[index].lastCellIsClosed else { return }
    tables[index].builder.doubtLastCell()
  }

  var isInTable: Bool { !tables.isEmpty }

  private func checkSize(adding open: GridBuilder) -> ReadingError? {
    positionCount + max(open.area, open.positionCount) > limits.tableCells
      ? .tooComplex(.tableCells, limit: limits.tableCells) : nil
  }

  mutating func appendToCell(_ text: String, isUnclear: Bool) {
    var text = text
    text.withUTF8 { appendToCell($0, isUnclear: isUnclear) }
  }

  /// - Parameter text: valid UTF-8.
  mutating func appendToCell(_ text: UnsafeBufferPointer<UInt8>, isUnclear: Bool) {
    guard let index = tables.indices.last, tables[index].cell != nil else { return }
    tables[index].cell?.text.append(text)
    if isUnclear, !WhiteSpace.inner(of: text).isEmpty {
      tables[index].cell?.isUnclear = true
    }
  }

  /// Leaves columns without any cell, before the first cell of a row.
  mutating func skipColumns(_ count: Int) {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].builder.skipColumns(count)
  }

  /// For formats that tell a cell's span after its beginning.
  mutating func spanCell(columns: Int) {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].cell?.columnSpan = columns
  }

  /// Says that the open cell is one with the cell below or above it.
  mutating func mergeCell(_ merge: RowMerge) {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].cell?.merge = merge
  }

  /// Says that the open cell shows something besides its text.
  mutating func markUnclear() {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].cell?.isUnclear = true
  }

  mutating func breakLineInCell() {
    guard let index = tables.indices.last else { return }
    tables[index].cell?.text.appendBreak()
  }

  mutating func markPicture() {
    guard let index = tables.indices.last else { return }
    tables[index].cell?.holdsPicture = true
  }
}
