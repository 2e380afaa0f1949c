import Glibc

/// The file that keeps what was entered: UTF-8, one entry a line, oldest first, readable by its
/// owner alone. It depends on no locale, and several shells may write to it at once.
///
/// Every entry is appended under an exclusive lock. Where that makes the file longer than its cap,
/// the newest nine tenths of the cap are written to a new file that takes the old one's place in
/// one step. A writer that waited for the lock of a file since replaced sees that and starts over,
/// so nothing is lost.
public struct HistoryFile {
  /// Where the file is.
  public let path: String

  /// The most lines that the file keeps.
  public let cap: Int

  /// The file as last counted, so that each append counts only what is new.
  private var counted: (file: FileIdentity, size: Int, lines: Int)?

  /// A file at `path`, which need not exist. Nothing is touched before ``append(_:)``.
  public init(path: String, cap: Int = 100_000) {
    self.path = path
    self.cap = max(1, cap)
  }

  /// Where the file belongs: `$XDG_STATE_HOME/nianbao/history`, else
  /// `~/.local/state/nianbao/history`; nil without a home folder. As the XDG specification asks, a
  /// relative path in the variable is ignored.
  public static func defaultPath(environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/nianbao/history"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/state/nianbao/history"
  }

  /// The newest entries, at most `count`, oldest first. It reads the file from its end, so a long
  /// history costs no time. A file that does not exist has none.
  public func newest(_ count: Int) throws(HistoryFileError) -> [String] {
    guard let file = try OpenFile(path, flags: O_RDONLY) else { return [] }
    defer { file.close() }
    try file.lock(LOCK_SH)
    return try file.lastLines(count, endingAt: file.status().size).lines
      .map { HistoryEscaping.entry(on: $0) }
  }

  /// Appends `entry`. The file and its folders are made where they are missing.
  public mutating func append(_ entry: String) throws(HistoryFileError) {
    try makeFolders()
    let file = try openLocked()
    defer { file.close() }
    let before = try file.status()
    if before.mode != 0o600 { try file.setMode(0o600) }
    var bytes = HistoryEscaping.line(for: entry)
    bytes.append(UInt8(ascii: "\n"))
    // A writer that was killed may have left a line without its end.
    let lastByte = try file.bytes(max(0, before.size - 1), min(1, before.size))
    if !lastByte.isEmpty, lastByte != [UInt8(ascii: "\n")] {
      bytes.insert(UInt8(ascii: "\n"), at: 0)
    }
    try file.write(bytes)

    let size = before.size + bytes.count
    var lines = 0
    var counting = 0
    if let counted, counted.file == before.identity, counted.size <= size {
      (lines, counting) = (counted.lines, counted.size)
    }
    lines += try file.newlines(from: counting, to: size)
    if lines > cap {
      counted = try replace(with: file.lastLines(max(1, cap * 9 / 10), endingAt: size))
    } else {
      counted = (before.identity, size, lines)
    }
  }

  /// Opens the file and locks it; what is locked is what stands at the path.
  private func openLocked() throws(HistoryFileError) -> OpenFile {
    while true {
      guard let file = try OpenFile(path, flags: O_RDWR | O_APPEND | O_CREAT) else { continue }
      do throws(HistoryFileError) {
        try file.lock(LOCK_EX)
        if try file.status().identity == FileIdentity(at: path) { return file }
      } catch {
        file.close()
        throw error
      }
      file.close()
    }
  }

  /// Puts a file of `tail` in the place of the file, whose lock the caller holds.
  private func replace(
    with tail: (lines: [ArraySlice<UInt8>], bytes: ArraySlice<UInt8>)
  ) throws(HistoryFileError) -> (FileIdentity, Int, Int) {
    // The history may be a link into a folder that is kept elsewhere: the link stays.
    var target = path
    if let resolved = realpath(path, nil) {
      target = String(cString: resolved)
      free(resolved)
    }
    let temporary = target + ".new"
    guard let file = try OpenFile(temporary, flags: O_RDWR | O_CREAT | O_TRUNC) else {
      throw HistoryFileError(step: .rewriting, path: temporary, code: ENOENT)
    }
    defer { file.close() }
    try file.setMode(0o600)
    try file.write(Array(tail.bytes))
    try file.synchronise()
    guard rename(temporary, target) == 0 else {
      throw HistoryFileError(step: .rewriting, path: target, code: errno)
    }
    return (try file.status().identity, tail.bytes.count, tail.lines.count)
  }

  private func makeFolders() throws(HistoryFileError) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += (folder.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      guard mkdir(folder, 0o700) != 0, errno != EEXIST else { continue }
      let code = errno
      // A folder above may refuse a new folder and still hold the one that is needed.
      guard access(folder, F_OK) != 0 else { continue }
      throw HistoryFileError(step: .makingFolder, path: folder, code: code)
    }
  }
}
