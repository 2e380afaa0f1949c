import Bodies
import GRDB

/// Writes what is known of bodies and reads it back.
struct AttributeRows {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Adds to what is there: of an attribute that a body has already, the new value counts.
  func insert(_ table: AttributeTable) throws {
    let attributes = Attribute.stored + table.ownNames.map { .own($0) }
    for body in table.bodies {
      var isKnown = false
      for attribute in attributes {
        guard let text = table.text(attribute, of: body) else { continue }
        try insert(attribute.name, text, of: body)
        isKnown = true
      }
      if !isKnown { try insert("", "", of: body) }
    }
  }

  private func insert(_ attribute: String, _ value: String, of body: String) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO body_attribute (body, attribute, value)
        VALUES (CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT))
        ON CONFLICT (body, attribute) DO UPDATE SET value = excluded.value
        """
    ).execute(arguments: [StoredText(body), StoredText(attribute), StoredText(value)])
  }

  func table() throws -> AttributeTable {
    var table = AttributeTable()
    if try AttributeSchema.isOutdated(db) { return table }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT body, attribute, value FROM body_attribute ORDER BY id")
    while let row = try rows.next() {
      let name = row.text(1)
      let attribute = Attribute.stored.first { $0.name == name } ?? .own(name)
      table.set(name.isEmpty ? nil : attribute, of: row.text(0), to: row.text(2))
    }
    return table
  }
}
