import GRDB

/// The part of the store's file that holds the user's derived indicators.
struct DefinitionRows {
  static let statements = [
    """
    CREATE TABLE definition ( -- derived indicators of the user's
      id INTEGER PRIMARY KEY, -- later ones may rest on earlier ones
      name TEXT NOT NULL UNIQUE,
      formula TEXT NOT NULL -- in the expression language
    ) STRICT
    """
  ]

  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Keeps definitions; of a name that is there already, the new formula counts.
  func insert(_ definitions: [StoredDefinition]) throws {
    for definition in definitions {
      try db.execute(
        sql: """
          INSERT INTO definition (name, formula) VALUES (?, ?)
          ON CONFLICT (name) DO UPDATE SET formula = excluded.formula
          """, arguments: [definition.name, definition.formula])
    }
  }

  func all() throws -> [StoredDefinition] {
    if try AttributeSchema.isOutdated(db) { return [] }
    let rows = try Row.fetchCursor(db, sql: "SELECT name, formula FROM definition ORDER BY id")
    var definitions: [StoredDefinition] = []
    while let row = try rows.next() {
      definitions.append(StoredDefinition(name: row.text(0), formula: row.text(1)))
    }
    return definitions
  }
}

/// A derived indicator of the user's, as the store keeps it.
public struct StoredDefinition: Hashable, Sendable {
  /// The code that commands know it by.
  public let name: String
  /// In the expression language.
  public let formula: String

  /// Neither is checked here.
  public init(name: String, formula: String) {
    self.name = name
    self.formula = formula
  }
}
