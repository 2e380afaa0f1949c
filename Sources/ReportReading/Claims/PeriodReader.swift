import ReportModel

/// Reads which time a report says that it and its figures are of: 统计期限自2023年1月1日至12月31日,
/// 编制2023年度报告.
struct PeriodReader {
  private static let statistics = [
    "统计期限", "统计时限", "统计时间", "统计区间", "统计周期", "统计起止", "数据统计", "所列数据", "数据的统计", "数据期限", "数据时限", "数据时间",
  ].map(ProseFold.scalars)
  /// What stands before the report's name with its year: 编制2023年度报告.
  private static let makings = ["编制", "编写", "现将"].map(ProseFold.scalars)
  /// What a sentence about the report begins with, where a page's head runs into it.
  private static let beginnings = ["本报告", "本年度报告", "本年报", "根据", "按照", "依据"].map(ProseFold.scalars)
  private static let report = ProseFold.scalars("报告")
  /// Between a year and the report that it is of stands no more than its name.
  private static let longestName = 20

  private let text: [UInt32]
  private let sentence: Range<Int>
  private let passage: Int

  /// - Parameters:
  ///   - sentence: a range of the passage's folded text.
  ///   - number: of the passage.
  init(_ sentence: Range<Int>, of passage: ProsePassage, number: Int) {
    let text = passage.folded
    self.text = text
    let begins = sentence.first { index in
      Self.beginnings.contains {
        index + $0.count <= sentence.upperBound
          && text[index..<(index + $0.count)].elementsEqual($0)
      }
    }
    self.sentence = (begins ?? sentence.lowerBound)..<sentence.upperBound
    self.passage = number
  }

  /// - Parameter isIntroduction: whether the sentence stands before the report's first part, where
  ///   it says which year it is of; behind, reports of other years may be spoken of.
  func drafts(isIntroduction: Bool) -> [ClaimDraft] {
    (period() + (isIntroduction ? year() : [])).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: the time of the figures

  private struct Day {
    let year: Int64?
    let month: Int64
    let day: Int64
    let range: Range<Int>

    /// 20231231; `nil` where it is no day of a year.
    func number(in year: Int64?) -> Quantity? {
      guard let year = self.year ?? year, (1990...2100).contains(year), (1...12).contains(month),
        (1...31).contains(day)
      else { return nil }
      return Quantity(year * 10_000 + month * 100 + day)
    }
  }

  private func period() -> [ClaimDraft] {
    guard Self.statistics.contains(where: { stands($0, in: sentence) }) else { return [] }
    let days = self.days()
    // A third day makes it another sentence than is understood here.
    guard days.count == 2, days[0].year != nil, isJoint(days[0].range.upperBound, days[1]),
      let start = days[0].number(in: nil), let end = days[1].number(in: days[0].year)
    else { return [] }
    return [
      draft(.periodStart, start, days[0].range, year: days[0].year),
      draft(.periodEnd, end, days[1].range, year: days[1].year ?? days[0].year),
    ]
  }

  /// 起至, 到, -: nothing else stands between the first day and the last.
  private func isJoint(_ start: Int, _ day: Day) -> Bool {
    guard start <= day.range.lowerBound else { return false }
    let between = text[start..<day.range.lowerBound]
    let joints: Set<UInt32> = [0x81F3, 0x5230, 0x2D, 0x7E]
    return between.contains(where: joints.contains)
      && between.allSatisfy { joints.contains($0) || [0x8D77, 0x5F00, 0x59CB, 0x2C].contains($0) }
  }

  /// Every day of the sentence; a month alone or a number out of place makes none.
  private func days() -> [Day] {
    var days: [Day] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard ProseNumber.isNumeral(text[index]) else {
        index += 1
        continue
      }
      if let day = day(at: index) {
        days.append(day)
        index = day.range.upperBound
      } else {
        // The rest of the number is no number of its own.
        while index < sentence.upperBound, ProseNumber.isNumeral(text[index]) { index += 1 }
      }
    }
    return days
  }

  private func day(at start: Int) -> Day? {
    guard let first = number(at: start) else { return nil }
    if scalar(first.end) == 0x5E74 {
      guard let month = number(at: first.end + 1), scalar(month.end) == 0x6708,
        let day = number(at: month.end + 1), scalar(day.end) == 0x65E5
      else { return nil }
      return Day(
        year: first.value, month: month.value, day: day.value, range: start..<(day.end + 1))
    }
    guard scalar(first.end) == 0x6708, let day = number(at: first.end + 1),
      scalar(day.end) == 0x65E5
    else { return nil }
    return Day(year: nil, month: first.value, day: day.value, range: start..<(day.end + 1))
  }

  private func number(at start: Int) -> (value: Int64, end: Int)? {
    guard let number = ProseNumber.read(text, at: start, end: sentence.upperBound),
      number.decimals == 0, let value = number.value.count
    else { return nil }
    return (value, number.end)
  }

  private func scalar(_ index: Int) -> UInt32 { index < sentence.upperBound ? text[index] : 0 }

  // MARK: the year of the report

  private func year() -> [ClaimDraft] {
    guard var index = Self.makings.compactMap({ place(of: $0, in: sentence) }).min() else {
      return []
    }
    var found: [(year: Int64, range: Range<Int>)] = []
    // 《关于编制2022年度报告的通知》: its own verb is none of the report's.
    var isTitle = text[sentence.lowerBound..<index].last { $0 == 0x300A || $0 == 0x300B } == 0x300A
    while index < sentence.upperBound {
      switch text[index] {
      case 0x300A: isTitle = true
      case 0x300B: isTitle = false
      case let scalar where ProseNumber.isNumeral(scalar):
        let end = number(at: index)?.end ?? index + 1
        if !isTitle, let year = yearOfReport(at: index) {
          found.append(year)
        }
        index = max(end, index + 1)
        continue
      default: break
      }
      index += 1
    }
    guard let first = found.first, found.allSatisfy({ $0.year == first.year }) else { return [] }
    return [draft(.year, Quantity(first.year), first.range, year: first.year)]
  }

  /// 2023年度政府信息公开工作年度报告, 年度报告(2023年度).
  private func yearOfReport(at start: Int) -> (year: Int64, range: Range<Int>)? {
    guard let number = number(at: start), (1990...2100).contains(number.value),
      scalar(number.end) == 0x5E74
    else { return nil }
    var end = number.end + 1
    if scalar(end) == 0x5EA6 { end += 1 }
    let isBehind =
      scalar(end) == 0x29 && start >= sentence.lowerBound + 3 && text[start - 1] == 0x28
      && text[(start - 3)..<(start - 1)].elementsEqual(Self.report)
    let limit = min(sentence.upperBound, end + Self.longestName)
    let name = end..<(text[end..<limit].firstIndex(where: Self.isMark) ?? limit)
    guard isBehind || stands(Self.report, in: name) else { return nil }
    return (number.value, start..<end)
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    [0x2C, 0x3B, 0x3001, 0x3002, 0x28, 0x29, 0x3A, 0x300A, 0x300B].contains(scalar)
      || ProseNumber.isDigit(scalar)
  }

  // MARK: shared

  private func stands(_ words: [UInt32], in range: Range<Int>) -> Bool {
    place(of: words, in: range) != nil
  }

  private func place(of words: [UInt32], in range: Range<Int>) -> Int? {
    guard range.count >= words.count else { return nil }
    return (range.lowerBound...(range.upperBound - words.count)).first {
      text[$0..<($0 + words.count)].elementsEqual(words)
    }
  }

  private func draft(
    _ kind: Claim.Kind, _ value: Quantity, _ range: Range<Int>, year: Int64?
  ) -> ClaimDraft {
    ClaimDraft(
      kind: kind, value: value, unit: "", year: year.flatMap { Int(exactly: $0) },
      passage: passage, range: range, sentence: sentence)
  }
}
