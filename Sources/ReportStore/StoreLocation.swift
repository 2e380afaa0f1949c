import Glibc

/// A path at which a store can be opened or made. SQLite tells most obstacles apart only as
/// "unable to open", so they are looked for beforehand.
struct StoreLocation {
  /// The path for SQLite: never one of the names to which it gives a meaning of its own.
  let databasePath: String

  /// - Throws: `isFolder`, `noFolder`, `notAStore` for devices and the like, `noPermission`.
  init(_ path: String) throws(StoreError) {
    // SQLite takes names such as ":memory:" and "" for databases that are no files.
    databasePath = path.hasPrefix("/") ? path : "./" + path
    guard !path.utf8.contains(0) else { throw .noFolder(file: path) }
    var status = stat()
    if stat(databasePath, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFDIR: throw .isFolder(file: path)
      case S_IFREG: break
      default: throw .notAStore(file: path)
      }
      guard let start = Self.start(of: databasePath) else { throw .noPermission(file: path) }
      // SQLite takes any file shorter than a page for an empty database, and would write over it.
      guard start.isEmpty || start == Self.signature else { throw .notAStore(file: path) }
      return
    }
    switch errno {
    case EACCES: throw .noPermission(file: path)
    case ENOENT, ENOTDIR: break
    default: throw .database(file: path, message: String(cString: strerror(errno)))
    }
    let folder = Self.folder(of: databasePath)
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .noFolder(file: path)
    }
    guard access(folder, W_OK | X_OK) == 0 else { throw .noPermission(file: path) }
  }

  /// The first bytes of every SQLite database.
  private static let signature = Array("SQLite format 3\0".utf8)

  /// As many bytes from the start of a file as the signature has, fewer where the file has fewer;
  /// `nil` where it cannot be read.
  private static func start(of path: String) -> [UInt8]? {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = Array(repeating: UInt8(0), count: signature.count)
    let count = read(descriptor, &bytes, bytes.count)
    return count < 0 ? nil : Array(bytes.prefix(count))
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
