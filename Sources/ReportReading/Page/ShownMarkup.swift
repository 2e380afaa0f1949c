import Glibc

/// A page without what its scripts and most of its styles say, which a reader never sees and a
/// parser spends half of its time on.
///
/// Only what is beyond doubt is left out: the pass follows the tokenizer of HTML step by step, and
/// ends at the first thing whose meaning depends on more than the text before it. Line breaks stay,
/// so that every line keeps its number.
struct ShownMarkup {
  private let text: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var kept: [UInt8] = []
  /// Up to where the text has been taken over or left out.
  private var taken = 0
  /// Within these a script or a style may be none: the parser drops some of their tags.
  private var isInSelect = false
  private var isInNoscript = false
  /// The last style that was left out.
  private var lastPlain = 0..<0

  /// - Parameter text: UTF-8.
  /// - Returns: `nil` where there is nothing to leave out.
  static func trimmed(_ text: [UInt8]) -> [UInt8]? {
    text.withUnsafeBufferPointer { buffer in
      var markup = ShownMarkup(text: buffer)
      markup.run()
      return markup.taken > 0 ? markup.kept + buffer[markup.taken...] : nil
    }
  }

  private init(text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  private mutating func run() {
    while let start = ByteSearch.find("<", in: text, from: index) {
      index = start + 1
      guard index < text.count else { return }
      switch text[index] {
      case UInt8(ascii: "!"):
        guard skipComment() else { return }
      case UInt8(ascii: "?"):
        guard skip(behind: ">") else { return }
      case UInt8(ascii: "/"):
        index += 1
        // What is no letter begins a bogus comment.
        guard index < text.count, Self.isLetter(text[index]) else {
          guard skip(behind: ">") else { return }
          continue
        }
        close(readName())
        guard skipAttributes(leavesStylesOut: false) else { return }
      case let byte where Self.isLetter(byte):
        let name = readName()
        // Of formatting elements the parser compares the attributes.
        let isFormatting = Self.formatting.contains(name)
        guard skipAttributes(leavesStylesOut: !isFormatting), open(name) else { return }
      default: break
      }
    }
  }

  // MARK: Tags

  /// Letters of a name in lower case, as a number; the longest that matters has eight.
  private mutating func readName() -> UInt64 {
    var name: UInt64 = 0
    while index < text.count, !Self.endsName(text[index]) {
      let byte = text[index]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      // Longer names, of which plaintext is the one that matters, come out as the same.
      name = name >> 56 == 0 ? name << 8 | UInt64(lower) : .max
      index += 1
    }
    return name
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, UInt8(ascii: "/"), UInt8(ascii: ">"): true
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  /// To the end of a tag.
  ///
  /// - Parameter leavesStylesOut: whether a style that says nothing here is left out.
  /// - Returns: whether it has one.
  private mutating func skipAttributes(leavesStylesOut: Bool) -> Bool {
    /// Where the tokenizer stands.
    enum State { case between, name, afterName, beforeValue, unquoted }
    var state = State.between
    var name = index..<index
    while index < text.count {
      let byte = text[index]
      let start = index
      index += 1
      if byte == UInt8(ascii: ">") { return true }
      let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B)
      switch state {
      case .between, .afterName:
        if byte == UInt8(ascii: "="), state == .afterName {
          state = .beforeValue
        } else if byte == UInt8(ascii: "/") {
          state = .between
        } else if !isSpace {
          state = .name
          name = start..<index
        }
      case .name:
        if isSpace { state = .afterName }
        if byte == UInt8(ascii: "/") { state = .between }
        if byte == UInt8(ascii: "=") { state = .beforeValue }
        if state == .name { name = name.lowerBound..<index }
      case .beforeValue:
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          guard let end = ByteSearch.find(byte, in: text, from: index) else { return false }
          if leavesStylesOut, isStyle(name) { leaveOutStyle(index..<end) }
          index = end + 1
          state = .between
        } else if !isSpace {
          state = .unquoted
        }
      case .unquoted: if isSpace { state = .between }
      }
    }
    return false
  }

  private func isStyle(_ name: Range<Int>) -> Bool {
    let letters: StaticString = "style"
    return name.count == letters.utf8CodeUnitCount
      && name.indices.allSatisfy { text[$0] | 0x20 == letters.utf8Start[$0 - name.lowerBound] }
  }

  /// Leaves out what a style attribute says, unless it changes how an element is shown or where it
  /// begins.
  private mutating func leaveOutStyle(_ range: Range<Int>) {
    let style = UnsafeBufferPointer(rebasing: text[range])
    if !isLastPlain(style) {
      // A reference to a character may be anything.
      guard !style.contains(UInt8(ascii: "&")), StyleDeclarations(style) == .none else { return }
      lastPlain = range
    }
    kept.append(contentsOf: text[taken..<range.lowerBound])
    kept.append(contentsOf: repeatElement(0x0A, count: Self.lineBreaks(in: style)))
    taken = range.upperBound
  }

  /// Whether it is the style that said nothing before: pages repeat them in every cell.
  private func isLastPlain(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    guard style.count == lastPlain.count, let left = style.baseAddress,
      let right = UnsafeBufferPointer(rebasing: text[lastPlain]).baseAddress
    else { return false }
    return memcmp(left, right, style.count) == 0
  }

  private mutating func close(_ name: UInt64) {
    if name == Self.select { isInSelect = false }
    if name == Self.noscript { isInNoscript = false }
  }

  private var isCertain: Bool { !isInSelect && !isInNoscript }

  /// Behind a start tag.
  ///
  /// - Returns: whether what follows is certain.
  private mutating func open(_ name: UInt64) -> Bool {
    switch name {
    case Self.script: return isCertain && leaveOut(until: "</script", Self.withoutScript)
    case Self.style: return isCertain && leaveOut(until: "</style", StyleSheet.telling)
    case Self.title: return isCertain && skipRaw(until: "</title")
    case Self.textarea: return isCertain && skipRaw(until: "</textarea")
    case Self.iframe: return isCertain && skipRaw(until: "</iframe")
    case Self.xmp: return isCertain && skipRaw(until: "</xmp")
    case Self.select:
      isInSelect = true
      return true
    case Self.noscript:
      isInNoscript = true
      return true
    default: return !Self.uncertain.contains(name)
    }
  }

  private static func number(_ name: StaticString) -> UInt64 {
    name.withUTF8Buffer { bytes in bytes.reduce(0) { number, byte in number << 8 | UInt64(byte) } }
  }

  private static let script = number("script")
  private static let style = number("style")
  private static let title = number("title")
  private static let textarea = number("textarea")
  private static let iframe = number("iframe")
  private static let xmp = number("xmp")
  private static let select = number("select")
  private static let noscript = number("noscript")
  private static let formatting: [UInt64] = [
    number("a"), number("b"), number("i"), number("u"), number("s"), number("em"), number("tt"),
    number("big"), number("font"), number("code"), number("nobr"), number("small"),
    number("strike"), number("strong"),
  ]
  /// Elements behind which tags mean other things.
  private static let uncertain: [UInt64] = [
    number("svg"), number("math"), number("template"), number("frameset"), number("frame"),
    number("noframes"), number("noembed"), .max,
  ]

  // MARK: Text of elements that hold no tags

  /// Skips to the end tag of such an element.
  private mutating func skipRaw(until end: StaticString) -> Bool {
    guard let start = endTag(end) else { return false }
    index = start
    return true
  }

  /// Where the end tag stands that closes the element, in any case of its letters.
  private func endTag(_ tag: StaticString) -> Int? {
    var from = index
    while let start = ByteSearch.find("</", in: text, from: from) {
      let end = start + tag.utf8CodeUnitCount
      guard end < text.count else { return nil }
      let isNamed = (2..<tag.utf8CodeUnitCount).allSatisfy {
        text[start + $0] | 0x20 == tag.utf8Start[$0]
      }
      if isNamed, Self.endsName(text[end]) { return start }
      from = start + 2
    }
    return nil
  }

  /// Puts what a function makes of an element's text in its place.
  private mutating func leaveOut(
    until end: StaticString, _ shortened: (UnsafeBufferPointer<UInt8>) -> [UInt8]?
  ) -> Bool {
    guard let start = endTag(end) else { return false }
    let inner = UnsafeBufferPointer(rebasing: text[index..<start])
    guard let short = shortened(inner) else { return false }
    let breaks = Self.lineBreaks(in: inner) - short.withUnsafeBufferPointer(Self.lineBreaks)
    kept.append(contentsOf: text[taken..<index])
    kept.append(contentsOf: short)
    kept.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: breaks))
    taken = start
    index = start
    return true
  }

  /// Nothing of a script; `nil` where it may go on behind its end tag, as it does where another
  /// begins within what looks like a comment.
  private static func withoutScript(_ script: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard ByteSearch.find("<!--", in: script) != nil else { return [] }
    let isNested =
      ByteSearch.find("<s", in: script) != nil || ByteSearch.find("<S", in: script) != nil
    return isNested ? nil : []
  }

  /// As many as a text has, each of them written as a line feed.
  private static func lineBreaks(in text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      if text[index] <= 0x0D, text[index] == 0x0A || text[index] == 0x0D {
        count += 1
        if text[index] == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
      }
      index += 1
    }
    return count
  }

  // MARK: Comments

  /// - Returns: whether it has an end, and is no CDATA section.
  private mutating func skipComment() -> Bool {
    guard ByteSearch.stands("!--", in: text, at: index) else {
      // A document type, or a bogus comment.
      return !ByteSearch.stands("![CDATA[", in: text, at: index) && skip(behind: ">")
    }
    index += 3
    // `<!-->` and `<!--->` are whole.
    for short in [">", "->"] as [StaticString] where ByteSearch.stands(short, in: text, at: index) {
      index += short.utf8CodeUnitCount
      return true
    }
    // Some tokenizers end a comment at `--!>`, others do not.
    let end = ByteSearch.find("-->", in: text, from: index)
    let other = ByteSearch.find("--!>", in: text, from: index)
    guard let end, end < other ?? .max else { return false }
    index = end + 3
    return true
  }

  private mutating func skip(behind mark: StaticString) -> Bool {
    guard let end = ByteSearch.find(mark, in: text, from: index) else { return false }
    index = end + 1
    return true
  }
}
