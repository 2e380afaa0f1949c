/// Characters that show nothing.
enum WhiteSpace {
  /// White space of any width, and characters of no width at all.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    contains(scalar.value)
  }

  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F,
      0x205F...0x2064, 0x3000, 0x3164, 0xFEFF:
      true
    default: false
    }
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    var text = String(text)
    let kept = text.withUTF8 { bytes -> String? in
      let inner = inner(of: bytes)
      return inner.count == bytes.count ? nil : String(decoding: bytes[inner], as: UTF8.self)
    }
    return kept ?? text
  }

  /// The text between the white space at its ends.
  ///
  /// - Parameter bytes: valid UTF-8.
  static func inner(of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = 0
    while start < bytes.count {
      let (value, length) = ScalarBuffer.scalar(at: start, in: bytes)
      guard contains(value) else { break }
      start += length
    }
    var end = bytes.count
    while end > start {
      var last = end - 1
      while bytes[last] & 0xC0 == 0x80 { last -= 1 }
      guard contains(ScalarBuffer.scalar(at: last, in: bytes).value) else { break }
      end = last
    }
    return start..<end
  }

  /// A text of scalars.
  static func string(_ scalars: some Collection<Unicode.Scalar>) -> String {
    String(unsafeUninitializedCapacity: scalars.count * 4) { buffer in
      var count = 0
      for scalar in scalars {
        for byte in scalar.utf8 {
          buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
