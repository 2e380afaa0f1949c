import Forms
import Panel
import ReportModel
import Testing

@testable import Checking

/// The figures of 黔东南州生态环境局 for 2020 that are not zero.
private let seed = ReportMaker(
  body: "黔东南州生态环境局", year: 2020, forms: ReportMaker.form2019,
  cells: [
    "licensing.items_previous": 202, "services.items_previous": 8,
    "penalty.items_previous": 157, "penalty.items_change": 117, "penalty.decisions": 274,
    "coercion.items_previous": 13, "coercion.items_change": 5, "coercion.decisions": 18,
    "procurement.items": 6,
    "requests.new[firm]": 1, "requests.new[total]": 1,
    "outcome.granted[firm]": 1, "outcome.granted[total]": 1,
    "review.upheld": 3, "review.total": 3, "suit_direct.other": 1,
    "suit_reviewed.upheld": 1, "suit_reviewed.total": 1,
  ])

@Suite("Findings of a report that contradicts itself")
struct SeedTests {
  private func findings() throws -> [Finding] {
    try Checker(ruleSet: .standard, catalog: .standard)
      .check(ReportMaker.panel([seed])).findings
  }

  @Test("exactly the known contradictions are found, worst first")
  func contradictions() throws {
    let found = try findings().map { finding in
      "\(finding.rule) \(finding.applicant?.rawValue ?? finding.subject) \(finding.outcome)"
        + " \(finding.left?.description ?? "?") \(finding.right?.description ?? "?")"
    }
    #expect(
      found == [
        "T3.balance firm fail 1 0", "T3.balance total fail 1 0",
        "T3.outcomes firm fail 1 0", "T3.outcomes total fail 1 0",
        "T4.total suit_direct fail 1 0", "S.zero_row  fail ? ?",
        "Q.items_as_decisions penalty fail 274 274", "Q.items_as_decisions coercion fail 18 18",
      ])
  }

  @Test("what the empty total row puts out of balance follows from it")
  func causes() throws {
    let result = try Checker(ruleSet: .standard, catalog: .standard)
      .check(ReportMaker.panel([seed]))
    let cause = result.findings[5]
    #expect(
      cause.operands.map(\.key.description) == ["outcome.total[firm]", "outcome.total[total]"])
    #expect(
      result.findings.filter { result.causes[$0.id] == cause.id }.map(\.rule) == [
        "T3.balance", "T3.balance", "T3.outcomes", "T3.outcomes",
      ])
  }

  @Test("a finding says where it stands and shows the rule with its own names")
  func balance() throws {
    let finding = try #require(try findings().first)
    #expect(finding.severity == .error)
    #expect(finding.body == "黔东南州生态环境局")
    #expect(finding.year == 2020)
    #expect(finding.table == 3)
    #expect(finding.subject == "")
    #expect(finding.difference == Quantity(1))
    #expect(
      finding.assertion
        == "requests.new[firm] + requests.carried_in[firm] = "
        + "outcome.total[firm] + requests.carried_out[firm]")
    #expect(
      finding.operands.map { "\($0.key) \($0.year) \($0.side) \($0.isSubtracted)" } == [
        "requests.new[firm] 2020 left false", "requests.carried_in[firm] 2020 left false",
        "outcome.total[firm] 2020 right false", "requests.carried_out[firm] 2020 right false",
      ])
  }

  @Test("a sum is expanded to the rows of the form")
  func expandedSum() throws {
    let finding = try #require(try findings().first { $0.rule == "T3.outcomes" })
    #expect(
      finding.assertion
        == "sum(outcome.*[firm] except outcome.total[firm]) = outcome.total[firm]")
    // 19 rows of results in the form of 2019, and the total.
    #expect(finding.operands.count == 20)
    #expect(finding.operands.first?.key.description == "outcome.granted[firm]")
    #expect(finding.operands.contains { $0.key.description == "outcome.other[firm]" })
    #expect(
      finding.operands.filter { $0.side == .right }.map(\.key.indicator.text) == [
        "outcome.total"
      ])
  }

  @Test("passes, failures and what does not apply are counted apart")
  func tallies() throws {
    let tallies = try Checker(ruleSet: .standard, catalog: .standard)
      .check(ReportMaker.panel([seed])).tallies
    #expect(tallies.map(\.rule) == RuleSet.standard.rules.filter { !$0.isAboutClaims }.map(\.id))
    let counts = tallies.reduce(into: [:]) { $0[$1.rule] = $1.counts }
    #expect(counts["T3.balance"] == OutcomeCounts(passed: 5, failed: 2))
    #expect(counts["T3.applicants"] == OutcomeCounts(passed: 23, skipped: 3))
    #expect(counts["X.carry"] == OutcomeCounts(skipped: 7))
    #expect(counts["Q.items_as_decisions"] == OutcomeCounts(passed: 2, failed: 2))
    #expect(counts["S.zero_row"] == OutcomeCounts(failed: 1))
    #expect(counts["S.zero_totals"] == OutcomeCounts(passed: 1))
    #expect(counts["Q.rules_power"] == OutcomeCounts(passed: 1))
  }
}
