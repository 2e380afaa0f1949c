/// A string of JSON with its escapes.
struct JSONStringReader {
  private(set) var cursor: TextCursor

  /// - Parameter cursor: at the opening quotation mark.
  init(_ cursor: TextCursor) {
    self.cursor = cursor
  }

  /// The text, with the cursor behind it; `nil` where the cursor has come to something that no
  /// string may hold.
  mutating func read() -> String? {
    guard cursor.byte == UInt8(ascii: "\"") else { return nil }
    cursor.index += 1
    var start = cursor.index
    var content: [UInt8] = []
    while let byte = cursor.byte, byte >= 0x20 {
      if byte == UInt8(ascii: "\"") {
        content += cursor.bytes[start..<cursor.index]
        cursor.index += 1
        return String(decoding: content, as: UTF8.self)
      }
      guard byte == UInt8(ascii: "\\") else {
        cursor.index += 1
        continue
      }
      content += cursor.bytes[start..<cursor.index]
      guard let scalar = escape() else { return nil }
      content += Array(String(Character(scalar)).utf8)
      start = cursor.index
    }
    return nil
  }

  /// The character of an escape whose backslash stands here.
  private mutating func escape() -> Unicode.Scalar? {
    cursor.index += 1
    guard let byte = cursor.byte else { return nil }
    cursor.index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return unicodeEscape()
    default:
      cursor.index -= 1
      return nil
    }
  }

  /// Four digits, or twice four for a character beyond the first 65,536. Half of such a pair is no
  /// character.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = fourDigits() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard cursor.byte == UInt8(ascii: "\\") else { return nil }
    cursor.index += 1
    guard cursor.byte == UInt8(ascii: "u") else { return nil }
    cursor.index += 1
    guard let second = fourDigits(), (0xDC00...0xDFFF).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func fourDigits() -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = cursor.byte, let digit = Self.hexadecimal(byte) else { return nil }
      value = value << 4 + digit
      cursor.index += 1
    }
    return value
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }
}
