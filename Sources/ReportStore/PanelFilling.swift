import GRDB
import Panel
import ReportModel

/// Fills a panel in one pass over the reports and one over their irregular cells, both in the order
/// of their numbers. Places are not touched.
struct PanelFilling {
  /// What a layout means to the panel.
  private struct Plan {
    let forms: [Int: String]
    let slots: [PanelBuilder.Slot]
    let units: [MeasureUnit]
  }

  private let db: Database
  private let file: String?
  private var builder: PanelBuilder
  private var plans: [Int64: Plan] = [:]

  init(_ db: Database, file: String?) throws {
    self.db = db
    self.file = file
    builder = PanelBuilder(
      expecting: try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM report") ?? 0)
    for (id, layout) in try Layout.all(db, file: file).sorted(by: { $0.key < $1.key }) {
      plans[id] = Plan(
        forms: layout.forms, slots: layout.cells.map { builder.slot(of: $0.key) },
        units: layout.cells.map(\.unit))
    }
  }

  mutating func panel() throws -> Panel {
    var irregulars = try IrregularCells(db, file: file)
    var cells: [IrregularCell] = []
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, body, year, layout, figures FROM report ORDER BY id")
    while let row = try rows.next() {
      let id: Int64 = row[0]
      let damaged = StoreError.damaged(file: file, .report(id))
      guard let plan = plans[row[3]] else { throw damaged }
      try irregulars.take(report: id, into: &cells)
      builder.begin(PanelReport(id: id, body: row.text(1), year: row[2], forms: plan.forms))
      let isWhole = try row.withUnsafeData(atIndex: 4) { data in
        try data?.withUnsafeBytes { try fill(plan, figures: $0, irregulars: cells) } ?? false
      }
      guard isWhole else { throw damaged }
    }
    return builder.build()
  }

  /// - Returns: whether figures and irregular cells fit the layout and each other.
  private mutating func fill(
    _ plan: Plan, figures: UnsafeRawBufferPointer, irregulars: [IrregularCell]
  ) throws -> Bool {
    var rest = irregulars[...]
    var isWhole = true
    let count = FigureArray.read(figures) { position, figure in
      guard position < plan.slots.count else { return }
      let irregular = rest.first?.position == position ? rest.popFirst() : nil
      let status = irregular?.status ?? .reported
      if (status == .reported) != (figure != nil) { isWhole = false }
      builder.set(
        plan.slots[position], state: PanelColumn.State(status), value: figure ?? .zero,
        unit: irregular?.unit ?? plan.units[position])
    }
    return isWhole && count == plan.slots.count && rest.isEmpty
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

  /// Puts the cells of a report into `cells`. Reports are asked for in ascending order.
  mutating func take(report: Int64, into cells: inout [IrregularCell]) throws {
    cells.removeAll(keepingCapacity: true)
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
