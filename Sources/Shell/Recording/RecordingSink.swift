/// Passes bytes on, and keeps a copy of them while a record is being written.
final class RecordingSink: ByteSink {
  private let sink: any ByteSink
  private var copy: [UInt8]?

  init(_ sink: any ByteSink) {
    self.sink = sink
  }

  func write(_ bytes: [UInt8]) throws(SinkError) {
    copy?.append(contentsOf: bytes)
    try sink.write(bytes)
  }

  /// Keeps what is written from here on.
  func beginCopy() { copy = [] }

  /// What was written since; nothing more is kept.
  func endCopy() -> [UInt8] {
    defer { copy = nil }
    return copy ?? []
  }
}
