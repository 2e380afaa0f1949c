import Glibc

/// Which file it is, whatever its name.
struct FileIdentity: Equatable {
  let device: UInt64
  let number: UInt64

  /// The file that stands at `path`, or nil.
  init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}

/// An open history file: the system's calls, with their errors typed.
struct OpenFile {
  private let descriptor: Int32
  private let path: String

  /// Opens `path`, or gives nil where it does not exist and `flags` do not make it.
  init?(_ path: String, flags: Int32) throws(HistoryFileError) {
    descriptor = open(path, flags | O_CLOEXEC, 0o600)
    self.path = path
    guard descriptor < 0 else { return }
    if errno == ENOENT && flags & O_CREAT == 0 { return nil }
    throw HistoryFileError(step: .opening, path: path, code: errno)
  }

  /// Closes the file, and with it gives up its lock.
  func close() {
    _ = Glibc.close(descriptor)
  }

  /// Waits for a lock of `kind`, `LOCK_SH` or `LOCK_EX`.
  func lock(_ kind: Int32) throws(HistoryFileError) {
    while flock(descriptor, kind) != 0 {
      if errno != EINTR { throw error(.locking) }
    }
  }

  func status() throws(HistoryFileError) -> (identity: FileIdentity, size: Int, mode: mode_t) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw error(.reading) }
    return (FileIdentity(status), Int(status.st_size), status.st_mode & 0o777)
  }

  func setMode(_ mode: mode_t) throws(HistoryFileError) {
    guard fchmod(descriptor, mode) == 0 else { throw error(.writing) }
  }

  func synchronise() throws(HistoryFileError) {
    guard fsync(descriptor) == 0 else { throw error(.writing) }
  }

  /// The `count` bytes from `offset` on; fewer where the file ends.
  func bytes(_ offset: Int, _ count: Int) throws(HistoryFileError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = buffer.withUnsafeMutableBytes { bytes in
        pread(descriptor, bytes.baseAddress?.advanced(by: filled), count - filled, offset + filled)
      }
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw error(.reading) }
      if got == 0 { break }
      filled += got
    }
    buffer.removeLast(count - filled)
    return buffer
  }

  func write(_ bytes: [UInt8]) throws(HistoryFileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw error(.writing) }
      written += count
    }
  }

  /// How many lines end within a range of the file.
  func newlines(from start: Int, to end: Int) throws(HistoryFileError) -> Int {
    var count = 0
    var offset = start
    while offset < end {
      let block = try bytes(offset, min(Self.blockSize, end - offset))
      if block.isEmpty { break }
      count += Self.newlines(in: block)
      offset += block.count
    }
    return count
  }

  /// The last `count` lines of the file's first `end` bytes, without their newlines, and the bytes
  /// that hold them. An unfinished last line counts as a line.
  func lastLines(
    _ count: Int, endingAt end: Int
  ) throws(HistoryFileError) -> (lines: [ArraySlice<UInt8>], bytes: ArraySlice<UInt8>) {
    var blocks: [[UInt8]] = []
    var found = 0
    var start = end
    // One newline more than lines, so that the first line is whole.
    while start > 0 && found <= count {
      let length = min(Self.blockSize, start)
      start -= length
      let block = try bytes(start, length)
      found += Self.newlines(in: block)
      blocks.append(block)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end - start)
    for block in blocks.reversed() { bytes += block }
    let lines = Self.lastLines(count, of: bytes)
    return (lines, bytes[(lines.first?.startIndex ?? bytes.endIndex)...])
  }

  /// The last `count` lines that are not empty, oldest first.
  private static func lastLines(_ count: Int, of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var end = bytes.count
    while end > 0 && lines.count < count {
      let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      if start < end { lines.append(bytes[start..<end]) }
      end = start - 1
    }
    return lines.reversed()
  }

  private static let blockSize = 1 << 18

  private static func newlines(in block: [UInt8]) -> Int {
    block.count { $0 == UInt8(ascii: "\n") }
  }

  private func error(_ step: HistoryFileError.Step) -> HistoryFileError {
    HistoryFileError(step: step, path: path, code: errno)
  }
}
