/// A year in a title: 2020年, ２０２０年, 二〇二〇年, with 度 behind it or not.
struct ChineseYear: Equatable {
  /// The years of which reports can be: the regulation came into force in 2008.
  static let known = 2008...2099

  let year: Int
  /// The scalars that it takes, 年 and 度 included.
  let range: Range<Int>

  /// All years of a text, from left to right. Their 年 may be missing only at the text's end.
  static func all(in text: [Unicode.Scalar]) -> [ChineseYear] {
    var found: [ChineseYear] = []
    var index = 0
    while index < text.count {
      let start = index
      var digits: [Int] = []
      while index < text.count, let digit = digit(text[index]) {
        digits.append(digit)
        index += 1
      }
      if digits.count == 4, index < text.count, text[index] == "年" {
        let year = digits.reduce(0) { $0 * 10 + $1 }
        var end = index + 1
        if end < text.count, text[end] == "度" { end += 1 }
        if known.contains(year) { found.append(ChineseYear(year: year, range: start..<end)) }
      }
      if index == start { index += 1 }
    }
    return found
  }

  /// 二〇二〇 is written with several zeros: 〇 ○ Ｏ 零.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    case 0x3007, 0x25CB, 0x25EF, 0x96F6, 0xFF2F: 0
    default: Array("一二三四五六七八九".unicodeScalars).firstIndex(of: scalar).map { $0 + 1 }
    }
  }
}
