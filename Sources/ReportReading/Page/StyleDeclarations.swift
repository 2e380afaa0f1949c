import Glibc

/// The declarations of a style attribute or of a rule in a style sheet.
struct StyleDeclarations {
  private(set) var appearance = Appearance.plain
  /// Whether the element begins on a line, or in a box, of its own.
  private(set) var isBox = false

  /// What says nothing.
  init() {}

  init(_ style: String) {
    var style = style
    self = style.withUTF8 { StyleDeclarations($0) }
  }

  init(_ style: UnsafeBufferPointer<UInt8>) {
    self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, style.count)) { room in
      var declarations = StyleDeclarations()
      var start = 0
      while start < style.count {
        let end = style[start...].firstIndex(of: UInt8(ascii: ";")) ?? style.count
        declarations.take(style, start..<end, room: room)
        start = end + 1
      }
      return declarations
    }
  }

  private mutating func take(
    _ style: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    room: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard let colon = style[range].firstIndex(of: UInt8(ascii: ":")) else { return }
    // Name and value beside each other, in lower case and without white space.
    var count = 0
    var split = 0
    for index in range {
      if index == colon {
        split = count
      } else if style[index] > 0x20 {
        let byte = style[index]
        room[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        count += 1
      }
    }
    var value = Word(bytes: UnsafeBufferPointer(rebasing: room[split..<count]))
    if value.ends(with: "!important") { value = value.dropping(10) }
    take(Word(bytes: UnsafeBufferPointer(rebasing: room[..<split])), value)
  }

  private mutating func take(_ name: Word, _ value: Word) {
    switch name {
    case "display":
      if value == "none" { appearance = .absent }
      if value != "inline", value != "none", value != "contents" { isBox = true }
    case "visibility": if value == "hidden" || value == "collapse" { note() }
    case "text-decoration", "text-decoration-line":
      // Several values stand side by side.
      if value.contains("line-through") { note() }
    case "vertical-align":
      if value == "super" || value == "sub" || value.isLength { note() }
    case "font-size", "opacity", "zoom", "max-width", "max-height":
      // Whatever its unit, nothing is left to see.
      if value.isZero { note() }
    case "position": if value == "absolute" || value == "fixed" { note() }
    case "direction": if value == "rtl" { note() }
    case "unicode-bidi":
      if value != "normal", value != "embed", value != "isolate" { note() }
    case "transform": if value != "none" { note() }
    case "float": if value != "none" { isBox = true }
    default: break
    }
  }

  private mutating func note() {
    if appearance == .plain { appearance = .unclear }
  }
}

/// A name or a value in a style, in lower case and without white space.
private struct Word {
  let bytes: UnsafeBufferPointer<UInt8>

  static func == (word: Word, text: StaticString) -> Bool {
    word.bytes.count == text.utf8CodeUnitCount && word.stands(text, at: 0)
  }

  static func != (word: Word, text: StaticString) -> Bool { !(word == text) }

  static func ~= (text: StaticString, word: Word) -> Bool { word == text }

  private func stands(_ text: StaticString, at index: Int) -> Bool {
    guard let base = bytes.baseAddress, index >= 0 else { return false }
    return index + text.utf8CodeUnitCount <= bytes.count
      && memcmp(base + index, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  func ends(with text: StaticString) -> Bool {
    stands(text, at: bytes.count - text.utf8CodeUnitCount)
  }

  func contains(_ text: StaticString) -> Bool {
    ByteSearch.find(text, in: bytes) != nil
  }

  func dropping(_ count: Int) -> Word {
    Word(bytes: UnsafeBufferPointer(rebasing: bytes[..<(bytes.count - count)]))
  }

  var isLength: Bool {
    bytes.contains { $0 >= UInt8(ascii: "1") && $0 <= UInt8(ascii: "9") }
  }

  var isZero: Bool {
    bytes.first == UInt8(ascii: "0") && !isLength
  }
}
