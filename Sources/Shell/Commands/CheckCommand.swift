import Checking
import Output
import Panel
import ReportModel

struct CheckCommand: Command {
  static let manual = CommandManual(
    name: "check", chineseName: "检查",
    usage: "check [RULE…] [for BODY…] [in YEARS] [where CONDITION] [all] [to FILE [as FORMAT]]",
    summary: LocalizedText(chinese: "按规则核对数字", english: "hold the figures to the rules"),
    details: LocalizedText(
      chinese: """
        先列各规则的通过、不符、无法判定、不适用数，再列最重要的若干条发现；all 列出全部。
        总计整行、整列或整表未填时只列一条，由它而来的不符不再逐条列出（all 列出）。
        涉及未读出数字的核对记为“无法判定”，不算作页面的错。explain 编号 给出证据。
        P.* 以正文所述数字与表格、上年年报和正文自身核对；口径不确定的只作疑问。
        H.* 以机关的数字与其下级合计核对，下级由 attributes 给出的 parent（上级）得知，没有则不适用。
        Q.*_outlier 以同层级、同领域的机关（至少 20 个）比较，仅作提示。
        被豁免的发现（waive）列在最后；失效的豁免逐条指出。
        除各种表格格式外，可写成 SARIF 2.1.0（.sarif）和 JUnit XML（.junit.xml）。
        有未豁免的错误（或 set fail-on 所定）时，运行以退出码 1 结束。
        """,
      english: """
        Counts for each rule what passed, failed, is unknown or does not apply, then lists the first
        findings, worst first; with `all` every one. Where a whole row, column or table of totals was
        left out, that is one finding; what does not add up because of it is not listed without `all`.
        A check that rests on a figure that could not be read is `unknown` and never blamed on the
        page. `explain ID` gives the proof. The rules P.* hold what the text states against the
        tables, last year's report and itself; where it is not certain what a figure is of, they only
        ask. The rules H.* hold a body's figures against those of the bodies below it, as `attributes`
        gives their `parent`; without it they do not apply. Q.*_outlier compare with bodies of the
        same level and sector, at least 20, and only hint. What is waived (`waive`) comes last, and
        waivers that no longer hold are told. Besides the formats of tables there are SARIF 2.1.0
        (.sarif) and JUnit XML (.junit.xml). The run ends with 1 where an error (or as `set fail-on`
        says) stands unwaived.
        """),
    examples: ["check", "check T3.* in 2023", "check to findings.csv", "check to findings.sarif"])

  /// How many findings the screen gets without `all`.
  private static let shownFindings = 20

  private let rules: RuleClause
  private let selection: SelectionClause
  private let destination: DestinationClause
  private let showsAll: Bool

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    rules = try RuleClause(from: &arguments)
    var selection = SelectionClause()
    var destination = DestinationClause()
    var showsAll = false
    while !arguments.isAtEnd {
      if arguments.take(.all) {
        showsAll = true
      } else if try !selection.take(from: &arguments), try !destination.take(from: &arguments) {
        break
      }
    }
    self.selection = selection
    self.destination = destination
    self.showsAll = showsAll
  }

  func run(in session: Session) throws(ShellError) {
    let panel = try session.panel()
    let reports = try selection.reports(in: session)
    let result = try session.check(
      selecting: rules.ids(in: session.ruleBook.rules), reports: reports)
    let repairer = try session.repairer()
    session.lastCheck = result
    var lookup = ReportLookup(store: session.store)
    let review = try session.review(result, of: panel, reports: reports, lookup: &lookup)
    let standing = result.findings.filter { review.waived[$0.id] == nil }
    if counts(standing, against: session.settings.failOn) { session.note(.findings) }

    let waivers = session.waiverBook.waivers
    let findings = FindingsTable(
      rules: session.ruleBook.rules, catalog: session.catalog, language: session.settings.language,
      reasons: review.waived.mapValues { waivers[$0].reason }, causes: result.causes)
    let (store, failOn) = (session.store, session.settings.failOn)
    // With the evidence and the repairs of each finding: a screen shows few of them.
    let table = { () throws(ShellError) -> ResultTable in
      var (lookup, repairer) = (ReportLookup(store: store), repairer)
      return try findings.table(result.findings, lookup: &lookup, repairer: &repairer)
    }
    let document = { () throws(ShellError) -> FindingsDocument in
      var lookup = ReportLookup(store: store)
      return try findings.document(result, failOn: failOn, lookup: &lookup)
    }
    if destination.file != nil {
      try session.deliver(table(), findings: document, to: destination)
      try tell(review, in: session, asNotice: true)
      return
    }
    session.remember(making: table, findings: document)
    try session.showTable(
      summary(result, rules: session.ruleBook.rules).withoutColumns(["error"], saying: "0"))
    try session.print("")
    guard !result.findings.isEmpty else {
      try session.print(session.wording.text(of: .noFindings(reports: reports.count)))
      try tell(review, in: session)
      return
    }
    // What rests on figures that were not read is told report by report: the reading is to blame.
    let findingsTold =
      showsAll ? result.findings : result.findings.filter { $0.outcome != .unknown }
    let told = Set(findingsTold.map(\.id))
    let open = findingsTold.filter { review.waived[$0.id] == nil }
    // What follows from a finding that stands is told there.
    let isTold = { (finding: Finding) in
      result.causes[finding.id].map { review.waived[$0] == nil && told.contains($0) } ?? false
    }
    let listed = showsAll ? open : open.filter { !isTold($0) }
    let limit = showsAll ? listed.count : Self.shownFindings
    if !listed.isEmpty {
      try session.showTable(
        findings.shown(listed.prefix(limit))
          .withoutColumns(["outcome"], saying: Outcome.fail.rawValue))
    }
    if listed.count > limit {
      try session.print(session.wording.text(of: .moreFindings(listed.count - limit)))
    }
    let following = showsAll ? [] : result.findings.filter { isTold($0) }
    let hidden = following.count { review.waived[$0.id] == nil }
    if hidden > 0 { try session.print(session.wording.text(of: .followingFindings(hidden))) }
    if !showsAll { try tellUnknown(result.findings.filter { !isTold($0) }, in: session) }
    let waived = result.findings.filter { review.waived[$0.id] != nil }
    if !waived.isEmpty {
      if !listed.isEmpty { try session.print("") }
      try session.showTable(
        findings.shownAsWaived(waived.prefix(showsAll ? waived.count : Self.shownFindings)))
    }
    try tell(review, in: session)
  }

  /// How many findings are waived, and each waiver that no longer holds.
  private func tell(
    _ review: WaiverReview, in session: Session, asNotice: Bool = false
  ) throws(ShellError) {
    var notices: [Notice] = []
    if !review.waived.isEmpty { notices.append(.waivedFindings(review.waived.count)) }
    for (waiver, state) in zip(session.waiverBook.waivers, review.states) {
      switch state {
      case .applies, .unchecked: continue
      case .changed, .expired, .unmatched, .mismatched: notices.append(.waiverVoid(waiver, state))
      }
    }
    for notice in notices {
      if asNotice {
        session.notice(notice)
      } else {
        try session.print(session.wording.text(of: notice))
      }
    }
  }

  /// One line for each report with checks that its unread figures leave open.
  private func tellUnknown(_ findings: [Finding], in session: Session) throws(ShellError) {
    var counts: [(body: String, year: Int, count: Int)] = []
    var places: [ReportName: Int] = [:]
    for finding in findings where finding.outcome == .unknown {
      let name = ReportName(body: finding.body, year: finding.year)
      if let index = places[name] {
        counts[index].count += 1
      } else {
        places[name] = counts.count
        counts.append((finding.body, finding.year, 1))
      }
    }
    for (body, year, count) in counts.prefix(Self.shownFindings) {
      try session.print(session.wording.text(of: .unknownChecks(body: body, year: year, count)))
    }
    let hidden = counts.count - Self.shownFindings
    if hidden > 0 { try session.print(session.wording.text(of: .moreUnknown(reports: hidden))) }
  }

  private struct ReportName: Hashable {
    let body: String
    let year: Int
  }

  /// Whether a finding makes the run end with 1. Unknown outcomes never do: they say that
  /// something was not read, not that something is wrong.
  private func counts(_ findings: [Finding], against threshold: Severity?) -> Bool {
    findings.contains { finding in
      switch finding.outcome {
      case .error: true
      case .unknown: false
      case .fail: threshold.map { finding.severity <= $0 } ?? false
      }
    }
  }

  private func summary(_ result: CheckResult, rules: RuleSet) -> ResultTable {
    let columns = [
      Headings.rule, Headings.text("label", "内容", "What must hold"),
      Headings.figure("pass", "通过", "Pass"), Headings.figure("fail", "不符", "Fail"),
      Headings.figure("unknown", "未定", "Unknown"), Headings.figure("skipped", "不适用", "Skipped"),
      Headings.figure("error", "出错", "Errors"),
    ]
    let rows = result.tallies.compactMap { tally -> [ResultValue]? in
      guard let rule = rules.rule(tally.rule) else { return nil }
      let counts = tally.counts
      // Of rules about the text there are many, and most reports state little.
      if rule.isAboutClaims, counts == OutcomeCounts() { return nil }
      return [
        .text(rule.id), .term(rule.id, rule.label),
        .count(counts.passed), .count(counts.failed), .count(counts.unknown),
        .count(counts.skipped), .count(counts.errors),
      ]
    }
    return ResultTable(columns: columns, rows: rows)
  }
}
