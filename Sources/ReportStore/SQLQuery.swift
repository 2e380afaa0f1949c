import GRDB
import GRDBSQLite

/// A value of an answer in SQL.
public enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

/// A table that a query may read besides those of the store, made for it alone.
public struct SQLTable: Sendable {
  /// What the query calls it.
  public let name: String
  /// The names of its columns.
  public let columns: [String]
  /// As many values as columns.
  public let rows: [[SQLValue]]

  /// - Parameter name: no name of the store's own views.
  public init(name: String, columns: [String], rows: [[SQLValue]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

/// What a query answers.
public struct SQLAnswer: Sendable {
  /// As the statement names them; some may share a name.
  public let columns: [String]
  /// As many values as columns.
  public let rows: [[SQLValue]]
}

/// Why a query has no answer.
public enum SQLFailure: Error, Equatable, Sendable {
  /// The statement does more than read.
  case notAllowed
  /// More than one statement, or none.
  case notOneStatement
  /// A parameter of the statement that nothing gives a value.
  case unbound(String)
  /// What SQLite says of it, and at which byte of the statement where that is known.
  case problem(message: String, offset: Int?)
  /// The user has stopped it.
  case stopped
  case store(StoreError)
}

/// Runs one statement of the user's on a connection of its own, which SQLite's authorizer lets do
/// nothing but read.
struct SQLQuery {
  /// Whether the user wants to stop; asked for every so many steps of SQLite's machine.
  private final class Watch: Sendable {
    let isStopped: @Sendable () -> Bool

    init(_ isStopped: @escaping @Sendable () -> Bool) {
      self.isStopped = isStopped
    }
  }

  private static let steps: Int32 = 10_000
  private let queue: DatabaseQueue
  private let watch: Watch

  /// - Parameter queue: a connection that nobody else uses; it is good for nothing else afterwards.
  init(on queue: DatabaseQueue, isStopped: @escaping @Sendable () -> Bool) {
    self.queue = queue
    watch = Watch(isStopped)
  }

  /// - Parameter bindings: the values of its parameters `$name`.
  func run(
    _ statement: String, with tables: [SQLTable], bindings: [String: SQLValue] = [:]
  ) throws -> SQLAnswer {
    try queue.inDatabase { db in
      for table in tables { try Self.make(table, db) }
      guard let connection = db.sqliteConnection else { throw SQLFailure.notAllowed }
      sqlite3_set_authorizer(
        connection,
        { _, action, _, function, _, _ in
          switch action {
          case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: SQLITE_OK
          // The only function that reaches out of the database.
          case SQLITE_FUNCTION:
            function.map { String(cString: $0).lowercased() } == "load_extension"
              ? SQLITE_DENY : SQLITE_OK
          default: SQLITE_DENY
          }
        }, nil)
      let context = Unmanaged.passUnretained(watch).toOpaque()
      sqlite3_progress_handler(
        connection, Self.steps,
        { context in
          guard let context else { return 0 }
          return Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue().isStopped() ? 1 : 0
        }, context)
      defer { sqlite3_progress_handler(connection, 0, nil, nil) }
      return try withExtendedLifetime(watch) { try Self.answer(statement, bindings, connection) }
    }
  }

  private static func make(_ table: SQLTable, _ db: Database) throws {
    let names = table.columns.map { "\"\($0)\"" }.joined(separator: ", ")
    try db.execute(sql: "CREATE TEMP TABLE \"\(table.name)\" (\(names))")
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try db.makeStatement(
      sql: "INSERT INTO temp.\"\(table.name)\" VALUES (\(marks))")
    for row in table.rows {
      try insert.execute(arguments: StatementArguments(row.map(\.databaseValue)))
    }
  }

  private static func answer(
    _ text: String, _ bindings: [String: SQLValue], _ connection: OpaquePointer
  ) throws(SQLFailure) -> SQLAnswer {
    var statement: OpaquePointer?
    var rest = 0
    let bytes = Array(text.utf8) + [0]
    let result = bytes.withUnsafeBufferPointer { buffer -> Int32 in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v2(
          connection, characters.baseAddress, Int32(bytes.count), &statement, &tail)
        if let tail, let base = characters.baseAddress { rest = tail - base }
        return code
      }
    }
    defer { sqlite3_finalize(statement) }
    guard result == SQLITE_OK else { throw failure(result, connection) }
    let tail = bytes[rest...].dropLast()
    guard let statement,
      tail.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";")].contains($0) })
    else { throw .notOneStatement }
    guard sqlite3_stmt_readonly(statement) != 0, sqlite3_column_count(statement) > 0 else {
      throw .notAllowed
    }
    try bind(bindings, to: statement)
    let count = sqlite3_column_count(statement)
    let columns = (0..<count).map { column in
      sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
    }
    var rows: [[SQLValue]] = []
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { break }
      guard code == SQLITE_ROW else { throw failure(code, connection) }
      rows.append((0..<count).map { SQLValue(statement, $0) })
    }
    return SQLAnswer(columns: columns, rows: rows)
  }

  /// A parameter without a value would count as NULL and select nothing: it is a mistake.
  private static func bind(
    _ values: [String: SQLValue], to statement: OpaquePointer
  ) throws(SQLFailure) {
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    let parameters = sqlite3_bind_parameter_count(statement)
    guard parameters > 0 else { return }
    for index in 1...parameters {
      let name = sqlite3_bind_parameter_name(statement, index).map { String(cString: $0) } ?? "?"
      guard name.hasPrefix("$"), let value = values[String(name.dropFirst())] else {
        throw .unbound(name)
      }
      switch value {
      case .integer(let number): sqlite3_bind_int64(statement, index, number)
      case .real(let number): sqlite3_bind_double(statement, index, number)
      case .text(let text): sqlite3_bind_text(statement, index, text, -1, transient)
      case .null, .blob: sqlite3_bind_null(statement, index)
      }
    }
  }

  private static func failure(_ code: Int32, _ connection: OpaquePointer) -> SQLFailure {
    switch code & 0xFF {
    case SQLITE_AUTH, SQLITE_READONLY: return .notAllowed
    case SQLITE_INTERRUPT: return .stopped
    default:
      let message = String(cString: sqlite3_errmsg(connection))
      // Functions are refused when they are named, and the error is a general one.
      if message.hasPrefix("not authorized") { return .notAllowed }
      let offset = sqlite3_error_offset(connection)
      return .problem(message: message, offset: offset >= 0 ? Int(offset) : nil)
    }
  }
}

extension SQLValue {
  fileprivate init(_ statement: OpaquePointer, _ column: Int32) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
    case SQLITE_NULL: self = .null
    case SQLITE_TEXT:
      let text = sqlite3_column_text(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      self = .text(
        String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
    default:
      let bytes = sqlite3_column_blob(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      self = .blob(Array(UnsafeRawBufferPointer(start: bytes, count: count)))
    }
  }

  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob: .null
    }
  }
}
