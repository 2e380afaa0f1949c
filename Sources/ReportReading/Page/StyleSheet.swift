/// The rules of a page's own style sheets that hide or change what they apply to, by class and id.
///
/// Of a selector only the last part counts, so that too much rather than too little is doubted.
struct StyleSheet {
  private var classes: Set<String> = []
  private var identifiers: Set<String> = []

  var isEmpty: Bool { classes.isEmpty && identifiers.isEmpty }

  /// Takes the text of a style element.
  mutating func add(_ text: String) {
    let bytes = Self.withoutComments(Array(text.utf8))
    var index = 0
    var start = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        let selector = String(decoding: bytes[start..<index], as: UTF8.self)
        let isGroup = selector.utf8.contains(UInt8(ascii: "@"))
        start = index + 1
        if isGroup { break }
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
        take(selector, String(decoding: bytes[start..<end], as: UTF8.self))
        index = end
        start = min(bytes.count, end + 1)
      case UInt8(ascii: "}"), UInt8(ascii: ";"): start = index + 1
      default: break
      }
      index += 1
    }
  }

  /// The text of a style element without the rules that say nothing here, so that less of it has to
  /// be parsed; the sheet made of it is the same.
  static func telling(_ style: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let bytes = withoutComments(Array(style))
    let isPlain = bytes.withUnsafeBufferPointer { bytes in
      // Pieces that are put together must not make an end tag or a comment.
      ByteSearch.find("<", in: style) == nil && ByteSearch.find("/*", in: bytes) == nil
    }
    return isPlain ? bytes.withUnsafeBufferPointer(withoutPlainRules) : Array(style)
  }

  private static func withoutPlainRules(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    var taken = 0
    var index = 0
    // As in `add`.
    var start = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        let isGroup = bytes[start..<index].contains(UInt8(ascii: "@"))
        let selector = start
        start = index + 1
        if isGroup { break }
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
        let rule = UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = min(bytes.count, end + 1)
        index = end
        if StyleDeclarations(rule).appearance == .plain {
          kept.append(contentsOf: bytes[taken..<selector])
          taken = start
        }
      case UInt8(ascii: "}"), UInt8(ascii: ";"): start = index + 1
      default: break
      }
      index += 1
    }
    kept.append(contentsOf: bytes[taken...])
    return kept
  }

  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    let (slash, star) = (UInt8(ascii: "/"), UInt8(ascii: "*"))
    var index = 0
    while index < bytes.count {
      guard bytes[index] == slash, index + 1 < bytes.count, bytes[index + 1] == star else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      index += 2
      while index < bytes.count,
        !(bytes[index] == star && index + 1 < bytes.count && bytes[index + 1] == slash)
      {
        index += 1
      }
      index += 2
    }
    return kept
  }

  private mutating func take(_ selectors: String, _ declarations: String) {
    guard StyleDeclarations(declarations).appearance != .plain else { return }
    for selector in selectors.split(separator: ",") {
      let parts = selector.split { $0.isWhitespace || ">+~".contains($0) }
      // What holds under the pointer, or stands before and behind, is not the text itself.
      guard let last = parts.last, !last.contains(":") else { continue }
      for name in Self.names(after: ".", in: last) { classes.insert(name) }
      for name in Self.names(after: "#", in: last) { identifiers.insert(name) }
    }
  }

  private static func names(after mark: Character, in part: Substring) -> [String] {
    let pieces = part.split(separator: mark, omittingEmptySubsequences: false).dropFirst()
    return pieces.map { piece in String(piece.prefix { !".#[".contains($0) }) }
  }

  /// - Parameter classList: as the attribute has it.
  func doubts(classList: HTMLAttributes.Value?, identifier: HTMLAttributes.Value?) -> Bool {
    if let identifier, !identifiers.isEmpty,
      identifiers.contains(String(decoding: identifier, as: UTF8.self))
    {
      return true
    }
    guard let classList, !classes.isEmpty else { return false }
    return String(decoding: classList, as: UTF8.self).split(whereSeparator: \.isWhitespace).contains
    { classes.contains(String($0)) }
  }
}
