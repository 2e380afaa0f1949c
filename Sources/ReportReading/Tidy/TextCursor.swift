/// A position in decoded text that knows its line and character.
struct TextCursor {
  let bytes: [UInt8]
  var index = 0
  private(set) var line = 1
  private var lineStart = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The byte here, or `nil` at the end.
  var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Goes past a line feed that stands here.
  mutating func passLineFeed() {
    index += 1
    line += 1
    lineStart = index
  }

  /// A flaw at this position.
  func flaw(_ kind: TableFlaw.Kind) -> TableFlaw {
    // Bytes that continue a character of UTF-8 are not counted.
    let before = bytes[lineStart..<index].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return TableFlaw(line: line, column: before + 1, kind: kind)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
