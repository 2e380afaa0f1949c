import Glibc

/// The declarations of a style attribute or of a rule in a style sheet.
struct StyleDeclarations: Equatable {
  /// What says nothing.
  static let none = StyleDeclarations()

  private(set) var appearance = Appearance.plain
  /// Whether the element begins on a line, or in a box, of its own.
  private(set) var isBox = false
  /// The element's own colour is white, which on most pages nobody sees; `nil` where none is named.
  private(set) var isWhite: Bool?
  /// Whether a picture lies behind the text, or in its place.
  private(set) var hasPicture = false
  /// Whether digits stand before or behind the element's own text: of a rule for `::before`.
  private(set) var addsDigits = false
  private var isFlat = false
  private var isCut = false
  /// Whether the element has a ground of its own, on which white may be seen.
  private var hasGround = false

  /// What says nothing.
  init() {}

  init(_ style: String) {
    var style = style
    self = style.withUTF8 { StyleDeclarations($0) }
  }

  init(_ style: [UInt8]) {
    self = style.withUnsafeBufferPointer { StyleDeclarations($0) }
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
      // What has no room, and is cut off there.
      if declarations.isFlat, declarations.isCut { declarations.note() }
      if declarations.isWhite == true, declarations.hasGround { declarations.isWhite = false }
      declarations.hasGround = false
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
    var hasEscape = false
    for index in range {
      if index == colon {
        split = count
      } else if style[index] > 0x20 {
        let byte = style[index]
        if byte == UInt8(ascii: "\\") { hasEscape = true }
        room[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        count += 1
      }
    }
    var value = Word(bytes: UnsafeBufferPointer(rebasing: room[split..<count]))
    if value.ends(with: "!important") { value = value.dropping(10) }
    let name = Word(bytes: UnsafeBufferPointer(rebasing: room[..<split]))
    if hasEscape, isDisguised(name, value) {
      note()
    } else {
      take(name, value)
    }
  }

  /// Whether a name or a value is written with escapes where they change what is shown. Old browsers
  /// were told things with a needless escape at the end, which others pass over.
  private func isDisguised(_ name: Word, _ value: Word) -> Bool {
    if name.contains("\\") { return true }
    return name.hides && !value.ends(with: "\\9") && !value.ends(with: "\\0")
  }

  private mutating func take(_ name: Word, _ value: Word) {
    // What a variable holds is not looked up.
    if value.contains("var("), name.hides { note() }
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
    case "font-size": if value.isTiny || value.isWorkedOut { note() }
    case "font": if value.begins("0") { note() }
    case "order": if !value.isZero { note() }
    case "mask", "mask-image", "-webkit-mask", "-webkit-mask-image":
      if value != "none" { note() }
    case "width", "height": if value.isZero { isFlat = true }
    case "overflow": if value == "hidden" { isCut = true }
    case "color", "-webkit-text-fill-color":
      if value.isClear || value.isWorkedOut { note() }
      isWhite = value.isWhite
    case "text-indent": if value.isFarOff(digits: 3) { note() }
    case "margin-left", "margin-top", "margin", "left", "right", "top":
      // Pages are centred by half their width.
      if value.isFarOff(digits: 4) { note() }
    case "clip", "clip-path", "-webkit-text-security":
      if value != "none", value != "auto" { note() }
    case "filter": if value.contains("blur(") || value.contains("opacity(0") { note() }
    case "flex-direction": if value.ends(with: "reverse") { note() }
    case "background", "background-image", "background-color":
      if value.contains("url(") { hasPicture = true }
      hasGround = !value.isClear && !value.isWhite && value != "none"
    case "content": addsDigits = value.showsDigits
    case "opacity", "zoom", "max-width", "max-height":
      // Whatever its unit, nothing is left to see.
      if value.isZero || name == "opacity" && (value.isWorkedOut || value.contains("e-")) { note() }
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

extension StyleDeclarations {
  /// Whether an attribute names the colour white, in which few pages print figures.
  static func isWhite(_ colour: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = String(decoding: colour, as: UTF8.self).lowercased()
    return text == "white" || text == "#ffffff" || text == "#fff"
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

  func begins(_ text: StaticString) -> Bool { stands(text, at: 0) }

  /// Whether only a browser can tell what it comes to.
  var isWorkedOut: Bool {
    contains("calc(") || contains("hsl") || contains("color-mix(") || contains("clamp(")
      || contains("min(")
  }

  func dropping(_ count: Int) -> Word {
    Word(bytes: UnsafeBufferPointer(rebasing: bytes[..<(bytes.count - count)]))
  }

  /// Whether a style of this name can take its element's text from sight.
  var hides: Bool {
    switch self {
    case "display", "visibility", "opacity", "text-decoration", "text-decoration-line", "position",
      "clip", "clip-path", "transform":
      true
    default: false
    }
  }

  var isLength: Bool {
    bytes.contains { $0 >= UInt8(ascii: "1") && $0 <= UInt8(ascii: "9") }
  }

  var isZero: Bool {
    (bytes.first == UInt8(ascii: "0") || bytes.first == UInt8(ascii: ".")) && !isLength
  }

  /// A size smaller than anybody reads: nothing, 1px, 2.5pt.
  var isTiny: Bool {
    if isZero { return true }
    guard ends(with: "px") || ends(with: "pt"), let first = bytes.first else { return false }
    let isSmall = first >= UInt8(ascii: "0") && first <= UInt8(ascii: "2")
    return isSmall && (bytes.count == 3 || bytes[1] == UInt8(ascii: "."))
  }

  var isWhite: Bool {
    self == "white" || self == "#fff" || self == "rgb(255,255,255)" || self == "rgb(255255255)"
      || isNearlyWhite
  }

  /// `#fefefe`: six hexadecimal digits of which the first of each colour is an f and none is dark.
  private var isNearlyWhite: Bool {
    guard bytes.count == 7, bytes[0] == UInt8(ascii: "#") else { return false }
    return [1, 3, 5].allSatisfy { index in
      bytes[index] == UInt8(ascii: "f") && bytes[index + 1] >= UInt8(ascii: "a")
    }
  }

  /// A colour with nothing of it left.
  var isClear: Bool {
    if self == "transparent" { return true }
    if bytes.first == UInt8(ascii: "#") {
      // The last digits say how much of it is left.
      return bytes.count == 5 && ends(with: "0") || bytes.count == 9 && ends(with: "00")
    }
    return stands("rgb", at: 0)
      && (stands("rgba(", at: 0) && (ends(with: ",0)") || ends(with: ",.0)"))
        || ends(with: "/0)") || ends(with: "/0%)"))
  }

  /// Moved off the page, further than text is ever indented.
  func isFarOff(digits: Int) -> Bool {
    guard bytes.first == UInt8(ascii: "-") else { return false }
    return bytes.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }.count >= digits
  }

  /// Digits, or what may come to some.
  var showsDigits: Bool {
    stands("attr(", at: 0) || stands("counter", at: 0)
      || bytes.contains { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x80 || $0 == UInt8(ascii: "\\") }
  }
}
