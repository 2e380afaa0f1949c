import Checking
import Forms
import ReportModel

/// Findings in the contract's columns, and the shorter table that people read on the screen.
struct FindingsTable {
  let rules: RuleSet
  let catalog: FormCatalog
  let language: Language
  /// By the id of a finding that is waived, the reason.
  var reasons: [String: String] = [:]
  /// By the id of a finding that follows from another one, the id of that one.
  var causes: [String: String] = [:]

  static let columns: [ResultColumn] = [
    Headings.code("id", "编号", "Id"), Headings.rule, Headings.severity,
    Headings.text("outcome", "结果", "Outcome"), Headings.body, Headings.year, Headings.table,
    Headings.applicant, Headings.figure("left", "左边", "Left"),
    Headings.figure("right", "右边", "Right"), Headings.figure("difference", "差", "Difference"),
    Headings.text("message", "说明", "Message"), Headings.text("cells", "单元格", "Cells"),
    Headings.text("locators", "位置", "Places"), Headings.text("waived", "豁免", "Waived"),
    Headings.figure("repairs", "修正数", "Repairs"), Headings.text("repair", "最小修正", "Repair"),
    Headings.code("follows", "源于", "Follows from"),
  ]

  /// One row a finding, for data files. Repairs are given for failures that balances can mend.
  func table(
    _ findings: [Finding], lookup: inout ReportLookup, repairer: inout Repairer
  ) throws(ShellError) -> ResultTable {
    var rows: [[ResultValue]] = []
    for finding in findings {
      try Interruption.check()
      let evidence = try lookup.evidence(of: finding)
      let cells = evidence.map { "\($0.name)=\($0.shown)" }
      let places = evidence.map { $0.place?.locator ?? "" }
      let advice =
        finding.outcome == .fail && finding.claims.isEmpty
        ? repairer.wholeAdvice(on: finding, listed: 1) : []
      rows.append([
        .text(finding.id), .text(finding.rule),
        .term(finding.severity.rawValue, finding.severity.label),
        .term(finding.outcome.rawValue, finding.outcome.label), .text(finding.body),
        .count(finding.year), finding.table == 0 ? .missing : .count(finding.table),
        .applicant(finding.applicant),
        .optional(finding.left), .optional(finding.right), .optional(finding.difference),
        .text(message(finding, evidence)), .text(cells.joined(separator: "; ")),
        .text(places.joined(separator: "; ")), .text(reasons[finding.id] ?? ""),
        advice.isEmpty ? .missing : .count(advice.reduce(1) { $0 * $1.count }),
        .text(advice.compactMap { $0.repairs.first?.description }.joined(separator: "; ")),
        .text(causes[finding.id] ?? ""),
      ])
    }
    return ResultTable(columns: Self.columns, rows: rows)
  }

  /// The columns that fit a screen.
  func shown(_ findings: some Sequence<Finding>) -> ResultTable {
    let columns = [
      Headings.code("id", "编号", "Id"), Headings.rule, Headings.severity,
      Headings.text("outcome", "结果", "Outcome"), Headings.body, Headings.year,
      Headings.text("about", "对象", "About"), Headings.figure("left", "左边", "Left"),
      Headings.figure("right", "右边", "Right"),
    ]
    let rows = findings.map { finding in
      [
        ResultValue.text(finding.id), .text(finding.rule),
        .term(finding.severity.rawValue, finding.severity.label),
        .term(finding.outcome.rawValue, finding.outcome.label), .text(finding.body),
        .count(finding.year), about(finding), .optional(finding.left), .optional(finding.right),
      ]
    }
    return ResultTable(columns: columns, rows: rows)
  }

  /// Findings that are waived, with the reason in place of what is wrong.
  func shownAsWaived(_ findings: some Sequence<Finding>) -> ResultTable {
    let columns = [
      Headings.code("id", "编号", "Id"), Headings.rule, Headings.body, Headings.year,
      Headings.text("about", "对象", "About"), Headings.text("waived", "豁免理由", "Waived because"),
    ]
    let rows = findings.map { finding in
      [
        ResultValue.text(finding.id), .text(finding.rule), .text(finding.body),
        .count(finding.year), about(finding), .text(reasons[finding.id] ?? ""),
      ]
    }
    return ResultTable(columns: columns, rows: rows)
  }

  /// The rule in words, what it found, and the sentence of the text that it found it in.
  func message(_ finding: Finding, _ evidence: [FindingEvidence]) -> String {
    let label = rules.rule(finding.rule)?.label.text(in: language) ?? finding.rule
    let sentence = evidence.first?.claim.map { " “\($0.sentence)”" } ?? ""
    let others = Wording(language: language).text(ofOthers: finding)
    return ["\(label): \(finding.assertion)\(sentence)", others].compactMap { $0 }
      .joined(separator: language == .chinese ? "；" : "; ")
  }

  private func about(_ finding: Finding) -> ResultValue {
    if let applicant = finding.applicant { return .applicant(applicant) }
    if finding.subject.isEmpty || finding.subject == "table:\(finding.table)" {
      return .term(
        finding.subject,
        LocalizedText(
          chinese: Wording(language: .chinese).tableName(finding.table),
          english: Wording(language: .english).tableName(finding.table)))
    }
    return .term(finding.subject, SubjectLabel.label(of: finding.subject, in: catalog))
  }
}
