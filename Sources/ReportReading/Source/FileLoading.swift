import Crypto
import Glibc

/// A file's bytes with their digest.
struct LoadedFile {
  let bytes: [UInt8]
  /// SHA-256, 64 lower-case hexadecimal digits.
  let digest: String

  init(bytes: [UInt8]) {
    self.bytes = bytes
    digest = Self.digest(of: bytes)
  }

  /// Opens and reads a regular file. Its size is asked first, so that a file beyond the limit
  /// costs nothing.
  init(path: String, limit: Int) throws(ReadingError) {
    // Without O_NONBLOCK a named pipe that nobody writes to would block the opening.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .fileMissing : .notReadable(errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .notReadable(errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isDirectory
    default: throw .notAFile
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(size: size, limit: limit) }
    self.init(bytes: try Self.read(descriptor, size: size))
  }

  /// The first bytes of a regular file; `nil` where it is none or cannot be read.
  static func head(path: String, size: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try? read(descriptor, size: min(size, Int(status.st_size)))
  }

  /// Reads up to the size that the file had when it was opened.
  private static func read(_ descriptor: Int32, size: Int) throws(ReadingError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = Glibc.read(descriptor, base + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw .notReadable(errno: failure) }
    guard !bytes.isEmpty else { throw .empty }
    return bytes
  }

  private static func digest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hexadecimal(hash)
  }

  /// What a hash comes to, 64 lower-case hexadecimal digits.
  static func hexadecimal(_ hash: SHA256) -> String {
    var text: [UInt8] = []
    let digits = Array("0123456789abcdef".utf8)
    for byte in hash.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
