/// Reads what `pdftotext -bbox-layout` writes: pages, blocks, lines and words with their boxes.
///
/// The output is XHTML with one element a line, made by one program: it is scanned for its tags
/// and never handed to a parser of general XML.
struct BoxLayout {
  private let bytes: [UInt8]
  private let limits: ReadingLimits
  private var index = 0
  private var pages: [PrintedPage] = []
  private var words: [PrintedWord] = []
  private var page: Box?
  private var line = 0
  private var wordCount = 0

  private init(_ bytes: [UInt8], limits: ReadingLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// - Returns: the pages, laid below each other.
  static func read(
    _ bytes: [UInt8], limits: ReadingLimits
  ) throws(ReadingError) -> [PrintedPage] {
    var layout = BoxLayout(bytes, limits: limits)
    while let tag = layout.nextTag() { try layout.take(tag) }
    return layout.pages
  }

  private struct Tag {
    let name: ArraySlice<UInt8>
    let attributes: ArraySlice<UInt8>
  }

  private mutating func nextTag() -> Tag? {
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    guard index < bytes.count else { return nil }
    let start = index + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
    guard index < bytes.count else { return nil }
    let inside = bytes[start..<index]
    index += 1
    let end = inside.firstIndex(of: 0x20) ?? inside.endIndex
    return Tag(name: inside[..<end], attributes: inside[end...])
  }

  private mutating func take(_ tag: Tag) throws(ReadingError) {
    switch String(decoding: tag.name, as: UTF8.self) {
    case "page": try beginPage(tag)
    case "/page": endPage()
    case "line": line += 1
    case "word": try addWord(tag)
    default: break
    }
  }

  private mutating func beginPage(_ tag: Tag) throws(ReadingError) {
    guard pages.count < limits.pages else { throw .tooComplex(.pages, limit: limits.pages) }
    let top = page?.bottom ?? 0
    guard let width = number("width", in: tag), let height = number("height", in: tag) else {
      throw .damaged
    }
    page = Box(left: 0, top: top, right: width, bottom: top + height)
    words = []
  }

  private mutating func endPage() {
    guard let page else { return }
    pages.append(PrintedPage(number: pages.count + 1, words: words, box: page))
    words = []
  }

  private mutating func addWord(_ tag: Tag) throws(ReadingError) {
    guard let page, let left = number("xMin", in: tag), let top = number("yMin", in: tag),
      let right = number("xMax", in: tag), let bottom = number("yMax", in: tag)
    else { throw .damaged }
    wordCount += 1
    guard wordCount <= limits.words else { throw .tooComplex(.words, limit: limits.words) }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    let text = WhiteSpace.trimmed(Self.text(bytes[start..<index]))
    // What has no extent is not to be seen, nor is what stands off the page.
    let box = Box(left: left, top: page.top + top, right: right, bottom: page.top + bottom)
    guard !text.isEmpty, box.width > 0, box.height > 0, box.right > page.left,
      box.left < page.right, box.middle > page.top, box.middle < page.bottom
    else { return }
    words.append(PrintedWord(text: text, box: box, line: line, order: wordCount))
  }

  /// A decimal without exponent, as the program prints coordinates.
  private func number(_ name: String, in tag: Tag) -> Double? {
    let key = Array(" \(name)=\"".utf8)
    guard
      let start = tag.attributes.indices.first(where: { tag.attributes[$0...].starts(with: key) })
    else { return nil }
    let value = tag.attributes[(start + key.count)...].prefix { $0 != UInt8(ascii: "\"") }
    guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite,
      abs(number) < 1_000_000
    else { return nil }
    return number
  }

  private static let entities: [(name: [UInt8], text: UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
    (Array("&apos;".utf8), UInt8(ascii: "'")), (Array("&#39;".utf8), UInt8(ascii: "'")),
  ]

  private static func text(_ raw: ArraySlice<UInt8>) -> String {
    guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
    var text: [UInt8] = []
    var index = raw.startIndex
    while index < raw.endIndex {
      if let entity = entities.first(where: { raw[index...].starts(with: $0.name) }) {
        text.append(entity.text)
        index += entity.name.count
      } else {
        text.append(raw[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
