/// Why a store could not be opened, read or written. `file` is its path as given, `nil` in memory.
public enum StoreError: Error, Equatable, Sendable {
  /// The path names a folder.
  case isFolder(file: String)
  /// The folder that should hold the file does not exist.
  case noFolder(file: String)
  /// The file system does not let us read the file, or make it or its journal beside it.
  case noPermission(file: String)
  /// The file is something else: no database, or the database of another program.
  case notAStore(file: String)
  /// The file was written by a later version of the program; `newest` is the one known here.
  case newerVersion(file: String, version: Int, newest: Int)
  /// The file can be read but not changed.
  case readOnly(file: String?)
  /// Another program holds the file, and still did after a wait.
  case locked(file: String)
  /// The disk is full, or a limit on the size of files is reached.
  case full(file: String?)
  /// The file holds what nianbao never writes.
  case damaged(file: String?, Damage)
  /// A report to be added does not have exactly the cells of its form's table.
  case unfit(body: String, year: Int, form: String, table: Int)
  /// Anything else, in SQLite's words.
  case database(file: String?, message: String)

  /// What is damaged.
  public enum Damage: Equatable, Sendable {
    /// SQLite finds the file's pages malformed.
    case pages
    /// A list of form cells that makes no sense.
    case layout(Int64)
    /// A report whose figures, cells or places make no sense, by its number.
    case report(Int64)
  }
}
