/// Text whose characters were replaced by question marks on the way, so that nothing is left to
/// tell one row from another.
enum LostText {
  /// So many runs of marks are no way of writing.
  private static let runs = 10

  /// How many characters are lost, or `nil` where the text does not look like it.
  ///
  /// - Parameter text: UTF-8.
  static func count(in text: [UInt8]) -> Int? {
    var found = 0
    var lost = 0
    var length = 0
    for byte in text + [0] {
      if byte == UInt8(ascii: "?") {
        length += 1
        continue
      }
      if length > 1 {
        found += 1
        lost += length
      }
      length = 0
    }
    // U+FFFD, which decoders put in place of bytes that they cannot read.
    var index = 0
    while index + 2 < text.count {
      if text[index] == 0xEF, text[index + 1] == 0xBF, text[index + 2] == 0xBD {
        found += 1
        lost += 1
        index += 2
      }
      index += 1
    }
    return found >= runs ? lost : nil
  }
}
