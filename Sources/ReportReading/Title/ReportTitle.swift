/// A line that reads like the title of a report: 黔东南州生态环境局2020年政府信息公开工作报告,
/// 2019年上海市人民政府办公厅政府信息公开工作年度报告, 关于2021年度政府信息公开工作的报告.
struct ReportTitle: Equatable {
  /// Empty where the title leaves it out.
  let body: String
  let year: Int?
  /// Whether a second, different year stands in it.
  let otherYear: Int?

  /// - Returns: `nil` where the line is no title.
  init?(_ line: String) {
    guard Self.mayBeTitle(line) else { return nil }
    let scalars = line.unicodeScalars.filter { !WhiteSpace.contains($0) }
    guard scalars.count <= 120 else { return nil }
    for segment in Self.segments(Array(scalars)) {
      if let title = ReportTitle(segment: segment) {
        self = title
        return
      }
    }
    return nil
  }

  /// Whether the characters stand in a line without which it is no title: most lines lack them.
  private static func mayBeTitle(_ line: String) -> Bool {
    // 信息公开年报 is the shortest.
    guard line.utf8.count >= 18 else { return false }
    var line = line
    return line.withUTF8 { text in
      ByteSearch.find("开", in: text) != nil && ByteSearch.find("公", in: text) != nil
        && ByteSearch.find("报", in: text) != nil
    }
  }

  /// Site furniture stands around titles, parted by these characters; `#` and `*` are Markdown's.
  private static let separators = Set(">»›＞_|｜-–—:：/\\·【】#*".unicodeScalars)

  private static func segments(_ scalars: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    scalars.split(whereSeparator: separators.contains).map(Array.init)
  }

  private static let subjects = ["政府信息公开", "政务信息公开", "政务公开", "信息公开"].map(scalars)
  private static let reports = ["报告", "年报"].map(scalars)
  /// Sentences use these; titles do not.
  private static let sentenceMarks = Set("。，；！？,;!?".unicodeScalars)

  private init?(segment: [Unicode.Scalar]) {
    guard segment.count <= 80, !segment.contains(where: Self.sentenceMarks.contains) else {
      return nil
    }
    var starts: [Int] = []
    for subject in Self.subjects {
      if let start = Self.find(subject, in: segment, from: 0) { starts.append(start) }
    }
    guard let subject = starts.min() else { return nil }
    let tail = Array(segment[subject...])
    let isReport = Self.reports.contains { Self.find($0, in: tail, from: 0) != nil }
    guard isReport || Self.isShuffled(tail) else { return nil }
    let years = ChineseYear.all(in: segment)
    year = years.first?.year
    otherYear = years.first { $0.year != years.first?.year }?.year
    body = Self.body(of: segment, subject: subject, year: years.first)
  }

  /// Whether the letters of 工作年度报告 stand behind the subject in another order, as some crawls
  /// have them: 工作告年度报.
  private static func isShuffled(_ tail: [Unicode.Scalar]) -> Bool {
    subjects.contains { subject in
      tail.starts(with: subject)
        && tail.dropFirst(subject.count).sorted() == scalars("工作年度报告").sorted()
    }
  }

  /// What stands before the subject without the year and the words around it.
  private static func body(
    of segment: [Unicode.Scalar], subject: Int, year: ChineseYear?
  ) -> String {
    var before = Array(segment[..<subject])
    if let year, year.range.upperBound <= subject {
      // 2019年上海市…政府信息公开 has the body behind the year, most titles have it before.
      let head = trimmed(Array(segment[..<year.range.lowerBound]))
      let rest = trimmed(Array(segment[year.range.upperBound..<subject]))
      before = head.isEmpty ? rest : head
    }
    return WhiteSpace.string(trimmed(before))
  }

  private static let leading = ["关于印发", "关于发布", "关于公布", "关于"].map(scalars)
  private static let trailing = ["关于", "的"].map(scalars)
  private static let brackets = Set("《》“”\"「」（）()[]〔〕".unicodeScalars)

  private static func trimmed(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text = text[...]
    while let first = text.first, brackets.contains(first) { text.removeFirst() }
    // A bracket that closes belongs to the name: 市行政审批局（政务办）.
    while let last = text.last, brackets.contains(last), last != "）", last != ")" {
      text.removeLast()
    }
    for word in leading where text.starts(with: word) { text.removeFirst(word.count) }
    for word in trailing where text.count >= word.count && text.suffix(word.count) == word[...] {
      text.removeLast(word.count)
    }
    return Array(text)
  }

  private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  private static func find(
    _ part: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int
  ) -> Int? {
    guard text.count >= start + part.count else { return nil }
    return (start...(text.count - part.count)).first { text[$0...].starts(with: part) }
  }
}
