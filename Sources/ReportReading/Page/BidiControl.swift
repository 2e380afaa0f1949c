/// Characters that show nothing and change the order in which others are shown: 21 may stand
/// printed as 12.
enum BidiControl {
  static func isContained(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { isContained(in: $0) }
  }

  /// - Parameter text: valid UTF-8.
  static func isContained(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    // All of them begin with 0xE2 in UTF-8, and most text has none.
    while let start = text[index...].firstIndex(of: 0xE2) {
      switch ScalarBuffer.scalar(at: start, in: text).value {
      case 0x202A...0x202E, 0x2066...0x2069: return true
      default: index = start + 3
      }
    }
    return false
  }
}
