import Foundation
import GRDB

/// A text that goes into the store and comes out of it as it is, U+0000 included.
///
/// Plain `String` arguments and columns end at the first NUL, which would change a name or a
/// sentence silently. In SQL the argument stands as `CAST(? AS TEXT)`; columns are read from the
/// rows of a cursor, not from copied rows.
struct StoredText: DatabaseValueConvertible, StatementColumnConvertible {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  init?(sqliteStatement: SQLiteStatement, index: CInt) {
    text = String(decoding: Data(sqliteStatement: sqliteStatement, index: index), as: UTF8.self)
  }

  var databaseValue: DatabaseValue {
    text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
  }

  static func fromDatabaseValue(_ value: DatabaseValue) -> StoredText? {
    switch value.storage {
    case .blob(let data): StoredText(String(decoding: data, as: UTF8.self))
    case .string(let text): StoredText(text)
    default: nil
    }
  }
}

extension Row {
  /// What `body` makes of the first row, `nil` where there is none.
  ///
  /// `Row.fetchOne` would copy the row, and its texts up to the first NUL only.
  static func first<Value>(
    _ db: Database, sql: String, arguments: StatementArguments, _ body: (Row) throws -> Value
  ) throws -> Value? {
    let rows = try fetchCursor(db, sql: sql, arguments: arguments)
    // The row is the cursor's own and goes with it.
    return try withExtendedLifetime(rows) { try rows.next().map(body) }
  }

  /// The text of a column that is never NULL.
  func text(_ column: Int) -> String {
    let stored: StoredText = self[column]
    return stored.text
  }

  /// The text of a column, `nil` where it is NULL.
  func optionalText(_ column: Int) -> String? {
    let stored: StoredText? = self[column]
    return stored?.text
  }
}
