import Glibc

/// Reads texts in UTF-8 that people write: scripts, rule files, waivers.
enum TextFile {
  /// Larger than anything written by hand.
  private static let largest = 64 << 20

  /// - Parameters:
  ///   - path: as the system takes it.
  ///   - shown: the path as the user wrote it, for errors.
  static func read(path: String, shown: String) throws(ShellError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT
        ? ShellError(.noSuchFile(shown)) : ShellError(.cannotRead(shown, errno: errno))
    }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, shown: shown)
  }

  /// Reads to the end; the descriptor stays open.
  static func read(descriptor: Int32, shown: String) throws(ShellError) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR, !Interruption.isRequested { continue }
        throw errno == EINTR
          ? ShellError(.interrupted) : ShellError(.cannotRead(shown, errno: errno))
      }
      bytes += chunk[..<count]
      guard bytes.count <= largest else { throw ShellError(.cannotRead(shown, errno: EFBIG)) }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ShellError(.notUTF8(shown))
    }
    return text
  }
}
