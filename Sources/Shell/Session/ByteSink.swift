import Glibc

/// Takes bytes: standard output, standard error, or memory.
protocol ByteSink: AnyObject {
  /// Writes all bytes.
  ///
  /// - Throws: the `errno` where they cannot be written.
  func write(_ bytes: [UInt8]) throws(SinkError)
}

/// A sink did not take what was written to it.
struct SinkError: Error, Sendable {
  let errno: Int32
}

/// An open file descriptor.
final class FileDescriptorSink: ByteSink {
  private let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  func write(_ bytes: [UInt8]) throws(SinkError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw SinkError(errno: errno)
      }
    }
  }
}

/// Keeps what is written, for tests and for comparing runs.
final class MemorySink: ByteSink {
  private(set) var bytes: [UInt8] = []

  init() {}

  func write(_ bytes: [UInt8]) throws(SinkError) {
    self.bytes += bytes
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
