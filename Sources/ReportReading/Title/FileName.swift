/// What a file's name says where the page says nothing: a year, and a body if it is in Chinese.
struct FileName {
  let body: String?
  let year: Int?

  init(path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = Self.withoutExtension(name)
    year = Self.year(in: Array(stem.unicodeScalars))
    body = Self.body(in: stem)
  }

  private static func withoutExtension(_ name: String) -> String {
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return name }
    return String(name[..<point])
  }

  /// The only run of exactly four digits that is a year.
  private static func year(in text: [Unicode.Scalar]) -> Int? {
    var years: Set<Int> = []
    var index = 0
    while index < text.count {
      var digits: [Int] = []
      while index < text.count, let digit = asciiDigit(text[index]) {
        digits.append(digit)
        index += 1
      }
      let year = digits.reduce(0) { $0 &* 10 &+ $1 }
      if digits.count == 4, ChineseYear.known.contains(year) { years.insert(year) }
      if digits.isEmpty { index += 1 }
    }
    return years.count == 1 ? years.first : nil
  }

  private static func asciiDigit(_ scalar: Unicode.Scalar) -> Int? {
    scalar.value >= 0x30 && scalar.value <= 0x39 ? Int(scalar.value - 0x30) : nil
  }

  private static func body(in stem: String) -> String? {
    if let title = ReportTitle(stem), !title.body.isEmpty { return title.body }
    // The longest run of Chinese characters that is a name.
    var runs: [[Unicode.Scalar]] = [[]]
    for scalar in stem.unicodeScalars {
      let isHan = (0x4E00...0x9FFF).contains(scalar.value) && scalar != "年" && scalar != "度"
      if isHan { runs[runs.count - 1].append(scalar) } else { runs.append([]) }
    }
    let names = runs.map { WhiteSpace.string($0) }.filter { name in
      BodyName.isPlausible(name) || (name.unicodeScalars.count >= 3 && ReportTitle(name) == nil)
    }
    return names.count == 1 ? names.first : nil
  }
}
