import Glibc

/// A folder of its own for what a replay writes: the files of the record stay as they are.
final class ScratchOutputs {
  private let folder: String
  /// By the path that the commands mean, the path that stands in for it.
  private(set) var replacements: [String: String] = [:]
  /// The files that were there when the record was written, as the commands name them.
  private let known: Set<String>

  /// - Returns: `nil` where no folder can be made.
  init?(known: Set<String>) {
    self.known = known
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/nianbao-replay-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    folder = String(
      decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for path in replacements.values {
      for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
    }
    rmdir(folder)
  }

  /// Whether the command at hand failed when the record was written: then what cannot be written at
  /// its own place is not to succeed elsewhere.
  var followsFailure = false

  /// Where something goes that is meant for a path.
  func place(for path: String) -> String {
    if let known = replacements[path] { return known }
    if isPlace(path) || followsFailure && !Self.isWritable(path) { return path }
    // The ends of names tell formats.
    let name = path.split(separator: "/").last.map(String.init) ?? "file"
    let place = "\(folder)/\(replacements.count)-\(name)"
    replacements[path] = place
    return place
  }

  /// Where a file is read that may not be there: one that was not there when the record was written
  /// is not there for the replay.
  func source(_ path: String, shown: String) -> String {
    isPlace(path) || known.contains(shown) ? path : place(for: path)
  }

  /// Where a file is kept that is read and written: a copy of the one that the record began with.
  func copy(of path: String, shown: String) throws(ShellError) -> String {
    if isPlace(path) || replacements[path] != nil { return place(for: path) }
    let place = place(for: path)
    guard known.contains(shown) else { return place }
    let (from, to) = (
      open(path, O_RDONLY | O_CLOEXEC), open(place, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    )
    defer {
      close(from)
      close(to)
    }
    // A file that is gone was named among the changed inputs.
    guard from >= 0 else { return place }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(from, $0.baseAddress, $0.count) }
      if count == 0 { return place }
      guard count > 0 else { throw ShellError(.cannotRead(shown, errno: errno)) }
      do {
        try FileDescriptorSink(descriptor: to).write(Array(chunk[..<count]))
      } catch {
        throw ShellError(.cannotWrite(place, errno: error.errno))
      }
    }
  }

  /// Whether a file could be made there, or made anew.
  private static func isWritable(_ path: String) -> Bool {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return false }
    guard let end = path.lastIndex(of: "/") else { return access(".", W_OK) == 0 }
    return access(String(path[...end]), W_OK) == 0
  }

  private func isPlace(_ path: String) -> Bool { replacements.values.contains(path) }
}
