/// What a file is, told from its content; its name says less than its first bytes do.
enum FormatSniffing {
  private static let signatures: [(bytes: [UInt8], format: ForeignFormat)] = [
    ([0xFF, 0xD8, 0xFF], .jpeg),
    ([0x89, 0x50, 0x4E, 0x47], .png),
    (Array("GIF8".utf8), .gif),
    (Array("%PDF-".utf8), .pdf),
    (CompoundFile.signature, .compoundFile),
    (Array("SQLite format 3".utf8), .sqlite),
    (Array("Rar!".utf8), .rar),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
  ]

  /// The format that no reader knows, or `nil` where the bytes may be text.
  static func foreignFormat(of bytes: [UInt8]) -> ForeignFormat? {
    for signature in signatures where bytes.starts(with: signature.bytes) {
      return signature.format
    }
    if TextDecoding.hasUTF16Mark(bytes) { return nil }
    return bytes.withUnsafeBufferPointer { ByteSearch.find(0, in: $0) } == nil ? nil : .binary
  }

  /// Elements that only a page of HTML has. `<br>` is not among them: pipe tables use it too.
  private static let pageElements: Set<[UInt8]> = Set(
    ["html", "body", "table", "tr", "td", "p", "div", "!doctype"].map { Array($0.utf8) })

  /// Whether decoded text is a page or a piece of one.
  static func isHTML(_ text: [UInt8]) -> Bool {
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      var name: [UInt8] = []
      index += 1
      while index < text.count, name.count < 9, isNameByte(text[index]) {
        name.append(text[index] | 0x20)
        index += 1
      }
      // `|0x20` turns `!` (0x21) into itself.
      guard index < text.count else { return false }
      let end = text[index]
      let ends = end <= 0x20 || end == UInt8(ascii: ">") || end == UInt8(ascii: "/")
      if ends, pageElements.contains(name) { return true }
    }
    return false
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || byte == UInt8(ascii: "!")
  }
}
