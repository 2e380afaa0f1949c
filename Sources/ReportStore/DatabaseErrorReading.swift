import GRDB

extension StoreError {
  /// What an error of the database means for the store at `file`.
  init(_ error: any Error, file: String?) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .database(file: file, message: String(describing: error))
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAStore(file: file ?? "")
    case .SQLITE_CORRUPT: self = .damaged(file: file, .pages)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(file: file ?? "")
    case .SQLITE_READONLY: self = .readOnly(file: file)
    case .SQLITE_FULL: self = .full(file: file)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .noPermission(file: file ?? "")
    default:
      self = .database(file: file, message: error.message ?? error.resultCode.description)
    }
  }
}
