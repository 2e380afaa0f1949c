import GRDB
import ReportModel

/// Reads reports back as they were added.
struct ReportReader {
  let db: Database
  let file: String?
  let layouts: KnownLayouts

  /// Every report, in the order of body, year and loading.
  func reports() throws -> [StoredReport] {
    let forms = try layouts.all(db, file: file).mapValues(\.forms)
    let rows = try Row.fetchCursor(
      db, sql: Self.listing + " ORDER BY report.body, report.year, report.id")
    var reports: [StoredReport] = []
    while let row = try rows.next() { reports.append(stored(row, forms: forms)) }
    return reports
  }

  func current(body: String, year: Int) throws -> StoredReport? {
    let forms = try layouts.all(db, file: file).mapValues(\.forms)
    return try Row.first(
      db,
      sql: Self.listing
        + " WHERE report.body = CAST(? AS TEXT) AND report.year = ? ORDER BY report.id DESC LIMIT 1",
      arguments: [StoredText(body), year]
    ) { stored($0, forms: forms) }
  }

  func report(id: Int64) throws -> Report? {
    try Row.first(db, sql: Self.listing + " WHERE report.id = ?", arguments: [id]) { row in
      Report(
        body: row.text(1), year: row[2], source: source(row), tables: try tables(ofReport: id),
        claims: try claims(ofReport: id), problems: try problems(ofReport: id))
    }
  }

  func tables(ofReport id: Int64) throws -> [ReportTable] {
    let damaged = StoreError.damaged(file: file, .report(id))
    let stored = try Row.first(
      db,
      sql: """
        SELECT report.layout, report.figures, report_place.places
        FROM report LEFT JOIN report_place ON report_place.report = report.id
        WHERE report.id = ?
        """, arguments: [id]
    ) { row in
      (layout: row[0] as Int64, figures: row.text(1), places: row.optionalText(2))
    }
    guard let stored else { return [] }
    guard let layout = try layouts.all(db, file: file)[stored.layout],
      let figures = figures(stored.figures), figures.count == layout.cells.count,
      let places = stored.places.flatMap({ PlaceArray.places($0) }),
      places.count == layout.cells.count
    else { throw damaged }
    let irregulars = try irregularCells(ofReport: id)
    guard irregulars.keys.allSatisfy(layout.cells.indices.contains) else { throw damaged }
    var tables: [ReportTable] = []
    var cells: [Cell] = []
    for (position, described) in layout.cells.enumerated() {
      guard
        let cell = cell(
          described, figure: figures[position], place: places[position],
          irregular: irregulars[position])
      else { throw damaged }
      cells.append(cell)
      let next = position + 1 < layout.cells.count ? layout.cells[position + 1] : nil
      if next?.table != described.table {
        tables.append(ReportTable(number: described.table, form: described.form, cells: cells))
        cells = []
      }
    }
    return tables
  }

  func problems(ofReport id: Int64) throws -> [ReadingProblem] {
    let rows = try Row.fetchCursor(
      db,
      sql:
        "SELECT kind, table_number, seen, locator FROM problem WHERE report = ? ORDER BY position",
      arguments: [id])
    var problems: [ReadingProblem] = []
    while let row = try rows.next() {
      let locator = row.optionalText(3)
      let place = locator.flatMap { Place(locator: $0) }
      guard let kind = ReadingProblem.Kind(rawValue: row.text(0)),
        (place == nil) == (locator == nil)
      else { throw StoreError.damaged(file: file, .report(id)) }
      problems.append(
        ReadingProblem(kind: kind, table: row[1], seen: row.text(2), place: place))
    }
    return problems
  }

  func claims(ofReport id: Int64) throws -> [Claim] {
    guard let claims = try ClaimRows(db).claims(of: id) else {
      throw StoreError.damaged(file: file, .report(id))
    }
    return claims
  }

  func forEachReportWithClaims(
    among reports: Set<Int64>, _ body: (Int64, [Claim]) throws -> Void
  ) throws {
    if let bad = try ClaimRows(db).forEachReport(where: reports.contains, body) {
      throw StoreError.damaged(file: file, .report(bad))
    }
  }

  private static let listing = """
    SELECT report.id, report.body, report.year, report.path, report.digest, report.format,
      report.encoding, report.layout,
      NOT EXISTS (
        SELECT 1 FROM report AS later
        WHERE later.body = report.body AND later.year = report.year AND later.id > report.id
      )
    FROM report
    """

  private func stored(_ row: Row, forms: [Int64: [Int: String]]) -> StoredReport {
    StoredReport(
      id: row[0], body: row.text(1), year: row[2], source: source(row),
      forms: forms[row[7]] ?? [:], isCurrent: row[8])
  }

  private func source(_ row: Row) -> SourceFile {
    SourceFile(
      path: row.text(3), digest: row.text(4), format: row.text(5), encoding: row.text(6))
  }

  private func figures(_ text: String) -> [Quantity?]? {
    var text = text
    var figures: [Quantity?] = []
    let count = text.withUTF8 { bytes in
      FigureArray.read(UnsafeRawBufferPointer(bytes)) { figures.append($1) }
    }
    return count == nil ? nil : figures
  }

  private func irregularCells(ofReport id: Int64) throws -> [Int: IrregularCell] {
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT report, position, status, unit, printed FROM irregular WHERE report = ?",
      arguments: [id])
    var cells: [Int: IrregularCell] = [:]
    while let row = try rows.next() {
      guard let cell = IrregularCell(row) else {
        throw StoreError.damaged(file: file, .report(id))
      }
      cells[cell.position] = cell
    }
    return cells
  }

  /// - Returns: `nil` where the parts contradict each other.
  private func cell(
    _ described: Layout.Cell, figure: Quantity?, place: Place?, irregular: IrregularCell?
  ) -> Cell? {
    let status = irregular?.status ?? .reported
    let unit = irregular?.unit ?? described.unit
    guard status == .reported else {
      guard figure == nil else { return nil }
      return .unread(
        described.key, status: status, unit: unit, printed: irregular?.printed ?? "", place: place)
    }
    guard let figure, let place else { return nil }
    return .reported(
      described.key, value: figure, unit: unit,
      printed: irregular?.printed ?? figure.description, place: place)
  }
}
