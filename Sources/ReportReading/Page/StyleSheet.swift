import CGumbo

/// The rules of a page's own style sheets that hide or change what they apply to, by class, id, element or
/// attribute.
///
/// Of a selector only the last part counts, so that too much rather than too little is doubted.
struct StyleSheet {
  /// What some selectors speak of.
  private struct Names {
    var classes: Set<String> = []
    var identifiers: Set<String> = []
    /// In lower case, of selectors that name neither class nor id.
    var elements: Set<String> = []
    /// Of selectors that name nothing else, such as `[data-old]`.
    var attributes: Set<String> = []

    var isEmpty: Bool {
      classes.isEmpty && identifiers.isEmpty && elements.isEmpty && attributes.isEmpty
    }

    func contain(
      _ element: UnsafePointer<GumboElement>, _ own: HTMLAttributes
    ) -> Bool {
      if attributes.contains(where: { HTMLAttributes.has($0, element) }) { return true }
      if !elements.isEmpty,
        elements.contains(StyleSheet.any)
          || elements.contains(String(cString: gumbo_normalized_tagname(element.pointee.tag)))
      {
        return true
      }
      if let identifier = own.identifier, !identifiers.isEmpty,
        identifiers.contains(String(decoding: identifier, as: UTF8.self))
      {
        return true
      }
      guard let classList = own.classList, !classes.isEmpty else { return false }
      return String(decoding: classList, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        .contains { classes.contains(String($0)) }
    }
  }

  /// What is hidden or changed.
  private var changed = Names()
  /// What shows digits before or behind its own text.
  private var added = Names()

  var isEmpty: Bool { changed.isEmpty && added.isEmpty }

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
        let declarations = StyleDeclarations(rule)
        if declarations.appearance == .plain, !declarations.addsDigits {
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
    let style = StyleDeclarations(declarations)
    guard style.appearance != .plain || style.addsDigits else { return }
    for selector in selectors.split(separator: ",") {
      let parts = selector.split { $0.isWhitespace || ">+~".contains($0) }
      guard let last = parts.last else { continue }
      let pseudo = Self.pseudo(in: last)
      // What holds under the pointer is not how the page stands.
      if pseudo.contains(where: Self.passing.contains) { continue }
      if pseudo.contains(where: Self.beside.contains), !style.addsDigits { continue }
      let part = last.prefix { $0 != ":" }
      let classes = Self.names(after: ".", in: part)
      let identifiers = Self.names(after: "#", in: part)
      let element = part.prefix { !"[*".contains($0) }.lowercased()
      var names = style.addsDigits ? added : changed
      names.classes.formUnion(classes)
      names.identifiers.formUnion(identifiers)
      if classes.isEmpty, identifiers.isEmpty {
        let attributes = Self.names(after: "[", in: part).map { name in
          String(name.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
        }
        if element.isEmpty, !attributes.isEmpty {
          names.attributes.formUnion(attributes)
        } else {
          names.elements.insert(element.isEmpty ? Self.any : element)
        }
      }
      if style.addsDigits { added = names } else { changed = names }
    }
  }

  /// Elements of any name.
  fileprivate static let any = "*"
  private static let passing: Set<Substring> = [
    "hover", "focus", "active", "visited", "link", "target", "focus-within", "focus-visible",
    "selection", "placeholder", "disabled", "checked",
  ]
  private static let beside: Set<Substring> = [
    "before", "after", "marker", "first-letter", "first-line",
  ]

  /// `hover` of `a:hover`, `before` of `p::before`.
  private static func pseudo(in part: Substring) -> [Substring] {
    part.split(separator: ":", omittingEmptySubsequences: false).dropFirst()
      .map { $0.prefix { $0 != "(" } }
  }

  private static func names(after mark: Character, in part: Substring) -> [String] {
    let pieces = part.split(separator: mark, omittingEmptySubsequences: false).dropFirst()
    return pieces.map { piece in String(piece.prefix { !".#[]".contains($0) }) }
  }

  /// Whether an element may be hidden or changed.
  func doubts(_ element: UnsafePointer<GumboElement>, _ attributes: HTMLAttributes) -> Bool {
    changed.contain(element, attributes)
  }

  /// Whether an element may show digits that are not in its text.
  func adds(to element: UnsafePointer<GumboElement>, _ attributes: HTMLAttributes) -> Bool {
    !added.isEmpty && added.contain(element, attributes)
  }
}
