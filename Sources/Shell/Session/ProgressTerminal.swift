import Glibc

/// A terminal on which a line can be drawn over.
struct ProgressTerminal: Sendable {
  private let descriptor: Int32

  /// - Returns: `nil` where the descriptor is a file or a pipe, or the terminal cannot clear a line.
  init?(descriptor: Int32) {
    guard isatty(descriptor) == 1, let name = getenv("TERM").map({ String(cString: $0) }),
      !["", "dumb", "unknown"].contains(name)
    else { return nil }
    self.descriptor = descriptor
  }

  /// A line on it for something that begins now.
  func line(total: Int, text: @escaping @Sendable (Progress) -> String) -> ProgressLine {
    let descriptor = descriptor
    let start = ContinuousClock.now
    return ProgressLine(
      total: total, columns: { Self.columns(of: descriptor) },
      elapsed: { ContinuousClock.now - start },
      // A line that cannot be drawn is lost: it is no result.
      write: { try? FileDescriptorSink(descriptor: descriptor).write($0) }, text: text)
  }

  private static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
