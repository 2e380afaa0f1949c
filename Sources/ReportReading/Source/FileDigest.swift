import Crypto
import Glibc

/// The digest by which a file is known again, wherever it lies.
public enum FileDigest {
  /// SHA-256 in lower-case hexadecimal digits; `nil` where the path leads to no file that a report
  /// could have been read from.
  public static func sha256(
    ofFile path: String, limits: ReadingLimits = .standard
  ) -> String? {
    do {
      return try LoadedFile(path: path, limit: limits.fileSize).digest
    } catch {
      return nil
    }
  }

  /// SHA-256 of bytes, in lower-case hexadecimal digits.
  public static func sha256(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return LoadedFile.hexadecimal(hash)
  }

  /// SHA-256 of a regular file of any size; `nil` where there is none or it cannot be read.
  public static func sha256(ofWholeFile path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var hash = SHA256()
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return LoadedFile.hexadecimal(hash) }
      if count < 0 {
        guard errno == EINTR else { return nil }
        continue
      }
      chunk.withUnsafeBytes {
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
    }
  }
}
