import Forms
import Panel
import ReportModel
import Testing

@testable import Checking

@Suite("Findings on structure, and what follows from them")
struct StructureTests {
  private func check(
    _ reports: [ReportMaker], rules: Set<String>? = nil
  ) throws -> CheckResult {
    try Checker(ruleSet: .standard, catalog: .standard)
      .check(ReportMaker.panel(reports), selecting: rules)
  }

  private func name(_ finding: Finding) -> String {
    "\(finding.rule) \(finding.applicant?.rawValue ?? finding.subject) \(finding.outcome)"
  }

  private static let twoTotals: [String: ReportMaker.Content] = [
    "review.upheld": 8, "review.pending": 3, "suit_reviewed.upheld": 5,
  ]

  @Test("two totals left at zero are one finding, and both sums follow from it")
  func zeros() throws {
    let result = try check([ReportMaker(cells: Self.twoTotals)])
    #expect(
      result.findings.map(name) == [
        "T4.total review fail", "T4.total suit_reviewed fail", "S.zero_totals  fail",
      ])
    let cause = result.findings[2]
    #expect(cause.operands.map(\.key.description) == ["review.total", "suit_reviewed.total"])
    #expect(cause.severity == .error)
    #expect(cause.assertion == "totals(T4.total)")
    #expect(cause.table == 4)
    #expect(
      result.causes == [result.findings[0].id: cause.id, result.findings[1].id: cause.id])
    let tally = result.tallies.first { $0.rule == "S.zero_totals" }
    #expect(tally?.counts == OutcomeCounts(failed: 1))
  }

  @Test("a rule on totals finds the same where the sums themselves are not asked for")
  func alone() throws {
    let report = ReportMaker(cells: Self.twoTotals)
    let all = try check([report])
    let alone = try check([report], rules: ["S.zero_totals"])
    #expect(alone.findings == [all.findings[2]])
    #expect(alone.tallies == [RuleTally(rule: "S.zero_totals", counts: OutcomeCounts(failed: 1))])
    #expect(alone.causes.isEmpty)
  }

  @Test("the repairs of a finding on totals are those of all its parts")
  func repairs() throws {
    let panel = ReportMaker.panel([ReportMaker(cells: Self.twoTotals)])
    let finding = try #require(
      try check([ReportMaker(cells: Self.twoTotals)], rules: ["S.zero_totals"]).findings.first)
    var repairer = try Repairer(ruleSet: .standard, catalog: .standard, panel: panel)
    #expect(
      repairer.advices(on: finding).flatMap { $0.repairs.map(\.description) } == [
        "review.total: 0 -> 11 (total-missing)", "suit_reviewed.total: 0 -> 5 (total-missing)",
      ])
  }

  @Test("a column of blank totals is one finding; what it leaves open follows")
  func blanks() throws {
    var cells: [String: ReportMaker.Content] = [
      "requests.new[person]": 9, "requests.new[total]": 9, "outcome.total[person]": 9,
      "outcome.total[total]": 9,
    ]
    for row in ["granted", "partial", "refused.process"] {
      cells["outcome.\(row)[person]"] = 3
      cells["outcome.\(row)[total]"] = .blank
    }
    let result = try check([ReportMaker(cells: cells)])
    #expect(
      result.findings.map(name) == [
        "S.blank_column  fail", "T3.outcomes total unknown",
        "T3.applicants outcome.granted unknown", "T3.applicants outcome.partial unknown",
        "T3.applicants outcome.refused.process unknown",
      ])
    #expect(result.causes.count == 4)
    #expect(Set(result.causes.values) == [result.findings[0].id])
  }

  @Test("one total alone, and a few of many, are no finding on structure")
  func few() throws {
    #expect(
      try check([ReportMaker(cells: ["review.upheld": 1])]).findings.map(\.rule) == ["T4.total"])
    let some = try check([
      ReportMaker(cells: [
        "requests.new[person]": 9, "requests.new[total]": 9, "outcome.granted[person]": 2,
        "outcome.granted[total]": .blank, "outcome.total[person]": 9, "outcome.total[total]": 9,
        "outcome.partial[person]": 7, "outcome.partial[total]": 7,
      ])
    ])
    #expect(!some.findings.contains { $0.rule.hasPrefix("S.") })
  }

  @Test("what an absent row leaves open follows from it; a contradiction without it does not")
  func absentRow() throws {
    var cells: [String: ReportMaker.Content] = [
      "requests.carried_in[law]": 4, "requests.carried_in[total]": 4, "outcome.total[person]": 5,
      "outcome.total[total]": 5,
    ]
    for applicant in Applicant.allCases {
      cells["outcome.partial[\(applicant.rawValue)]"] = .absent
    }
    let result = try check([ReportMaker(cells: cells)])
    let row = try #require(result.findings.first { $0.rule == "S.rows" })
    #expect(row.subject == "outcome.partial")
    #expect(row.outcome == .unknown)
    let following = result.findings.filter { result.causes[$0.id] == row.id }
    #expect(
      following.map(name)
        == Applicant.allCases.map { "T3.outcomes \($0.rawValue) unknown" }
        + ["T3.applicants outcome.partial unknown", "T3.not_negative outcome.partial unknown"])
    #expect(
      result.findings.filter { $0.outcome == .fail }.map(name) == [
        "T3.balance person fail", "T3.balance law fail", "T3.balance total fail",
      ])
  }

  @Test("a table that was not found is told as unknown, with its number")
  func absentTable() throws {
    let result = try check([ReportMaker(forms: [2: "gid-2021", 4: "gid-2021"])])
    #expect(result.findings.map(name) == ["S.tables table:3 unknown"])
    #expect(result.findings.first?.table == 3)
  }

  @Test("ids and order do not depend on what else is found")
  func order() throws {
    let reports = [
      ReportMaker(body: "乙", cells: Self.twoTotals), ReportMaker(body: "甲", cells: Self.twoTotals),
      ReportMaker(body: "丙", cells: ["normative.repealed": .figure(Quantity(-1))]),
    ]
    let all = try check(reports)
    let again = try check(reports.reversed())
    #expect(all.findings == again.findings)
    #expect(all.causes == again.causes)
    let weights = all.findings.map { $0.severity }
    #expect(weights == weights.sorted())
    #expect(Set(all.findings.map(\.id)).count == all.findings.count)
  }
}
