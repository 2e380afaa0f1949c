import Foundation

/// A folder that only this user can look into, gone with all it holds when it is no longer needed.
final class PrivateFolder {
  let path: String

  init() throws(ReadingError) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    // The path is made into a URL: one that would have to be escaped is left alone.
    let isPlain = base.hasPrefix("/") && base.utf8.allSatisfy(Self.isPlain)
    var template = Array(((isPlain ? base : "/tmp") + "/nianbao-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw .word(.conversionNotPossible(errno: errno)) }
    path = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "/._-".utf8.contains(byte)
    }
  }

  deinit {
    // What cannot be removed stays in the system's folder for such things.
    try? FileManager.default.removeItem(atPath: path)
  }

  func store(_ bytes: [UInt8], as name: String) throws(ReadingError) {
    let descriptor = open(
      "\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)
    guard descriptor >= 0 else { throw .word(.conversionNotPossible(errno: errno)) }
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        let count = write(descriptor, base + done, buffer.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          failure = errno
          return
        }
        done += count
      }
    }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    guard failure == 0 else { throw .word(.conversionNotPossible(errno: failure)) }
  }
}
