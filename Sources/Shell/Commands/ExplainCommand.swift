import Checking
import Forms
import ReportModel

struct ExplainCommand: Command {
  static let manual = CommandManual(
    name: "explain", chineseName: "说明", usage: "explain FINDING… [to FILE [as FORMAT]]",
    summary: LocalizedText(
      chinese: "一条发现的证据：两边、每个数字、原文和位置",
      english: "the proof of a finding: both sides, each figure as printed, its place"),
    details: LocalizedText(
      chinese: """
        FINDING 为 check 给出的编号。编号由规则、机关、年度和对象得出，每次运行都相同。
        正文与表格的核对（P.*）列出原句及其位置，以及所比的单元格。
        表内各勾稽关系不符时，另列最小修正：改动最少、使所有勾稽关系成立的数字，以及可能的笔误
        （数字颠倒、漏位、重位、总计未填、整行错列、两行互换）。空白或未读出而可由勾稽关系推得的数字
        另行列出。修正和推得的数字都只是建议，不改动数据。
        """,
      english: """
        FINDING is an id as `check` gives it. It is made from rule, body, year and subject, and is
        the same in every run. For what the text states (P.*) the sentence is given with its place,
        and the cells that it was held against.
        Where balances within a report fail, the least repairs follow: the fewest figures whose
        change makes all of them hold, with the slip that explains it (digits transposed, dropped or
        doubled, a total left at zero, a row shifted by a column, two rows swapped). What the
        balances determine of blank and unread cells is told as deduced. Neither alters any figure.
        """),
    examples: ["explain FINDING"])

  private let ids: [Token]
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    ids = try arguments.takeTexts(.findingID)
    var destination = DestinationClause()
    while try destination.take(from: &arguments) {}
    self.destination = destination
  }

  private static let columns: [ResultColumn] = [
    Headings.text("finding", "编号", "Finding"), Headings.text("side", "边", "Side"),
    Headings.text("sign", "号", "Sign"), Headings.year, Headings.indicator, Headings.applicant,
    Headings.value, Headings.status, Headings.printed, Headings.source, Headings.locator,
    Headings.body,
  ]

  func run(in session: Session) throws(ShellError) {
    let findings = try session.findings(meantBy: ids)
    var repairer = try session.repairer()
    var lookup = ReportLookup(store: session.store)
    let review = try session.review(
      CheckResult(findings: findings, tallies: []), of: session.panel(), lookup: &lookup)
    var allRows: [[ResultValue]] = []
    for (position, finding) in findings.enumerated() {
      let rows = try rows(of: finding, session: session, lookup: &lookup)
      allRows += rows
      guard destination.file == nil else { continue }
      if position > 0 { try session.print("") }
      try describe(finding, in: session, lookup: &lookup)
      if let index = review.waived[finding.id] {
        try session.print(session.wording.text(of: .waiver(session.waiverBook.waivers[index])))
      }
      // A table that was not found has no cells to show.
      if !rows.isEmpty {
        try session.print("")
        try session.showTable(shown(finding, rows, session.catalog))
      }
      if finding.operands.contains(where: { !session.catalog.isConfirmed($0.key.indicator) }) {
        try session.print(session.wording.text(of: .unconfirmedRows))
      }
      if finding.claims.isEmpty { try propose(finding, repairer: &repairer, in: session) }
    }
    let result = ResultTable(columns: Self.columns, rows: allRows)
    session.remember(result: result)
    if destination.file != nil { try session.deliver(result, to: destination) }
  }

  /// The least repairs of a failure, and what the balances say of the finding's unread cells.
  private func propose(
    _ finding: Finding, repairer: inout Repairer, in session: Session
  ) throws(ShellError) {
    let advices = repairer.wholeAdvice(on: finding)
    let wording = session.wording
    let keys = Set(finding.operands.map(\.key))
    let deductions = advices.flatMap { $0.repairs.first?.deductions ?? [] }
      .filter { keys.contains($0.key) }
    var lines: [String] = []
    for advice in advices where finding.outcome == .fail && advice.hasChanges {
      lines.append(wording.text(of: advice))
    }
    if let deduced = wording.text(of: deductions) { lines.append(deduced) }
    guard !lines.isEmpty else { return }
    try session.print("")
    for line in lines { try session.print(line) }
  }

  private func describe(
    _ finding: Finding, in session: Session, lookup: inout ReportLookup
  ) throws(ShellError) {
    let wording = session.wording
    let language = session.settings.language
    let rule = session.ruleBook.rules.rule(finding.rule)
    try session.print("\(finding.id)  \(finding.rule)  \(rule?.label.text(in: language) ?? "")")
    try session.print(
      "\(finding.body) \(finding.year)  \(finding.severity.label.text(in: language)), "
        + finding.outcome.label.text(in: language))
    try session.print(finding.assertion)
    // Rules that compare nothing, or several things, have no sides.
    let comparesNothing = rule?.isStructural ?? false
    if finding.left != nil || finding.right != nil || (finding.outcome != .fail && !comparesNothing)
    {
      try session.print(
        wording.text(
          of: .sides(left: finding.left, right: finding.right, difference: finding.difference)))
    }
    if let others = wording.text(ofOthers: finding) { try session.print(others) }
    if let rule {
      try session.print(wording.text(of: .basis(rule.basis, law: rule.law, note: rule.note)))
    }
    var told: Set<String> = []
    for number in finding.claims {
      let stated = try lookup.claims(body: finding.body, year: finding.year)
      guard stated.indices.contains(number), told.insert(stated[number].sentence).inserted else {
        continue
      }
      try session.print(wording.text(of: .statement(stated[number])))
    }
    if let causes = session.lastCheck?.causes {
      let following = session.lastCheck?.findings.count { causes[$0.id] == finding.id } ?? 0
      if following > 0 { try session.print(wording.text(of: .followed(by: following))) }
      if let cause = causes[finding.id] { try session.print(wording.text(of: .follows(cause))) }
    }
    let years = Set(
      finding.ownOperands.map(\.year) + (finding.claims.isEmpty ? [] : [finding.year]))
    for year in years.sorted() {
      if let report = try lookup.report(body: finding.body, year: year)?.report {
        try session.print(
          wording.text(
            of: .evidence(year: year, path: report.source.path, digest: report.source.digest)))
      }
    }
  }

  private func rows(
    of finding: Finding, session: Session, lookup: inout ReportLookup
  ) throws(ShellError) -> [[ResultValue]] {
    try lookup.evidence(of: finding).map { one in
      [
        .text(finding.id), side(one.side), .text(one.isSubtracted ? "-" : "+"),
        .count(one.year), .text(one.cell?.indicator.text ?? one.name),
        .applicant(one.cell?.applicant), .optional(one.value), .status(one.status),
        .text(one.printed), .text(one.report?.source.path ?? ""),
        .text(one.place?.locator ?? ""), .text(one.body),
      ]
    }
  }

  private func side(_ side: Operand.Side) -> ResultValue {
    switch side {
    case .left: .term("left", LocalizedText(chinese: "左", english: "left"))
    case .right: .term("right", LocalizedText(chinese: "右", english: "right"))
    }
  }

  /// What fits a screen without shortening a code or a place: the cell in one column, and no column
  /// that says the same in every row or stands in the lines above.
  private func shown(
    _ finding: Finding, _ rows: [[ResultValue]], _ catalog: FormCatalog
  ) -> ResultTable {
    var table = ResultTable(columns: Self.columns, rows: rows)
    let cell = 4
    table.columns[cell] = Headings.code("cell", "单元格", "Cell")
    for (index, operand) in finding.operands.enumerated() {
      let mark = catalog.isConfirmed(operand.key.indicator) ? "" : " *"
      let row = table.rows.count - finding.operands.count + index
      switch operand.owner {
      case .finding, .child: table.rows[row][cell] = .text(operand.key.description + mark)
      case .furtherChildren, .peers: table.rows[row][cell] = .text(finding.name(of: operand) + mark)
      }
    }
    // Where other bodies' reports count, each row says whose it is and in which file it stands.
    let isOfOthers = finding.operands.contains { $0.owner != .finding }
    return table.without(["finding", "applicant"])
      .without(isOfOthers ? [] : ["source", "body"])
      .withoutColumns(["sign"], saying: "+")
      .withoutColumns(["year"], saying: String(finding.year))
      .withoutColumns(["status"], saying: CellStatus.reported.rawValue)
  }
}

extension RepairAdvice {
  /// Whether it says more than what blank cells must hold: that something is wrong, or cannot be
  /// mended.
  fileprivate var hasChanges: Bool { repairs.first.map { !$0.changes.isEmpty } ?? true }
}
