/// Years as the user names them: `2021`, `2019..2023`, `2019,2021`, `2019..2020,2023`.
struct YearSet: Equatable, Sendable {
  let ranges: [ClosedRange<Int>]

  static let plausible = 1990...2199

  init(ranges: [ClosedRange<Int>]) {
    self.ranges = ranges
  }

  /// Reads one word: a year or a range; `nil` for anything else. A closing 年 may stand behind.
  static func range(_ word: String) -> ClosedRange<Int>? {
    var text = word[...]
    if text.hasSuffix("年") { text = text.dropLast() }
    if let year = year(text) { return year...year }
    for separator in ["..", "-", "—", "～", "~", "至"] {
      guard let split = text.firstRange(of: separator) else { continue }
      var first = text[..<split.lowerBound]
      if first.hasSuffix("年") { first = first.dropLast() }
      let last = text[split.upperBound...]
      // `2019..` goes on, `..2021` begins anywhere.
      let isOpen = separator == ".." && first.isEmpty != last.isEmpty
      guard let lower = isOpen && first.isEmpty ? plausible.lowerBound : year(first),
        let upper = isOpen && last.isEmpty ? plausible.upperBound : year(last), lower <= upper
      else { return nil }
      return lower...upper
    }
    return nil
  }

  private static func year(_ text: Substring) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), plausible.contains(year) else { return nil }
    return year
  }
}
