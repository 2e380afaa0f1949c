import GRDB
import GRDBSQLite

/// Goes through the rows of a query without making anything of their values but what is asked for:
/// a panel reads millions of them.
final class RowReading {
  private let statement: Statement
  private let db: Database

  init(_ db: Database, sql: String) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
  }

  /// Goes to the next row.
  ///
  /// - Returns: whether there is one.
  func next() throws -> Bool {
    let code = sqlite3_step(statement.sqliteStatement)
    if code == SQLITE_ROW { return true }
    // Asked again, SQLite would begin anew.
    defer { sqlite3_reset(statement.sqliteStatement) }
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: statement.sql)
    }
    return false
  }

  /// The whole number in a column.
  func number(_ column: Int32) -> Int64 {
    sqlite3_column_int64(statement.sqliteStatement, column)
  }

  /// Lends the bytes of a text, U+0000 included; none where it is NULL or empty.
  func withBytes<Result>(
    _ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    let pointer = statement.sqliteStatement
    let bytes = sqlite3_column_blob(pointer, column)
    let count = Int(sqlite3_column_bytes(pointer, column))
    return try body(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }
}
