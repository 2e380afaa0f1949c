import ReportModel
import ReportStore

/// What reports state in prose: one row a claim, in the contract's columns.
enum ClaimsTable {
  static let columns: [ResultColumn] = [
    Headings.body, Headings.year, Headings.indicator, Headings.text("kind", "类别", "Kind"),
    Headings.value, Headings.text("unit", "单位", "Unit"), Headings.text("scope", "口径", "Scope"),
    Headings.text("sentence", "原句", "Sentence"), Headings.source, Headings.locator,
    Headings.applicant, Headings.printed, Headings.figure("decimals", "小数位", "Decimals"),
    Headings.text("bound", "限定", "Bound"),
    ResultColumn(
      name: "named_year", heading: LocalizedText(chinese: "所述年度", english: "Named year"),
      kind: .year),
    Headings.figure("claim", "序号", "Claim"), Headings.figure("whole", "总数序号", "Whole"),
    Headings.figure("breakdown", "分组", "Breakdown"),
    Headings.figure("subject", "所指序号", "Subject"), Headings.figure("offset", "句中位置", "Offset"),
  ]

  static func row(_ claim: Claim, number: Int, in report: StoredReport) -> [ResultValue] {
    [
      .text(report.body), .count(report.year), .text(claim.indicatorText),
      .term(claim.kind.rawValue, claim.kind.label), .number(claim.value), .text(claim.unit),
      .term(claim.scopeText, scope(of: claim)), .text(claim.sentence),
      .text(report.source.path), .text(claim.place.locator), .text(claim.applicantText),
      .text(claim.printed), .count(claim.decimals),
      .term(claim.bound.rawValue, claim.bound.label), claim.year.map { .count($0) } ?? .missing,
      .count(number), claim.part.map { .count($0.whole) } ?? .missing,
      claim.part.map { .count($0.breakdown) } ?? .missing,
      claim.subject.map { .count($0) } ?? .missing, .count(claim.offset),
    ]
  }

  private static func scope(of claim: Claim) -> LocalizedText {
    guard let doubt = claim.doubts.first else {
      return claim.isCertain
        ? LocalizedText(chinese: "确定", english: "certain") : LocalizedText(verbatim: "")
    }
    return LocalizedText(
      chinese: "\(doubt.reason.label.chinese)“\(doubt.words)”",
      english: "\(doubt.reason.label.english) \(doubt.words)")
  }

  /// For the screen: the words beside the figure in place of the sentence, which several claims
  /// share, and which fills the width by itself.
  static func shown(_ claims: [(report: StoredReport, claim: Claim)]) -> ResultTable {
    let columns = [
      Headings.body, Headings.year, Headings.text("words", "原文", "Words"),
      Headings.text("indicator", "指标", "Indicator"), Headings.value,
      Headings.text("unit", "单位", "Unit"), Headings.text("scope", "口径", "Scope"),
      Headings.locator,
    ]
    let rows = claims.map { report, claim -> [ResultValue] in
      let applicants = claim.applicantText
      return [
        .text(report.body), .count(report.year), .text(words(of: claim)),
        .text(claim.indicatorText + (applicants.isEmpty ? "" : "[\(applicants)]")),
        .number(claim.value), .text(claim.unit),
        .term(claim.scopeText, scope(of: claim)), .text(claim.place.locator),
      ]
    }
    let table = ResultTable(columns: columns, rows: rows)
    let isOneBody = Set(claims.map(\.report.body)).count == 1
    return isOneBody ? table.without(["body"]) : table
  }

  private static let marks = Set("，,。；;：:、（(".unicodeScalars)
  private static let longest = 14

  /// The clause before the figure and the figure.
  static func words(of claim: Claim) -> String {
    let sentence = Array(claim.sentence.unicodeScalars)
    let start = min(claim.offset, sentence.count)
    guard claim.kind != .none else {
      let end = sentence[start...].firstIndex { marks.contains($0) && $0 != "、" }
      return text(sentence[start..<(end ?? sentence.count)])
    }
    var first = start
    while first > 0, start - first < longest, !marks.contains(sentence[first - 1]) { first -= 1 }
    return text(sentence[first..<start]) + claim.printed
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension Claim.Kind {
  /// What people read in place of the code.
  var label: LocalizedText {
    switch self {
    case .count: LocalizedText(chinese: "数量", english: "count")
    case .none: LocalizedText(chinese: "没有", english: "none")
    case .share: LocalizedText(chinese: "占比", english: "share")
    case .growth: LocalizedText(chinese: "增长率", english: "growth")
    case .change: LocalizedText(chinese: "增减", english: "change")
    case .points: LocalizedText(chinese: "百分点", english: "points")
    case .periodStart: LocalizedText(chinese: "期限起", english: "period start")
    case .periodEnd: LocalizedText(chinese: "期限止", english: "period end")
    case .year: LocalizedText(chinese: "年度", english: "year")
    }
  }
}

extension Claim.Bound {
  var label: LocalizedText {
    switch self {
    case .exact: LocalizedText(chinese: "", english: "")
    case .about: LocalizedText(chinese: "约", english: "about")
    case .atLeast: LocalizedText(chinese: "以上", english: "at least")
    case .atMost: LocalizedText(chinese: "以下", english: "at most")
    }
  }
}

extension Claim.Doubt.Reason {
  var label: LocalizedText {
    switch self {
    case .word: LocalizedText(chinese: "词义不定", english: "word")
    case .body: LocalizedText(chinese: "主体", english: "body")
    case .period: LocalizedText(chinese: "期间", english: "period")
    case .subset: LocalizedText(chinese: "部分", english: "subset")
    case .wording: LocalizedText(chinese: "未解", english: "wording")
    case .print: LocalizedText(chinese: "显示", english: "print")
    }
  }
}
