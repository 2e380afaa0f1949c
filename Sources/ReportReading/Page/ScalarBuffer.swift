/// A text's scalars as numbers, side by side for as long as a closure looks at them.
enum ScalarBuffer {
  /// Most texts are labels and figures; their scalars then lie on the stack.
  static func with<Result>(
    _ text: String, _ body: (UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    var text = text
    return text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, bytes.count)) { buffer in
        body(UnsafeBufferPointer(rebasing: buffer[..<decode(bytes, into: buffer)]))
      }
    }
  }

  /// The first scalar of a text that a condition holds for.
  static func first(of text: String, where holds: (UInt32) -> Bool) -> UInt32? {
    var text = text
    return text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let (value, length) = scalar(at: index, in: bytes)
        if holds(value) { return value }
        index += length
      }
      return nil
    }
  }

  /// - Parameter bytes: valid UTF-8, as every `String` has it.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    var count = 0
    var index = 0
    while index < bytes.count {
      let (value, length) = scalar(at: index, in: bytes)
      buffer[count] = value
      count += 1
      index += length
    }
    return count
  }

  /// The scalar that begins at an index of valid UTF-8, and how many bytes it takes.
  static func scalar(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(bytes[index + 1]) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[index + 2]) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(bytes[index + 3]) & 0x3F
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }
}
