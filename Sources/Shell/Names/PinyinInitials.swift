import Glibc

/// The first letters of the pinyin of a Chinese name: 行政处罚 is `xzcf`, which people type who look
/// for it without leaving the Latin keyboard.
///
/// The 3,755 characters of level 1 of GB 2312 stand in that standard in the order of their pinyin, so
/// that the code of a character tells its letter. What else names of places and figures have, and
/// what they read otherwise than the standard sorts it, stands in `further`.
enum PinyinInitials {
  /// The first code of each letter; no syllable begins with i, u or v.
  private static let starts: [(letter: Character, code: Int)] = [
    ("a", 0xB0A1), ("b", 0xB0C5), ("c", 0xB2C1), ("d", 0xB4EE), ("e", 0xB6EA), ("f", 0xB7A2),
    ("g", 0xB8C1), ("h", 0xB9FE), ("j", 0xBBF7), ("k", 0xBFA6), ("l", 0xC0AC), ("m", 0xC2E8),
    ("n", 0xC4C3), ("o", 0xC5B6), ("p", 0xC5BE), ("q", 0xC6DA), ("r", 0xC8BB), ("s", 0xC8F6),
    ("t", 0xCBFA), ("w", 0xCDDA), ("x", 0xCEF4), ("y", 0xD1B9), ("z", 0xD4D1),
  ]
  private static let lastCode = 0xD7F9

  /// Readings besides the one that the standard sorts by, and characters of level 2.
  private static let further: [Unicode.Scalar: [Character]] = [
    "重": ["c"], "行": ["h"], "长": ["z"], "调": ["t"], "率": ["s"], "会": ["k"], "参": ["s"],
    "传": ["z"], "解": ["x"], "降": ["x"], "番": ["p"], "省": ["x"], "属": ["z"], "朝": ["z"],
    "亳": ["b"], "儋": ["d"], "圳": ["z"], "泸": ["l"], "漯": ["l"], "濮": ["p"], "莞": ["g"],
    "衢": ["q"], "澜": ["l"], "黔": ["q"], "峒": ["d"],
  ]

  /// The letter of each character of level 1; empty where the C library does not know GB 2312.
  private static let letters: [Unicode.Scalar: Character] = makeLetters()

  /// Whether letters may be the beginning of the initials of a name; its other characters stand for
  /// themselves.
  static func begin(_ name: String, typed: String) -> Bool {
    var rest = typed.lowercased()[...]
    guard !rest.isEmpty, rest.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return false }
    for scalar in name.lowercased().unicodeScalars {
      guard let letter = rest.first else { return true }
      let readings = [letters[scalar]].compactMap { $0 } + (further[scalar] ?? [])
      guard readings.contains(letter) || (scalar.isASCII && Character(scalar) == letter) else {
        return false
      }
      rest.removeFirst()
    }
    return rest.isEmpty
  }

  private static func makeLetters() -> [Unicode.Scalar: Character] {
    var codes: [Int] = []
    for row in 0xB0...0xD7 {
      for cell in 0xA1...0xFE where row << 8 | cell <= lastCode { codes.append(row << 8 | cell) }
    }
    let bytes = codes.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    guard let text = decoded(bytes), text.unicodeScalars.count == codes.count else { return [:] }
    var letters: [Unicode.Scalar: Character] = [:]
    for (code, scalar) in zip(codes, text.unicodeScalars) {
      letters[scalar] = starts.last { $0.code <= code }?.letter
    }
    return letters
  }

  /// Bytes of GB 2312 as text.
  private static func decoded(_ bytes: [UInt8]) -> String? {
    let handle = iconv_open("UTF-8", "GB2312")
    guard handle != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(handle) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // Three bytes at most for each of two.
    var output = [CChar](repeating: 0, count: bytes.count * 2)
    let written = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output -> Int? in
        var (from, left) = (input.baseAddress, input.count)
        var (to, room) = (output.baseAddress, output.count)
        guard iconv(handle, &from, &left, &to, &room) != -1, left == 0 else { return nil }
        return output.count - room
      }
    }
    return written.map { count in
      String(decoding: output[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
