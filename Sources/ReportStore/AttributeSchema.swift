import GRDB

/// The part of the store's file that holds what is known of bodies besides their reports; the view
/// `attributes` is for reading by people.
enum AttributeSchema {
  static let statements = [
    """
    CREATE TABLE body_attribute ( -- what files of attributes say; derived attributes are not kept
      id INTEGER PRIMARY KEY,
      body TEXT NOT NULL, -- the full name; it need not have a report
      attribute TEXT NOT NULL, -- region, level, sector, parent or a column of the user's;
        -- empty in the row that makes a body known of which nothing else is said
      value TEXT NOT NULL,
      UNIQUE (body, attribute)
    ) STRICT
    """,
    """
    CREATE VIEW attributes AS -- a row for each attribute that was given
    SELECT body, attribute, value FROM body_attribute WHERE attribute <> ''
    """,
  ]

  /// Brings a store of version 3 up to date. A store that may not be written stays as it is: nothing
  /// was given in it.
  static func migrate(_ queue: DatabaseQueue) throws {
    guard try queue.read(isOutdated) else { return }
    do {
      try queue.write { db in
        // Another program may have done it since.
        guard try isOutdated(db) else { return }
        for statement in statements + DefinitionRows.statements {
          try db.execute(sql: statement)
        }
        try db.execute(sql: "PRAGMA user_version = 4")
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
      return
    }
  }

  /// Whether the file has no such tables yet.
  static func isOutdated(_ db: Database) throws -> Bool {
    try (Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0) < 4
  }
}
