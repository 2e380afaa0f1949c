import GRDB

/// What the file looks like. It is open to any SQLite tool from version 3.38 on: `cells` and
/// `reports` are for reading by people, the tables under them for speed.
enum StoreSchema {
  /// Marks the file as ours: the letters `nbao`.
  static let applicationID = 0x6e62_616f

  /// The newest version of the schema known here, in `PRAGMA user_version`.
  static let version = 4

  /// SQLite keeps the comments inside a statement, so that `.schema` shows them.
  static let statements = [
    """
    CREATE TABLE layout ( -- which form tables a report has
      id INTEGER PRIMARY KEY,
      tables TEXT NOT NULL -- form:table, as in 'gid-2021:2 gid-2019:3 gid-2021:4'
    ) STRICT
    """,
    """
    CREATE TABLE layout_cell ( -- what stands at each position of report.figures
      layout INTEGER NOT NULL REFERENCES layout(id),
      position INTEGER NOT NULL, -- from 0
      form TEXT NOT NULL,
      table_number INTEGER NOT NULL, -- 1 to 4
      indicator TEXT NOT NULL,
      applicant TEXT, -- in table 3 only
      unit TEXT NOT NULL,
      PRIMARY KEY (layout, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE report ( -- one row a report; of one body and year the highest id is current
      id INTEGER PRIMARY KEY,
      body TEXT NOT NULL,
      year INTEGER NOT NULL,
      path TEXT NOT NULL, -- as given when it was loaded
      digest TEXT NOT NULL, -- SHA-256 of the file, in hexadecimal digits
      format TEXT NOT NULL,
      encoding TEXT NOT NULL,
      layout INTEGER NOT NULL REFERENCES layout(id),
      figures TEXT NOT NULL, -- JSON array in the order of layout_cell; null where none was read
      UNIQUE (digest, body, year)
    ) STRICT
    """,
    "CREATE INDEX report_of_body ON report(body, year)",
    """
    CREATE TABLE irregular ( -- the cells that are not just the printed number in the form's unit
      report INTEGER NOT NULL REFERENCES report(id),
      position INTEGER NOT NULL, -- as in layout_cell
      status TEXT NOT NULL, -- reported, blank, dash, text, ambiguous or absent
      printed TEXT, -- as on the page; NULL where it is the figure itself
      unit TEXT, -- NULL where it is the form's
      PRIMARY KEY (report, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE report_place ( -- where in the file each cell stands
      report INTEGER PRIMARY KEY REFERENCES report(id),
      places TEXT NOT NULL -- JSON array in the order of layout_cell, as '~3^7_2@120' for
        -- table:3 row:7 column:2 line:120 (! is the page); null for absent cells
    ) STRICT
    """,
    """
    CREATE TABLE problem ( -- what the reading could not settle
      report INTEGER NOT NULL REFERENCES report(id),
      position INTEGER NOT NULL, -- from 0, in reading order
      kind TEXT NOT NULL,
      table_number INTEGER,
      seen TEXT NOT NULL,
      locator TEXT,
      PRIMARY KEY (report, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE VIEW reports AS -- every report; is_current = 1 for the one that counts
    SELECT report.id, report.body, report.year, layout.tables, report.path AS source,
      report.digest, report.format, report.encoding,
      NOT EXISTS (
        SELECT 1 FROM report AS later
        WHERE later.body = report.body AND later.year = report.year AND later.id > report.id
      ) AS is_current
    FROM report JOIN layout ON layout.id = report.layout
    """,
    cellsView,
  ]

  private static let cellsView =
    """
    CREATE VIEW cells AS -- every cell of the current reports
    SELECT report.body, report.year, cell.form, cell.table_number AS "table", cell.indicator,
      cell.applicant,
      figure.value, -- NULL where none was read; a decimal is SQLite's approximate REAL
      coalesce(irregular.unit, cell.unit) AS unit,
      coalesce(irregular.status, 'reported') AS status,
      coalesce(irregular.printed, report.figures -> ('$[' || figure.key || ']')) AS printed,
      report.path AS source,
      \(PlaceArray.locator("report_place.places ->> ('$[' || figure.key || ']')")) AS locator,
      nullif(report.figures -> ('$[' || figure.key || ']'), 'null') AS exact -- value, all digits
    FROM report
    JOIN json_each(report.figures) AS figure
    JOIN layout_cell AS cell ON cell.layout = report.layout AND cell.position = figure.key
    LEFT JOIN irregular ON irregular.report = report.id AND irregular.position = figure.key
    LEFT JOIN report_place ON report_place.report = report.id
    WHERE NOT EXISTS (
      SELECT 1 FROM report AS later
      WHERE later.body = report.body AND later.year = report.year AND later.id > report.id
    )
    """

  /// Makes an empty database a store, or sees that the file is one that this version can read.
  /// Runs in a transaction of its own, so that a new file is a whole store or still empty.
  static func prepare(_ queue: DatabaseQueue, file: String?) throws {
    guard try queue.read({ db in try isNew(db, file: file) }) else {
      try ClaimSchema.migrate(queue)
      try migrate(queue)
      return try AttributeSchema.migrate(queue)
    }
    try queue.write { db in
      // Another program may have made it a store since.
      guard try isNew(db, file: file) else { return }
      let all =
        statements + ClaimSchema.statements + AttributeSchema.statements
        + DefinitionRows.statements
      for statement in all {
        try db.execute(sql: statement)
      }
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(version)")
    }
  }

  /// Brings a store of version 2 up to date: its view did not know the short form of places. What
  /// is in it stays; a store that may not be written needs nothing.
  private static func migrate(_ queue: DatabaseQueue) throws {
    func isOutdated(_ db: Database) throws -> Bool {
      try Int.fetchOne(db, sql: "PRAGMA user_version") == 2
    }
    guard try queue.read(isOutdated) else { return }
    do {
      try queue.write { db in
        // Another program may have done it since.
        guard try isOutdated(db) else { return }
        try db.execute(sql: "DROP VIEW IF EXISTS cells")
        try db.execute(sql: cellsView)
        try db.execute(sql: "PRAGMA user_version = 3")
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
      return
    }
  }

  private static func isNew(_ db: Database, file: String?) throws -> Bool {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if application == applicationID {
      guard version <= Self.version else {
        throw StoreError.newerVersion(file: file ?? "", version: version, newest: Self.version)
      }
      guard version > 0 else { throw StoreError.notAStore(file: file ?? "") }
      return false
    }
    let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    guard application == 0, version == 0, objects == 0 else {
      throw StoreError.notAStore(file: file ?? "")
    }
    return true
  }
}
