import Glibc

/// Standard output at the prompt where the user has a pager: what a command writes is kept until it
/// has ended, and goes through the pager where it is longer than the screen.
final class PagedSink: ByteSink {
  private let sink: any ByteSink
  private let pager: String
  private var kept: [UInt8] = []

  /// - Returns: `nil` where no pager is wanted: without `PAGER`, and on a terminal that cannot move
  ///   its cursor.
  init?(_ sink: any ByteSink) {
    guard let pager = Self.variable("PAGER"), Self.variable("TERM") ?? "dumb" != "dumb" else {
      return nil
    }
    self.sink = sink
    self.pager = pager
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  func write(_ bytes: [UInt8]) throws(SinkError) {
    kept += bytes
  }

  /// Shows what was kept: a command has ended.
  func show() throws(SinkError) {
    defer { kept = [] }
    guard kept.count(where: { $0 == 0x0A }) >= Self.screenRows, page() else {
      if !kept.isEmpty { try sink.write(kept) }
      return
    }
  }

  private static var screenRows: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return Int.max }
    return Int(size.ws_row)
  }

  /// - Returns: whether the pager could be started. Who leaves it early has seen enough.
  private func page() -> Bool {
    guard let stream = popen(pager, "w") else { return false }
    // The pager may be gone while there is still something to write.
    let before = signal(SIGPIPE, SIG_IGN)
    _ = kept.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
    pclose(stream)
    signal(SIGPIPE, before)
    return true
  }
}
