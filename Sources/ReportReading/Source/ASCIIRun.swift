/// Eight bytes at a time, for passes over pages, most of which is markup.
enum ASCIIRun {
  static let length = 8

  /// Whether eight ASCII bytes stand at an index.
  @inline(__always)
  static func isWhole(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + length <= bytes.count, let base = bytes.baseAddress else { return false }
    let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
    return word & 0x8080_8080_8080_8080 == 0
  }
}
