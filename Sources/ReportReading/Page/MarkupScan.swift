/// A quick look over the tags of a page before the parser gets it: pages that would keep a parser
/// busy for minutes, or overflow its stack, are refused here at the cost of one pass.
struct MarkupScan {
  private let text: UnsafeBufferPointer<UInt8>
  private let limits: ReadingLimits
  private var index = 0
  private var open = OpenElements()
  private var depth = 0
  private var depthSum = 0
  private var elements = 0

  /// Throws where the page has more of something than the limits allow.
  static func check(_ text: [UInt8], limits: ReadingLimits) throws(ReadingError) {
    var failure: ReadingError?
    text.withUnsafeBufferPointer { buffer in
      var scan = MarkupScan(text: buffer, limits: limits)
      do throws(ReadingError) { try scan.run() } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private init(text: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) {
    self.text = text
    self.limits = limits
  }

  private mutating func run() throws(ReadingError) {
    while let tag = ByteSearch.find("<", in: text, from: index) {
      index = tag + 1
      guard index < text.count else { return }
      if text[index] == UInt8(ascii: "/") {
        index += 1
        closeTag(readName())
      } else if isLetter(text[index]) {
        try openTag(readName())
      }
    }
  }

  private mutating func openTag(_ name: UInt64) throws(ReadingError) {
    try skipAttributes()
    elements += 1
    guard elements <= limits.elements else {
      throw .tooComplex(.elements, limit: limits.elements)
    }
    if open.begin(name) { depth += 1 }
    depthSum += depth
    guard depth <= limits.depth, depthSum <= limits.depthSum else {
      throw .tooComplex(.depth, limit: limits.depth)
    }
  }

  /// An end tag closes an element of its own name only, so that stray ones do not hide the depth.
  private mutating func closeTag(_ name: UInt64) {
    if open.end(name) { depth -= 1 }
  }

  private mutating func skipAttributes() throws(ReadingError) {
    var count = 0
    var wasSpace = false
    var quote: UInt8 = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      if byte == UInt8(ascii: ">") { return }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        continue
      }
      let isSpace = byte <= 0x20 || byte == UInt8(ascii: "/")
      if wasSpace, !isSpace { count += 1 }
      wasSpace = isSpace
      guard count <= limits.attributes else {
        throw .tooComplex(.attributes, limit: limits.attributes)
      }
    }
  }

  /// A tag's name as a number: the first eight letters in lower case, which tells all names apart
  /// that matter here.
  private mutating func readName() -> UInt64 {
    var name: UInt64 = 0
    var count = 0
    while index < text.count, isLetter(text[index]) || isDigit(text[index]) {
      if count < 8 { name = name << 8 | UInt64(text[index] | 0x20) }
      count += 1
      index += 1
    }
    return name
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
