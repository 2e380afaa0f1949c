import Forms
import ReportModel
import Testing

@testable import Checking

@Suite("Findings about texts")
struct ProseFindingTests {
  private static let reports = [
    ReportMaker(
      year: 2021, cells: ["requests.new[total]": 3511, "requests.carried_in[total]": 96]),
    ReportMaker(
      year: 2022, cells: ["requests.new[total]": 3525, "requests.carried_in[total]": 121]),
  ]

  @Test("a finding carries both sides, the cells of both years, and the statement")
  func evidence() throws {
    let claims = [
      ClaimMaker.count(3646, "requests.handled_load"),
      ClaimMaker.percent(.growth, "1.05", "requests.handled_load", subject: 0),
    ]
    let finding = try #require(try ClaimMaker.findings(claims, Self.reports).first)
    #expect(finding.rule == "P.growth")
    #expect(finding.subject == "requests.handled_load")
    #expect(finding.left == Quantity("1.05") && finding.right == Quantity("1.08"))
    #expect(finding.difference == Quantity("-0.03"))
    #expect(finding.claims == [1])
    #expect(finding.table == 3)
    #expect(
      finding.operands.map { "\($0.year) \($0.key) \($0.side)" } == [
        "2022 requests.new[total] right", "2022 requests.carried_in[total] right",
        "2021 requests.new[total] right", "2021 requests.carried_in[total] right",
      ])
    #expect(
      finding.assertion
        == "claim = 100 * (requests.handled_load[total] - previous.requests.handled_load[total]) "
        + "/ previous.requests.handled_load[total]")
  }

  @Test("ids do not hang on the order of claims, on figures, or on what else is found")
  func ids() throws {
    let wrong = ClaimMaker.count(1, "requests.new")
    let other = ClaimMaker.count(5, "review.total")
    let id = try #require(try ClaimMaker.findings([wrong], Self.reports).first?.id)
    let both = try ClaimMaker.findings([other, wrong], Self.reports)
    #expect(both.map(\.id).contains(id))
    #expect(
      try ClaimMaker.findings([ClaimMaker.count(2, "requests.new")], Self.reports).first?.id == id)
    #expect(Set(both.map(\.id)).count == 2)
  }

  @Test("the same said twice is two findings, each with an id of its own")
  func twice() throws {
    let wrong = ClaimMaker.count(1, "requests.new")
    let findings = try ClaimMaker.findings([wrong, wrong], Self.reports)
    #expect(findings.map(\.subject) == ["requests.new", "requests.new#2"])
    #expect(Set(findings.map(\.id)).count == 2)
  }

  @Test("findings about texts stand among the others by outcome, severity and rule")
  func order() throws {
    let panel = ReportMaker.panel([
      ReportMaker(cells: ["requests.new[firm]": 2, "review.total": 1])
    ])
    let checker = try Checker(ruleSet: .standard, catalog: .standard)
    var prose = try #require(checker.proseChecker(of: panel))
    prose.hold(
      [
        ClaimMaker.count(1, "suit.total"),
        ClaimMaker.count(1, "review.total", doubts: [.init(.word, "备案")]),
        ClaimMaker.count(9, "review.total", doubts: [.init(.word, "备案")]),
      ], ofReport: 0)
    let result = checker.joined(checker.check(panel), with: prose)
    let severities = result.findings.map(\.severity)
    #expect(severities == severities.sorted())
    #expect(
      result.findings.filter { $0.rule == "P.figure" }.map(\.severity) == [.error, .question])
    #expect(result.tallies.map(\.rule) == RuleSet.standard.rules.map(\.id))
    #expect(Set(result.findings.map(\.id)).count == result.findings.count)
  }

  @Test("many reports at once give what they give one by one")
  func batches() throws {
    let reports = (0..<300).map { index in
      ReportMaker(
        body: "甲\(index)局", year: 2021,
        cells: ["requests.new[total]": .figure(Quantity(Int64(index)))])
    }
    let panel = ReportMaker.panel(reports)
    let checker = try Checker(ruleSet: .standard, catalog: .standard)
    var batch: ProseChecker.Batch = []
    for report in panel.reports.indices {
      let value = Int64(report % 7)
      batch.append(
        (report, [ClaimMaker.count(value, "requests.new"), ClaimMaker.none("suit.total")]))
    }
    var one = try #require(checker.proseChecker(of: panel))
    for (report, claims) in batch { one.hold(claims, ofReport: report) }
    var all = try #require(checker.proseChecker(of: panel))
    all.hold(batch)
    let (left, right) = (
      checker.joined(checker.check(panel), with: one),
      checker.joined(checker.check(panel), with: all)
    )
    #expect(left.findings.map(\.id) == right.findings.map(\.id))
    #expect(left.tallies == right.tallies)
    #expect(left.findings.contains { $0.rule == "P.figure" })
  }

  @Test("nobody need fetch claims for rules that are about none")
  func notAsked() throws {
    let panel = ReportMaker.panel(Self.reports)
    let checker = try Checker(ruleSet: .standard, catalog: .standard)
    #expect(checker.proseChecker(of: panel, selecting: ["T3.balance"]) == nil)
    #expect(checker.proseChecker(of: panel, selecting: ["P.figure"]) != nil)
  }

  @Test("a user's rule may name cells beside the claim; its mistakes are told at their place")
  func ownRule() throws {
    let head = """
      id: own
      version: "1"
      rules:
        - id: U.half
          label: {zh: 甲, en: a}
          severity: question
          basis: prose
      """
    let yaml =
      head + "\n    for: {claims: [count], of: [outcome.granted]}\n"
      + "    assert: claim >= requests.new[total] / 2\n"
    let rules = try RuleSet(yaml: yaml, catalog: .standard)
    let found = try ClaimMaker.result(
      [ClaimMaker.count(5, "outcome.granted")], Self.reports, rules: rules)
    #expect(found.findings.map(\.operands.count) == [1])
    #expect(found.total == OutcomeCounts(failed: 1))
    for (line, mistake) in [
      "    for: {claims: [counts]}\n    assert: claim = 0\n",
      "    for: {claims: [count], of: [nothing.*]}\n    assert: claim = 0\n",
      "    for: {claims: [count]}\n    assert: clam = 0\n",
      "    for: {claims: [count], except: [a]}\n    assert: claim = 0\n",
      "    for: {claims: [count]}\n    tolerance: 1\n    assert: claim = 0\n",
      "    for: {claims: [count], doubts: [words]}\n    assert: claim = 0\n",
      "    for: applicants\n    assert: claim = 0\n",
    ].enumerated() {
      #expect(throws: RuleFileProblems.self, "\(line)") {
        try RuleSet(yaml: head + "\n" + mistake, catalog: .standard)
      }
    }
  }
}
