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

    mutating func insert(_ subject: SelectorSubject) {
      // Pages without a document type have them match in any case.
      classes.formUnion(subject.classes.map { $0.lowercased() })
      identifiers.formUnion(subject.identifiers.map { $0.lowercased() })
      guard subject.classes.isEmpty, subject.identifiers.isEmpty else { return }
      if subject.element == nil, !subject.attributes.isEmpty {
        attributes.formUnion(subject.attributes)
      } else {
        elements.insert(subject.element ?? StyleSheet.any)
      }
    }

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
        identifiers.contains(String(decoding: identifier, as: UTF8.self).lowercased())
      {
        return true
      }
      guard let classList = own.classList, !classes.isEmpty else { return false }
      return String(decoding: classList, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        .contains { classes.contains($0.lowercased()) }
    }
  }

  /// What is hidden or changed.
  private var changed = Names()
  /// What shows digits before or behind its own text.
  private var added = Names()
  /// What is white on no ground of its own.
  private var white = Names()

  var isEmpty: Bool { changed.isEmpty && added.isEmpty && white.isEmpty }

  /// Takes the text of a style element.
  mutating func add(_ text: String) {
    var sheet = self
    StyleText.forEachRule(Array(text.utf8)) { selectors, declarations in
      sheet.take(selectors, StyleDeclarations(declarations))
    }
    self = sheet
  }

  /// The text of a style element without the rules that say nothing here, so that less of it has to
  /// be parsed; the sheet made of it is the same.
  static func telling(_ style: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let bytes = StyleText.withoutComments(Array(style))
    let isPlain = bytes.withUnsafeBufferPointer { bytes in
      // Pieces that are put together must not make an end tag or a comment.
      ByteSearch.find("<", in: style) == nil && ByteSearch.find("/*", in: bytes) == nil
    }
    guard isPlain else { return Array(style) }
    return bytes.withUnsafeBufferPointer { bytes in
      StyleText.without(bytes) { saysNothing(StyleDeclarations($0)) }
    }
  }

  private static func saysNothing(_ style: StyleDeclarations) -> Bool {
    style.appearance == .plain && !style.addsDigits && style.isWhite != true
  }

  /// - Parameter selectors: of the rule, then of the rules around it.
  private mutating func take(_ selectors: [[UInt8]], _ style: StyleDeclarations) {
    guard !Self.saysNothing(style), let own = selectors.first else { return }
    for subject in SelectorSubject.all(of: own) {
      // What holds under the pointer is not how the page stands.
      if subject.pseudo.contains(where: Self.passing.contains) { continue }
      if subject.pseudo.contains(where: Self.beside.contains), !style.addsDigits { continue }
      if subject.isOuter, subject.classes.isEmpty, subject.identifiers.isEmpty {
        take(Array(selectors.dropFirst()), style)
        continue
      }
      if style.addsDigits {
        added.insert(subject)
      } else if style.appearance != .plain {
        changed.insert(subject)
      } else {
        white.insert(subject)
      }
    }
  }

  /// Elements of any name.
  fileprivate static let any = "*"
  private static let passing: Set<String> = [
    "hover", "focus", "active", "visited", "link", "target", "focus-within", "focus-visible",
    "selection", "placeholder", "disabled", "checked",
  ]
  private static let beside: Set<String> = [
    "before", "after", "marker",
  ]

  /// Whether an element may be hidden or changed.
  func doubts(_ element: UnsafePointer<GumboElement>, _ attributes: HTMLAttributes) -> Bool {
    changed.contain(element, attributes)
  }

  /// Whether an element may show digits that are not in its text.
  func adds(to element: UnsafePointer<GumboElement>, _ attributes: HTMLAttributes) -> Bool {
    !added.isEmpty && added.contain(element, attributes)
  }

  /// Whether the element's text may be white.
  func whitens(_ element: UnsafePointer<GumboElement>, _ attributes: HTMLAttributes) -> Bool {
    !white.isEmpty && white.contain(element, attributes)
  }
}
