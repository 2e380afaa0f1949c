import Dispatch
import GRDB
import Glibc
import Panel
import ReportModel

/// Fills a panel in one pass over the reports and one over their irregular cells, both in the order
/// of their numbers. Places are not touched.
///
/// Rows are fetched by the block; while SQLite can be asked by one thread only, their figures are
/// read and put into columns on all cores.
struct PanelFilling {
  /// What a layout means to the panel.
  private struct Plan {
    let forms: [Int: String]
    /// By which the builder knows it.
    let number: Int
    let width: Int
  }

  /// A report whose figures are still to be read.
  private struct Waiting {
    let report: PanelReport
    let width: Int
    /// Where its figures lie in `texts`.
    let text: Range<Int>
    /// Which of the irregular cells are its own.
    let irregular: Range<Int>
  }

  private let db: Database
  private let file: String?
  private var builder: PanelBuilder
  private var plans: [Int64: Plan] = [:]
  private var block: PanelBlock
  private var waiting: [Waiting] = []
  private var texts: [UInt8] = []
  private var cells: [IrregularCell] = []
  /// Names that occurred, so that a body's reports share one.
  private var bodies: Set<ExactText> = []
  private var lastBody = ""

  init(_ db: Database, file: String?) throws {
    self.db = db
    self.file = file
    builder = PanelBuilder(
      expecting: try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM report") ?? 0)
    var width = 0
    for (id, layout) in try Layout.all(db, file: file).sorted(by: { $0.key < $1.key }) {
      plans[id] = Plan(
        forms: layout.forms, number: builder.addLayout(layout.cells.map { ($0.key, $0.unit) }),
        width: layout.cells.count)
      width = max(width, layout.cells.count)
    }
    block = PanelBlock(width: width)
  }

  mutating func panel() throws -> Panel {
    var irregulars = try IrregularCells(db, file: file)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, body, year, layout, figures FROM report ORDER BY id")
    while let row = try rows.next() {
      let id: Int64 = row[0]
      let damaged = StoreError.damaged(file: file, .report(id))
      guard let plan = plans[row[3]] else { throw damaged }
      let firstCell = cells.count
      try irregulars.take(report: id, into: &cells)
      let firstByte = texts.count
      try row.withUnsafeData(atIndex: 4) { data in
        guard let data else { throw damaged }
        data.withUnsafeBytes { texts.append(contentsOf: $0) }
      }
      waiting.append(
        Waiting(
          report: PanelReport(id: id, body: try body(row), year: row[2], forms: plan.forms),
          width: plan.width, text: firstByte..<texts.count, irregular: firstCell..<cells.count))
      block.append(layout: plan.number)
      if block.count == PanelBlock.capacity { try flush() }
    }
    try flush()
    return builder.build()
  }

  /// The body of a row: the name of the report before where it is the same, else one that occurred.
  private mutating func body(_ row: Row) throws -> String {
    let last = lastBody
    let isSame = try row.withUnsafeData(atIndex: 1) { data in
      data.map { data in data.withUnsafeBytes { Self.isText($0, last) } } ?? false
    }
    guard !isSame else { return last }
    let body = row.text(1)
    lastBody = body
    lastBody = bodies.insert(ExactText(body)).memberAfterInsert.text
    return lastBody
  }

  private static func isText(_ bytes: UnsafeRawBufferPointer, _ text: String) -> Bool {
    let isSame = text.utf8.withContiguousStorageIfAvailable { text in
      guard text.count == bytes.count, let one = text.baseAddress, let other = bytes.baseAddress
      else { return false }
      return memcmp(one, other, bytes.count) == 0
    }
    return isSame ?? false
  }

  /// Puts the figures of the waiting reports into the columns.
  private mutating func flush() throws {
    guard !waiting.isEmpty else { return }
    let read = readTexts()
    for (row, waiting) in waiting.enumerated() {
      guard settle(row, waiting, read[row]) else {
        throw StoreError.damaged(file: file, .report(waiting.report.id))
      }
    }
    builder.add(waiting.map(\.report), figures: block)
    block.removeAll()
    waiting.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }

  /// What a report's text holds besides the small counts, which stand in the block.
  private struct ReadText {
    /// How many places are empty; `nil` where the text is no array of so many figures.
    var empty: Int?
    /// Figures that are no small counts, by their positions.
    var others: [(position: Int, figure: Quantity)] = []
  }

  private mutating func readTexts() -> [ReadText] {
    var read = Array(repeating: ReadText(), count: waiting.count)
    let (waiting, width) = (waiting, block.width)
    let parts = min(8, waiting.count)
    texts.withUnsafeBytes { texts in
      block.numbers.withUnsafeMutableBufferPointer { numbers in
        read.withUnsafeMutableBufferPointer { read in
          // Each iteration touches rows of its own only.
          nonisolated(unsafe) let (texts, numbers, read) = (texts, numbers, read)
          DispatchQueue.concurrentPerform(iterations: parts) { part in
            for row in (waiting.count * part / parts)..<(waiting.count * (part + 1) / parts) {
              let report = waiting[row]
              read[row] = Self.read(
                UnsafeRawBufferPointer(rebasing: texts[report.text]),
                into: UnsafeMutableBufferPointer(
                  rebasing: numbers[(row * width)..<(row * width + report.width)]))
            }
          }
        }
      }
    }
    return read
  }

  private static func read(
    _ text: UnsafeRawBufferPointer, into row: UnsafeMutableBufferPointer<Int32>
  ) -> ReadText {
    var read = ReadText()
    var empty = 0
    let count = FigureArray.read(text, counts: row) { position, figure in
      guard position < row.count else { return }
      guard let figure else {
        row[position] = PanelBlock.Number.none
        empty += 1
        return
      }
      if let count = figure.count, PanelBlock.Number.isPlain(count) {
        row[position] = Int32(truncatingIfNeeded: count)
      } else {
        row[position] = PanelBlock.Number.special
        read.others.append((position, figure))
      }
    }
    read.empty = count == row.count ? empty : nil
    return read
  }

  /// Puts what is no small count beside the block's rows.
  ///
  /// - Returns: whether figures and irregular cells fit the layout and each other.
  private mutating func settle(_ row: Int, _ report: Waiting, _ read: ReadText) -> Bool {
    guard var empty = read.empty else { return false }
    for (position, figure) in read.others {
      block.set(
        PanelBlock.Special(state: .reported, value: figure, unit: nil),
        at: block.index(row: row, position: position))
    }
    var last = -1
    for cell in cells[report.irregular] {
      guard cell.position > last, cell.position < report.width else { return false }
      last = cell.position
      let index = block.index(row: row, position: cell.position)
      let isEmpty = block.numbers[index] == PanelBlock.Number.none
      guard isEmpty == (cell.status != .reported) else { return false }
      if isEmpty {
        empty -= 1
        block.set(
          PanelBlock.Special(state: PanelColumn.State(cell.status), value: .zero, unit: cell.unit),
          at: index)
      } else if let unit = cell.unit {
        let value = block.special(at: index)?.value ?? Quantity(Int64(block.numbers[index]))
        block.set(PanelBlock.Special(state: .reported, value: value, unit: unit), at: index)
      }
    }
    // Whoever could not read a figure must have said why.
    return empty == 0
  }
}

/// The irregular cells of all reports, taken report by report.
private struct IrregularCells {
  private let rows: RowCursor
  private let file: String?
  private var next: IrregularCell?

  init(_ db: Database, file: String?) throws {
    self.file = file
    rows = try Row.fetchCursor(
      db, sql: "SELECT report, position, status, unit FROM irregular ORDER BY report, position")
    try advance()
  }

  /// Appends the cells of a report to `cells`. Reports are asked for in ascending order.
  mutating func take(report: Int64, into cells: inout [IrregularCell]) throws {
    while let cell = next, cell.report <= report {
      guard cell.report == report else {
        throw StoreError.damaged(file: file, .report(cell.report))
      }
      cells.append(cell)
      try advance()
    }
  }

  private mutating func advance() throws {
    guard let row = try rows.next() else {
      next = nil
      return
    }
    guard let cell = IrregularCell(row) else {
      throw StoreError.damaged(file: file, .report(row[0]))
    }
    next = cell
  }
}
