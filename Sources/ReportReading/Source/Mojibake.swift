/// Text in UTF-8 that was once read in another encoding and written again: `鏀垮簻淇℃伅` for 政府信息.
///
/// It is undone where every character goes back to its bytes and these are UTF-8 without a flaw;
/// where bytes were lost on the way, nothing can bring them back.
enum Mojibake {
  /// What may be done with a text.
  enum Finding: Equatable {
    /// It reads as it is.
    case none
    /// The text as it was, and the encoding in which it had been read.
    case undone([UInt8], readAs: String)
    /// It was read in another encoding, and characters are lost.
    case lost
  }

  /// - Parameter text: UTF-8.
  static func find(in text: [UInt8]) -> Finding {
    // ASCII alone reads the same in every encoding.
    if !text.contains(where: { $0 >= 0x80 }) { return .none }
    // Every report speaks of 信息 or 公开 somewhere; text that does is not broken as a whole.
    let isReadable = speaksOfDisclosure(text)
    let signs = Signs(in: text)
    if isReadable { return signs.areMany ? .lost : .none }
    if let bytes = undoneLatin(text), isReport(bytes) {
      return .undone(bytes, readAs: "ISO-8859-1")
    }
    if let bytes = undoneChinese(text), isReport(bytes) {
      return .undone(bytes, readAs: "GBK")
    }
    return signs.areAny ? .lost : .none
  }

  /// Words of every report as they look where they were read in another encoding.
  private struct Signs {
    private static let limit = 3

    private var chinese = 0
    private var latin = 0

    var areAny: Bool { chinese > 0 || latin > 0 }
    var areMany: Bool { chinese >= Self.limit || latin >= Self.limit }

    init(in text: [UInt8]) {
      text.withUnsafeBufferPointer { text in
        // 信息 and 公开 behind an even number of characters, 政府信 behind an odd one, as GBK shows
        // them; 信息 as Latin-1 shows it.
        chinese =
          Self.count("淇℃伅", in: text) + Self.count("鍏紑", in: text)
          + Self.count("斂搴滀俊", in: text)
        latin = Self.count("\u{E4}\u{BF}\u{A1}\u{E6}\u{81}\u{AF}", in: text)
      }
    }

    private static func count(_ part: StaticString, in text: UnsafeBufferPointer<UInt8>) -> Int {
      var found = 0
      var index = 0
      while found < limit, let place = ByteSearch.find(part, in: text, from: index) {
        found += 1
        index = place + part.utf8CodeUnitCount
      }
      return found
    }
  }

  private static func speaksOfDisclosure(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      ["信息", "公开", "公開"].contains { ByteSearch.find($0, in: text) != nil }
    }
  }

  private static func isReport(_ bytes: [UInt8]) -> Bool {
    UTF8Check.firstFlaw(in: bytes[...]) == nil && speaksOfDisclosure(bytes)
  }

  // MARK: Back to the bytes

  private static func undoneLatin(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// The euro sign is the single byte 0x80 in the GBK of Windows, which is the one that read the
  /// text; everything else is as in GB18030.
  private static func undoneChinese(_ text: [UInt8]) -> [UInt8]? {
    let euro: [UInt8] = [0xE2, 0x82, 0xAC]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var start = 0
    var index = 0
    while index <= text.count {
      let isEuro =
        index + 3 <= text.count && text[index] == euro[0]
        && text[index...].starts(with: euro)
      guard isEuro || index == text.count else {
        index += 1
        continue
      }
      let piece = CharacterConversion.fromUTF8(text[start..<index], to: "GB18030")
      guard case .success(let converted) = piece else { return nil }
      bytes.append(contentsOf: converted)
      if index == text.count { break }
      bytes.append(0x80)
      index += 3
      start = index
    }
    return bytes
  }
}
