import GRDB
import GRDBSQLite

/// A statement that inserts row after row, each with its own values.
///
/// A report brings hundreds of rows, and lists of arguments take several times as long to bind as
/// SQLite takes to write them. Texts go in with their length, so that U+0000 is a character as any
/// other; see ``StoredText``.
final class RowInsertion {
  /// The values of one row, in the order of the statement's parameters.
  struct Values {
    fileprivate let statement: OpaquePointer
    fileprivate var count: Int32 = 0
    fileprivate var code = SQLITE_OK

    mutating func add(_ number: Int64) {
      note(sqlite3_bind_int64(statement, next(), number))
    }

    mutating func add(_ number: Int) { add(Int64(number)) }

    mutating func add(_ number: Int?) {
      if let number { add(Int64(number)) } else { note(sqlite3_bind_null(statement, next())) }
    }

    mutating func add(_ text: String) {
      let index = next()
      var text = text
      note(
        text.withUTF8 { bytes in
          // SQLite copies it before the buffer goes.
          let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
          return bytes.withMemoryRebound(to: CChar.self) { characters in
            // Without an address the value would be NULL.
            characters.baseAddress.map {
              sqlite3_bind_text(statement, index, $0, Int32(clamping: characters.count), transient)
            } ?? sqlite3_bind_text(statement, index, "", 0, transient)
          }
        })
    }

    mutating func add(_ text: String?) {
      if let text { add(text) } else { note(sqlite3_bind_null(statement, next())) }
    }

    private mutating func next() -> Int32 {
      count += 1
      return count
    }

    private mutating func note(_ result: Int32) {
      if code == SQLITE_OK { code = result }
    }
  }

  private let statement: Statement
  private let db: Database

  init(_ db: Database, sql: String) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
  }

  /// Inserts a row.
  ///
  /// - Parameter fill: adds a value for each parameter of the statement.
  func insert(_ fill: (inout Values) -> Void) throws {
    let pointer = statement.sqliteStatement
    var values = Values(statement: pointer)
    fill(&values)
    var code = values.code
    if code == SQLITE_OK {
      let step = sqlite3_step(pointer)
      code = step == SQLITE_DONE ? SQLITE_OK : step
    }
    guard code != SQLITE_OK else {
      sqlite3_reset(pointer)
      return
    }
    let error = DatabaseError(
      resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: statement.sql)
    sqlite3_reset(pointer)
    throw error
  }
}
