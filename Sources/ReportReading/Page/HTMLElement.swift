import CGumbo

/// What the reader wants to know of an element.
enum HTMLElement {
  /// How the element's own nature and attributes make it appear.
  static func appearance(
    of tag: GumboTag, _ attributes: HTMLAttributes, style: StyleDeclarations
  ) -> Appearance {
    let byTag = appearance(of: tag, attributes)
    if byTag == .absent || attributes.isHidden { return .absent }
    return byTag.joined(attributes.isTurned ? .unclear : style.appearance)
  }

  private static func appearance(of tag: GumboTag, _ attributes: HTMLAttributes) -> Appearance {
    switch tag {
    case GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT,
      GUMBO_TAG_NOEMBED, GUMBO_TAG_HEAD, GUMBO_TAG_TITLE:
      .absent
    case GUMBO_TAG_S, GUMBO_TAG_STRIKE, GUMBO_TAG_DEL, GUMBO_TAG_SUP, GUMBO_TAG_SUB,
      GUMBO_TAG_RUBY, GUMBO_TAG_RT, GUMBO_TAG_RP, GUMBO_TAG_BDO, GUMBO_TAG_MATH, GUMBO_TAG_SVG,
      GUMBO_TAG_SELECT, GUMBO_TAG_OPTION, GUMBO_TAG_TEXTAREA, GUMBO_TAG_PROGRESS,
      GUMBO_TAG_METER, GUMBO_TAG_MARQUEE, GUMBO_TAG_APPLET:
      .unclear
    case GUMBO_TAG_DETAILS: attributes.isOpen ? .plain : .unclear
    default: .plain
    }
  }

  /// Elements whose content a browser shows only where it cannot show the element itself, or that
  /// show nothing until somebody opens them.
  static func isFallback(
    _ element: UnsafePointer<GumboElement>, _ attributes: HTMLAttributes
  ) -> Bool {
    switch element.pointee.tag {
    case GUMBO_TAG_CANVAS, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO, GUMBO_TAG_IFRAME,
      GUMBO_TAG_NOFRAMES, GUMBO_TAG_DATALIST, GUMBO_TAG_OBJECT:
      return true
    case GUMBO_TAG_UNKNOWN: return !attributes.isOpen && isNamed("<dialog", element)
    default: return false
    }
  }

  private static func isNamed(
    _ name: StaticString, _ element: UnsafePointer<GumboElement>
  ) -> Bool {
    let tag = element.pointee.original_tag
    let count = name.utf8CodeUnitCount
    guard let data = tag.data, tag.length > count else { return false }
    for index in 0..<count
    where UInt8(bitPattern: data[index]) | 0x20 != name.utf8Start[index] | 0x20 {
      return false
    }
    let next = UInt8(bitPattern: data[count])
    return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }

  /// Whether a table stands in the element.
  static func holdsTable(_ element: UnsafePointer<GumboElement>) -> Bool {
    var waiting = [element.pointee.children]
    while let children = waiting.popLast() {
      for index in 0..<Int(children.length) {
        guard let child = children.data?[index] else { continue }
        let node = child.assumingMemoryBound(to: GumboNode.self)
        guard node.pointee.type == GUMBO_NODE_ELEMENT,
          let element = nianbao_gumbo_element(node)
        else { continue }
        if element.pointee.tag == GUMBO_TAG_TABLE { return true }
        waiting.append(element.pointee.children)
      }
    }
    return false
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
}
