/// How a browser shows what stands in an element, as far as a reader of its text must know.
enum Appearance {
  case plain
  /// Not shown at all, and takes no room.
  case absent
  /// Shown otherwise than its text says: struck out, raised, transparent, out of place.
  case unclear

  /// The worse of two.
  func joined(_ other: Appearance) -> Appearance {
    if self == .absent || other == .absent { return .absent }
    return self == .unclear || other == .unclear ? .unclear : .plain
  }
}

/// The declarations of a style attribute or of a rule in a style sheet.
struct StyleDeclarations {
  private(set) var appearance = Appearance.plain
  /// Whether the element begins on a line, or in a box, of its own.
  private(set) var isBox = false

  init(_ style: String) {
    for declaration in style.utf8.split(separator: UInt8(ascii: ";")) {
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
      take(
        Self.plain(declaration[..<colon]),
        Self.plain(declaration[declaration.index(after: colon)...]))
    }
  }

  /// In lower case and without white space.
  private static func plain(_ text: Substring.UTF8View) -> String {
    let bytes = text.filter { $0 > 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let plain = String(decoding: bytes, as: UTF8.self)
    return plain.hasSuffix("!important") ? String(plain.dropLast(10)) : plain
  }

  private mutating func take(_ name: String, _ value: String) {
    switch name {
    case "display":
      if value == "none" { appearance = .absent }
      if value != "inline", value != "none", value != "contents" { isBox = true }
    case "visibility" where value == "hidden" || value == "collapse": note()
    case "text-decoration", "text-decoration-line":
      // Several values stand side by side.
      if value.hasPrefix("line-through") || value.hasSuffix("line-through")
        || value.split(separator: "line-through", omittingEmptySubsequences: false).count > 1
      {
        note()
      }
    case "vertical-align":
      if value == "super" || value == "sub" || Self.isLength(value) { note() }
    case "font-size", "opacity", "zoom", "max-width", "max-height":
      // Whatever its unit, nothing is left to see.
      if Self.isZero(value) { note() }
    case "position" where value == "absolute" || value == "fixed": note()
    case "direction" where value == "rtl": note()
    case "unicode-bidi" where value != "normal" && value != "embed" && value != "isolate": note()
    case "transform" where value != "none": note()
    case "float" where value != "none": isBox = true
    default: break
    }
  }

  private mutating func note() {
    if appearance == .plain { appearance = .unclear }
  }

  private static func isLength(_ value: String) -> Bool {
    value.unicodeScalars.contains { ("1"..."9").contains($0) }
  }

  private static func isZero(_ value: String) -> Bool {
    value.first == "0" && !isLength(value)
  }
}
