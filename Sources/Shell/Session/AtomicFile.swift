import Glibc

/// Writes a file whole or not at all: beside its place first, then moved there.
enum AtomicFile {
  /// - Parameters:
  ///   - path: where the file is to be, as the system takes it.
  ///   - shown: the path as the user wrote it, for the error.
  static func write(_ bytes: [UInt8], to path: String, shown: String) throws(ShellError) {
    // A stream that is open already goes on where it stands, whatever it leads to.
    if let stream = openStream(path) {
      do {
        return try FileDescriptorSink(descriptor: stream).write(bytes)
      } catch {
        throw ShellError(.cannotWrite(shown, errno: error.errno))
      }
    }
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") {
      try writeDirectly(bytes, to: path, shown: shown)
      return
    }
    if let special = specialFile(path) {
      guard special else { throw ShellError(.cannotWrite(shown, errno: EISDIR)) }
      try writeDirectly(bytes, to: path, shown: shown)
      return
    }
    let path = target(of: path)
    let temporary = path + ".part-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw ShellError(.cannotWrite(shown, errno: errno)) }
    var failure: Int32 = 0
    do {
      try FileDescriptorSink(descriptor: descriptor).write(bytes)
    } catch {
      failure = error.errno
    }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(temporary, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw ShellError(.cannotWrite(shown, errno: failure))
    }
  }

  private static func openStream(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default:
      guard path.hasPrefix("/dev/fd/"), let number = Int32(path.dropFirst(8)), number > 0 else {
        return nil
      }
      return number
    }
  }

  /// The file that a link leads to, which stays a link.
  private static func target(of path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK,
      let resolved = realpath(path, nil)
    else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether something stands there that cannot be replaced by a file: `true` for a device or a
  /// pipe, `false` for a folder, `nil` for a regular file or nothing.
  private static func specialFile(_ path: String) -> Bool? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: return false
    default: return true
    }
  }

  private static func writeDirectly(
    _ bytes: [UInt8], to path: String, shown: String
  ) throws(ShellError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ShellError(.cannotWrite(shown, errno: errno)) }
    defer { close(descriptor) }
    do {
      try FileDescriptorSink(descriptor: descriptor).write(bytes)
    } catch {
      throw ShellError(.cannotWrite(shown, errno: error.errno))
    }
  }
}
