import GRDB
import Panel
import ReportModel

/// Fills a panel: first the index of bodies and years tells each report's place, then one pass over
/// the reports and one over their irregular cells, both in the order of their numbers, bring the
/// figures. Where cells stand on the page is not touched.
///
/// SQLite can be asked by one thread only; the figures are read on the others meanwhile.
struct PanelFilling {
  private let db: Database
  private let file: String?
  private let current: CurrentReports
  private let frame: PanelFrame
  /// By number in the store, the position in the frame.
  private let layouts: [Int64: Int]

  init(_ db: Database, file: String?) throws {
    self.db = db
    self.file = file
    let all = try Layout.all(db, file: file).sorted { $0.key < $1.key }
    layouts = Dictionary(
      all.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    current = try CurrentReports(db, file: file)
    frame = PanelFrame(
      bodies: current.bodies, members: current.members,
      layouts: all.map { _, layout in
        PanelFrame.Layout(
          cells: layout.cells.map { ($0.key, $0.unit) }, forms: layout.forms)
      })
  }

  func panel() throws -> Panel {
    var layoutOfReport = [UInt32](repeating: 0, count: frame.count)
    let queue = BatchQueue(frame)
    let specials: [PanelFrame.Special]
    do {
      do {
        try fetch(into: queue, &layoutOfReport)
      } catch {
        // Nobody may write into the frame once it is gone.
        _ = try? queue.finish()
        throw error
      }
      specials = try queue.finish()
    } catch let report as FigureBatch.DamagedReport {
      throw StoreError.damaged(file: file, .report(report.id))
    }
    return frame.panel(layoutOfReport: layoutOfReport, specials: specials)
  }

  private func fetch(into queue: BatchQueue, _ layoutOfReport: inout [UInt32]) throws {
    var irregulars = try IrregularCells(db, file: file)
    let rows = try RowReading(db, sql: "SELECT id, layout, figures FROM report ORDER BY id")
    var known = current.places.makeIterator()
    var last: (id: Int64, layout: Int)?
    var batch = FigureBatch()
    while try rows.next() {
      let id = rows.number(0)
      // The table and its index must tell of the same reports.
      guard let report = known.next(), report.id == id else {
        throw FigureBatch.DamagedReport(id: id)
      }
      guard let place = report.place else {
        try irregulars.take(report: id) { _ in }
        continue
      }
      let layoutID = rows.number(1)
      if last?.id != layoutID { last = layouts[layoutID].map { (layoutID, $0) } }
      guard let layout = last?.layout else { throw FigureBatch.DamagedReport(id: id) }
      layoutOfReport[Int(place)] = UInt32(layout)
      try irregulars.take(report: id) { batch.append($0) }
      rows.withBytes(2) {
        batch.append(id: id, place: Int(place), layout: layout, figures: $0)
      }
      if batch.isFull {
        queue.add(batch)
        batch = FigureBatch()
      }
    }
    queue.add(batch)
    if let missing = known.next() { throw FigureBatch.DamagedReport(id: missing.id) }
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

  /// Gives the cells of a report to `body`. Reports are asked for in ascending order.
  mutating func take(report: Int64, _ body: (IrregularCell) -> Void) throws {
    while let cell = next, cell.report <= report {
      guard cell.report == report else { throw FigureBatch.DamagedReport(id: cell.report) }
      body(cell)
      try advance()
    }
  }

  private mutating func advance() throws {
    guard let row = try rows.next() else {
      next = nil
      return
    }
    guard let cell = IrregularCell(row) else { throw FigureBatch.DamagedReport(id: row[0]) }
    next = cell
  }
}
