/// Text in UTF-8, with the encoding in which the file's bytes were read.
struct DecodedText {
  /// Without a byte order mark.
  let bytes: [UInt8]
  /// The IANA name.
  let encoding: String
}

/// Bytes to text. A page is never mended with replacement characters: a lost character may be a
/// lost figure.
///
/// What the bytes are weighs more than what the page says of them: valid UTF-8 with characters
/// beyond ASCII is UTF-8 whatever is declared, for text in another encoding is valid UTF-8 only by
/// a coincidence that no page of some length has. All else is tried as GB18030, which holds gb2312
/// and gbk, except where Big5 is declared.
enum TextDecoding {
  static func hasUTF16Mark(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  static func decode(_ bytes: [UInt8]) throws(ReadingError) -> DecodedText {
    let text = try decodeOnce(bytes)
    switch Mojibake.find(in: text.bytes) {
    case .none: return text
    case .undone(let bytes, let encoding):
      return DecodedText(bytes: bytes, encoding: "UTF-8 read as \(encoding)")
    case .lost: throw .garbled
    }
  }

  private static func decodeOnce(_ bytes: [UInt8]) throws(ReadingError) -> DecodedText {
    if hasUTF16Mark(bytes) {
      let encoding = bytes[0] == 0xFF ? "UTF-16LE" : "UTF-16BE"
      return try convert(bytes[2...], from: encoding, skipped: 2)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let hasMark = bytes.starts(with: mark)
    let text = hasMark ? bytes[3...] : bytes[...]
    guard let flaw = UTF8Check.firstFlaw(in: text) else {
      return DecodedText(bytes: Array(text), encoding: "UTF-8")
    }
    // Bytes of another encoding do not form this many characters of UTF-8 by chance: it is UTF-8
    // that was damaged, and reading it as something else would only hide that. A mark alone may
    // have been put there by a tool that asked nobody.
    if flaw.charactersBefore >= 16 {
      throw .undecodable(encoding: "UTF-8", offset: flaw.offset)
    }
    if DeclaredEncoding.isBig5(bytes) {
      return try convert(text, from: "Big5", skipped: text.startIndex)
    }
    return try convert(text, from: "GB18030", skipped: text.startIndex)
  }

  private static func convert(
    _ bytes: ArraySlice<UInt8>, from encoding: String, skipped: Int
  ) throws(ReadingError) -> DecodedText {
    switch CharacterConversion.toUTF8(bytes, from: encoding) {
    case .success(let text): return DecodedText(bytes: text, encoding: encoding)
    case .failure(let bad): throw .undecodable(encoding: encoding, offset: bad.offset + skipped)
    }
  }
}
