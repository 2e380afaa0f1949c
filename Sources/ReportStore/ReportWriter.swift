import Forms
import GRDB
import ReportModel

/// Adds reports within one transaction.
struct ReportWriter {
  private let db: Database
  private let catalog: FormCatalog
  private var layouts: [Layout]
  /// By the tables of a report as `Layout.tables` names them.
  private var layoutsByTables: [String: Layout] = [:]
  private let irregular: RowInsertion
  private let places: RowInsertion
  private let problems: RowInsertion
  private let claims: ClaimInsertion

  init(_ db: Database, catalog: FormCatalog, file: String?) throws {
    self.db = db
    self.catalog = catalog
    layouts = try Layout.all(db, file: file).values.sorted { $0.id < $1.id }
    irregular = try IrregularCell.insertion(db)
    places = try RowInsertion(db, sql: "INSERT INTO report_place (report, places) VALUES (?, ?)")
    problems = try RowInsertion(
      db,
      sql: """
        INSERT INTO problem (report, position, kind, table_number, seen, locator)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    claims = try ClaimInsertion(db)
  }

  mutating func add(_ report: Report) throws -> AddOutcome {
    let layout = try self.layout(of: report)
    guard try !contains(report) else { return .unchanged }
    let formerName = try removeNamesake(of: report)
    let previousPath = try previousPath(of: report)
    let id = try insert(report, layout: layout)
    try insertCells(of: report, id: id, layout: layout)
    try insertProblems(of: report, id: id)
    try claims.insert(report.claims, of: id)
    if let formerName { return .renamed(previousBody: formerName.body, year: formerName.year) }
    return previousPath.map { .replaced(previousPath: $0) } ?? .added
  }

  /// One file is one report: loaded under another name, it must not count twice. What was said
  /// later about whose it is and of which year counts.
  ///
  /// - Returns: the name under which the file was loaded before, if under another.
  private func removeNamesake(of report: Report) throws -> (body: String, year: Int)? {
    let statement = try db.cachedStatement(
      sql: "SELECT id, body, year FROM report WHERE digest = CAST(? AS TEXT) ORDER BY id DESC")
    let cursor = try Row.fetchCursor(
      statement, arguments: [StoredText(report.source.digest)])
    guard let row = try cursor.next() else { return nil }
    let (id, year): (Int64, Int) = (row[0], row[2])
    let body: StoredText = row[1]
    for table in ["irregular", "report_place", "problem"] + ClaimSchema.tables {
      try db.execute(sql: "DELETE FROM \(table) WHERE report = ?", arguments: [id])
    }
    try db.execute(sql: "DELETE FROM report WHERE id = ?", arguments: [id])
    return (body.text, year)
  }

  private mutating func layout(of report: Report) throws -> Layout {
    try Layout.checkTables(of: report, in: catalog)
    let tables = report.tables.map { "\($0.form):\($0.number)" }.joined(separator: " ")
    if let known = layoutsByTables[tables] { return known }
    let cells = Layout.cells(of: report, in: catalog)
    if let known = layouts.first(where: { $0.cells == cells }) {
      layoutsByTables[tables] = known
      return known
    }
    let layout = try Layout.insert(cells, db)
    layouts.append(layout)
    layoutsByTables[tables] = layout
    return layout
  }

  private func contains(_ report: Report) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM report
            WHERE digest = CAST(? AS TEXT) AND body = CAST(? AS TEXT) AND year = ?
          )
          """),
      arguments: [StoredText(report.source.digest), StoredText(report.body), report.year]) ?? false
  }

  private func previousPath(of report: Report) throws -> String? {
    try StoredText.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT path FROM report WHERE body = CAST(? AS TEXT) AND year = ?
          ORDER BY id DESC LIMIT 1
          """),
      arguments: [StoredText(report.body), report.year])?.text
  }

  private func insert(_ report: Report, layout: Layout) throws -> Int64 {
    let figures = FigureArray.text(report.tables.lazy.flatMap { $0.cells.lazy.map(\.value) })
    try db.cachedStatement(
      sql: """
        INSERT INTO report (body, year, path, digest, format, encoding, layout, figures)
        VALUES (CAST(? AS TEXT), ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
          CAST(? AS TEXT), ?, ?)
        """
    ).execute(arguments: [
      StoredText(report.body), report.year, StoredText(report.source.path),
      StoredText(report.source.digest), StoredText(report.source.format),
      StoredText(report.source.encoding), layout.id, figures,
    ])
    return db.lastInsertedRowID
  }

  private func insertCells(of report: Report, id: Int64, layout: Layout) throws {
    let cells = report.tables.flatMap(\.cells)
    for (position, pair) in zip(cells, layout.cells).enumerated() {
      let irregular = IrregularCell(
        pair.0, formUnit: pair.1.unit, report: id, position: position)
      try irregular?.insert(by: self.irregular)
    }
    try places.insert { values in
      values.add(id)
      values.add(PlaceArray.text(cells.lazy.map(\.place)))
    }
  }

  private func insertProblems(of report: Report, id: Int64) throws {
    for (position, problem) in report.problems.enumerated() {
      try problems.insert { values in
        values.add(id)
        values.add(position)
        values.add(problem.kind.rawValue)
        values.add(problem.table)
        values.add(problem.seen)
        values.add(problem.place?.locator)
      }
    }
  }
}
