import Forms
import Panel
import ReportModel
import Testing

@testable import Checking

@Suite("Findings")
struct FindingTests {
  private func result(
    _ reports: [ReportMaker], rules: Set<String>? = nil, positions: [Int]? = nil
  ) throws -> CheckResult {
    try Checker(ruleSet: .standard, catalog: .standard)
      .check(ReportMaker.panel(reports), selecting: rules, reports: positions)
  }

  @Test("the subject is the row or the group; operands of the year before carry its year")
  func subjects() throws {
    let before = ReportMaker(year: 2021, cells: ["normative.in_force": 10])
    let report = ReportMaker(
      year: 2022,
      cells: [
        "normative.in_force": 5, "normative.repealed": 1, "normative.issued": 2,
        "outcome.partial[person]": 4,
      ])
    let findings = try result([before, report], rules: ["X.stock", "T3.applicants"]).findings
    let row = try #require(findings.first { $0.rule == "T3.applicants" })
    #expect(row.subject == "outcome.partial")
    #expect(row.applicant == nil)
    let stock = try #require(findings.first { $0.rule == "X.stock" })
    #expect(stock.severity == .question)
    #expect(stock.subject == "normative")
    #expect(stock.left == Quantity(5))
    #expect(stock.right == Quantity(11))
    #expect(
      stock.operands.map { "\($0.key) \($0.year) \($0.side) \($0.isSubtracted)" } == [
        "normative.in_force 2022 left false", "normative.in_force 2021 right false",
        "normative.issued 2022 right false", "normative.repealed 2022 right true",
      ])
    #expect(
      stock.assertion
        == "normative.in_force = previous.normative.in_force + normative.issued"
        + " - normative.repealed")
  }

  @Test("a blank shows as zero in a failure and leaves its side open where it decides")
  func sides() throws {
    let failure = try #require(
      try result(
        [ReportMaker(cells: ["requests.new[law]": 2, "requests.carried_in[law]": .blank])],
        rules: ["T3.balance"]
      ).findings.first)
    #expect(failure.outcome == .fail)
    #expect(failure.left == Quantity(2))
    #expect(failure.right == .zero)
    let unknown = try #require(
      try result(
        [ReportMaker(cells: ["requests.new[law]": 2, "outcome.total[law]": .blank])],
        rules: ["T3.balance"]
      ).findings.first)
    #expect(unknown.outcome == .unknown)
    #expect(unknown.left == Quantity(2))
    #expect(unknown.right == nil)
    #expect(unknown.difference == nil)
  }

  @Test("an unknown hint is counted and not listed")
  func unknownHint() throws {
    let report = ReportMaker(
      forms: ReportMaker.form2019,
      cells: [
        "penalty.items_previous": .ambiguous, "penalty.items_change": 5, "penalty.decisions": 9,
      ])
    let result = try result([report], rules: ["Q.items_as_decisions"])
    #expect(result.findings.isEmpty)
    #expect(result.total == OutcomeCounts(passed: 3, unknown: 1))
  }

  @Test("a rule that leaves the range of numbers is an error, neither pass nor fail")
  func overflow() throws {
    let most = ReportMaker.Content.figure(Quantity(Int64.max))
    let report = ReportMaker(
      cells: [
        "review.upheld": most, "review.other": most, "review.pending": .blank,
        "review.total": most,
      ])
    let result = try result([report], rules: ["T4.total"])
    #expect(result.findings.map(\.outcome) == [.error])
    #expect(result.findings.first?.left == nil)
    #expect(result.findings.first?.right == Quantity(Int64.max))
    #expect(result.total == OutcomeCounts(passed: 2, errors: 1))
  }

  @Test("a sum that leaves the range on its way and comes back is exact")
  func detour() throws {
    let rules = try RuleSet(
      yaml: """
        id: own
        version: "1"
        rules:
          - id: O.detour
            label: {zh: 绕行, en: detour}
            severity: error
            basis: screen
            table: 4
            for: {groups: [review]}
            assert: group.upheld + group.other - group.pending = group.total
        """)
    let most = ReportMaker.Content.figure(Quantity(Int64.max))
    let report = ReportMaker(
      cells: ["review.upheld": most, "review.other": 5, "review.pending": 5, "review.total": most])
    let result = try Checker(ruleSet: rules, catalog: .standard)
      .check(ReportMaker.panel([report]))
    #expect(result.total == OutcomeCounts(passed: 1))
  }

  @Test("findings are sorted by severity, rule, body, year and position on the form")
  func sorting() throws {
    let cells: [String: ReportMaker.Content] = [
      "requests.new[total]": 1, "requests.new[person]": 1, "suit_direct.other": 1,
      "rules.in_force": 3,
    ]
    let reports = [
      ReportMaker(body: "乙局", year: 2022, cells: cells),
      ReportMaker(body: "甲局", year: 2022, cells: cells),
      ReportMaker(body: "甲局", year: 2021, cells: ["suit_direct.other": 1]),
    ]
    let found = try result(reports).findings.map { finding in
      "\(finding.rule) \(finding.body) \(finding.year)"
        + " \(finding.applicant?.rawValue ?? finding.subject)"
    }
    // 乙 U+4E59 comes before 甲 U+7532.
    #expect(
      found == [
        "T3.balance 乙局 2022 person", "T3.balance 乙局 2022 total",
        "T3.balance 甲局 2022 person", "T3.balance 甲局 2022 total",
        "T4.total 乙局 2022 suit_direct", "T4.total 甲局 2021 suit_direct",
        "T4.total 甲局 2022 suit_direct", "X.stock 甲局 2022 rules",
      ])
  }

  @Test("the order of loading changes nothing")
  func order() throws {
    let reports = (0..<6).map { index in
      ReportMaker(
        body: "机关\(index % 3)", year: 2020 + index / 3,
        forms: index < 3 ? ReportMaker.form2019 : ReportMaker.form2021,
        cells: [
          "requests.new[firm]": .figure(Quantity(Int64(index))),
          "requests.carried_out[law]": index % 2 == 0 ? .blank : 3,
        ])
    }
    let expected = try result(reports)
    for shift in 1..<6 {
      let turned = Array(reports[shift...] + reports[..<shift])
      let other = try result(turned.reversed())
      #expect(other.findings == expected.findings)
      #expect(other.tallies == expected.tallies)
    }
    #expect(!expected.findings.isEmpty)
  }

  @Test("checking some reports gives their findings with the same ids as checking all")
  func selection() throws {
    let reports = (0..<4).map { index in
      ReportMaker(body: "机关\(index)", cells: ["requests.new[firm]": 1])
    }
    let all = try result(reports)
    let some = try result(reports, rules: ["T3.balance"], positions: [2, 1, 2])
    #expect(some.findings.map(\.body) == ["机关1", "机关2"])
    #expect(Set(some.findings.map(\.id)).isSubset(of: all.findings.map(\.id)))
    #expect(some.tallies.map(\.rule) == ["T3.balance"])
    #expect(some.total == OutcomeCounts(passed: 12, failed: 2))
    let first = try #require(some.findings.first)
    #expect(some.finding(first.id) == first)
  }
}
