import CGumbo

/// What the reader wants to know of an element.
enum HTMLElement {
  /// Elements that show nothing.
  static func isInvisible(_ element: GumboElement) -> Bool {
    switch element.tag {
    case GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT,
      GUMBO_TAG_HEAD, GUMBO_TAG_TITLE:
      return true
    default: break
    }
    var element = element
    if gumbo_get_attribute(&element.attributes, "hidden") != nil { return true }
    guard let style = attribute("style", of: element) else { return false }
    let plain = style.utf8.filter { $0 > 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return contains(plain, "display:none") || contains(plain, "visibility:hidden")
  }

  private static func contains(_ text: [UInt8], _ part: String) -> Bool {
    let part = Array(part.utf8)
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  /// Elements that a browser begins on a line of their own.
  static func breaksLine(_ tag: GumboTag) -> Bool {
    switch tag {
    case GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_BR, GUMBO_TAG_LI, GUMBO_TAG_UL, GUMBO_TAG_OL,
      GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
      GUMBO_TAG_TABLE, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_SECTION,
      GUMBO_TAG_ARTICLE, GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_NAV, GUMBO_TAG_DL,
      GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_FORM, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE,
      GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER, GUMBO_TAG_HR, GUMBO_TAG_BODY, GUMBO_TAG_MAIN,
      GUMBO_TAG_OPTION, GUMBO_TAG_FIELDSET, GUMBO_TAG_TITLE:
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

  /// Elements whose characters do not stand beside the others: struck out, raised or lowered.
  static func changesMeaning(_ tag: GumboTag) -> Bool {
    switch tag {
    case GUMBO_TAG_S, GUMBO_TAG_STRIKE, GUMBO_TAG_DEL, GUMBO_TAG_SUP, GUMBO_TAG_SUB,
      GUMBO_TAG_RUBY:
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
