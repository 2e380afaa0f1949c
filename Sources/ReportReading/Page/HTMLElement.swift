import CGumbo

/// What the reader wants to know of an element.
enum HTMLElement {
  /// How the element's own nature and attributes make it appear.
  static func appearance(of element: GumboElement) -> Appearance {
    let byTag = appearance(of: element.tag, element)
    var element = element
    if byTag == .absent || gumbo_get_attribute(&element.attributes, "hidden") != nil {
      return .absent
    }
    guard let style = attribute("style", of: element) else { return byTag }
    let byStyle = StyleDeclarations(style).appearance
    // Where a cell's own text stands in it says nothing of its figures.
    return byTag.joined(byStyle)
  }

  private static func appearance(of tag: GumboTag, _ element: GumboElement) -> Appearance {
    switch tag {
    case GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT,
      GUMBO_TAG_HEAD, GUMBO_TAG_TITLE:
      .absent
    case GUMBO_TAG_S, GUMBO_TAG_STRIKE, GUMBO_TAG_DEL, GUMBO_TAG_SUP, GUMBO_TAG_SUB,
      GUMBO_TAG_RUBY, GUMBO_TAG_RT, GUMBO_TAG_RP, GUMBO_TAG_BDO, GUMBO_TAG_MATH, GUMBO_TAG_SVG,
      GUMBO_TAG_SELECT, GUMBO_TAG_OPTION, GUMBO_TAG_TEXTAREA, GUMBO_TAG_PROGRESS,
      GUMBO_TAG_METER, GUMBO_TAG_MARQUEE, GUMBO_TAG_APPLET:
      .unclear
    case GUMBO_TAG_DETAILS: attribute("open", of: element) == nil ? .unclear : .plain
    default: .plain
    }
  }

  /// Elements whose content a browser shows only where it cannot show the element itself, or that
  /// show nothing until somebody opens them.
  static func isFallback(_ element: GumboElement) -> Bool {
    switch element.tag {
    case GUMBO_TAG_CANVAS, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO, GUMBO_TAG_IFRAME,
      GUMBO_TAG_NOFRAMES, GUMBO_TAG_DATALIST, GUMBO_TAG_OBJECT:
      return true
    case GUMBO_TAG_UNKNOWN:
      return isNamed("dialog", element) && attribute("open", of: element) == nil
    default: return false
    }
  }

  private static func isNamed(_ name: String, _ element: GumboElement) -> Bool {
    guard let data = element.original_tag.data else { return false }
    let length = element.original_tag.length
    let name = Array("<\(name)".utf8)
    guard length > name.count else { return false }
    for (index, byte) in name.enumerated()
    where UInt8(bitPattern: data[index]) | 0x20 != byte | 0x20 {
      return false
    }
    let next = UInt8(bitPattern: data[name.count])
    return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }

  /// Whether a table stands in the element.
  static func holdsTable(_ element: GumboElement) -> Bool {
    var waiting = [element.children]
    while let children = waiting.popLast() {
      for index in 0..<Int(children.length) {
        guard let child = children.data?[index] else { continue }
        let node = child.assumingMemoryBound(to: GumboNode.self).pointee
        guard node.type == GUMBO_NODE_ELEMENT else { continue }
        if node.v.element.tag == GUMBO_TAG_TABLE { return true }
        waiting.append(node.v.element.children)
      }
    }
    return false
  }

  /// Elements that a browser begins on a line of their own.
  static func breaksLine(_ element: GumboElement) -> Bool {
    if breaksLine(element.tag) { return true }
    return attribute("style", of: element).map { StyleDeclarations($0).isBox } ?? false
  }

  private static func breaksLine(_ tag: GumboTag) -> Bool {
    switch tag {
    case GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_BR, GUMBO_TAG_LI, GUMBO_TAG_UL, GUMBO_TAG_OL,
      GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
      GUMBO_TAG_TABLE, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_SECTION,
      GUMBO_TAG_ARTICLE, GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_NAV, GUMBO_TAG_DL,
      GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_FORM, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE,
      GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER, GUMBO_TAG_HR, GUMBO_TAG_BODY, GUMBO_TAG_MAIN,
      GUMBO_TAG_OPTION, GUMBO_TAG_FIELDSET, GUMBO_TAG_TITLE, GUMBO_TAG_ASIDE, GUMBO_TAG_FIGURE,
      GUMBO_TAG_FIGCAPTION, GUMBO_TAG_ADDRESS, GUMBO_TAG_MENU, GUMBO_TAG_LEGEND, GUMBO_TAG_HGROUP,
      GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY, GUMBO_TAG_DIR, GUMBO_TAG_OPTGROUP,
      GUMBO_TAG_LISTING, GUMBO_TAG_XMP, GUMBO_TAG_PLAINTEXT:
      true
    default: false
    }
  }

  /// Elements that show something which is no text.
  static func isPicture(_ tag: GumboTag) -> Bool {
    switch tag {
    case GUMBO_TAG_IMG, GUMBO_TAG_INPUT, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_OBJECT,
      GUMBO_TAG_EMBED, GUMBO_TAG_IFRAME, GUMBO_TAG_SVG, GUMBO_TAG_CANVAS, GUMBO_TAG_MATH:
      true
    default: false
    }
  }

  static func attribute(_ name: String, of element: GumboElement) -> String? {
    var element = element
    guard let attribute = gumbo_get_attribute(&element.attributes, name),
      let value = attribute.pointee.value
    else { return nil }
    return String(cString: value)
  }

  /// A span as browsers read it: leading digits, 1 where there are none, capped as HTML says.
  static func span(_ name: String, of element: GumboElement, cap: Int) -> Int {
    guard let value = attribute(name, of: element) else { return 1 }
    var number = 0
    var digits = 0
    for byte in value.utf8.drop(while: { $0 <= 0x20 }) {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { break }
      number = min(cap, number * 10 + Int(byte - UInt8(ascii: "0")))
      digits += 1
    }
    return digits == 0 ? 1 : number
  }
}
