import Forms
import Panel
import ReportModel
import Testing

@testable import Checking

/// What the keys of a rule do, each on small reports.
@Suite("Keys of a rule")
struct RuleKeysTests {
  private func checker(_ lines: String...) throws -> Checker {
    let head = """
      id: own
      version: "1"
      rules:
        - id: O.one
          label: {zh: 一, en: one}
          severity: error
          basis: layout

      """
    let rules = try RuleSet(
      yaml: head + lines.map { "    " + $0 }.joined(separator: "\n"), catalog: .standard)
    return try Checker(ruleSet: rules, catalog: .standard)
  }

  private func counts(_ checker: Checker, _ reports: ReportMaker...) -> OutcomeCounts {
    let panel = ReportMaker.panel(reports)
    return checker.check(panel, reports: [panel.reports.count - 1]).total
  }

  private static let review = ["table: 4", "for: {groups: [review]}"]

  @Test("a rule is skipped where its `when` is false or not known")
  func when() throws {
    let checker = try checker(
      "table: 4", "for: {groups: [review]}", "when: group.total > 3",
      "assert: group.upheld > 0")
    #expect(counts(checker, ReportMaker(cells: ["review.total": 4])) == OutcomeCounts(failed: 1))
    #expect(counts(checker, ReportMaker(cells: ["review.total": 3])) == OutcomeCounts(skipped: 1))
    let unread = ReportMaker(cells: ["review.total": .ambiguous])
    #expect(counts(checker, unread) == OutcomeCounts(skipped: 1))
    // A figure too large for the quick way.
    let large = ReportMaker(cells: ["review.total": 1_000_000_000, "review.upheld": 1])
    #expect(counts(checker, large) == OutcomeCounts(passed: 1))
  }

  @Test("blanks may be zero, are zero, or are figures that were not read")
  func blanks() throws {
    let cells: [[String: ReportMaker.Content]] = [
      ["review.total": .blank], ["review.total": .blank, "review.upheld": 1],
      ["review.total": .dash, "review.upheld": .ambiguous],
    ]
    for (treatment, expected) in [
      (
        "may_be_zero",
        [OutcomeCounts(passed: 1), OutcomeCounts(unknown: 1), OutcomeCounts(unknown: 1)]
      ),
      ("zero", [OutcomeCounts(passed: 1), OutcomeCounts(failed: 1), OutcomeCounts(unknown: 1)]),
      (
        "unknown",
        [OutcomeCounts(unknown: 1), OutcomeCounts(unknown: 1), OutcomeCounts(unknown: 1)]
      ),
    ] {
      let checker = try checker(
        "table: 4", "for: {groups: [review]}", "blank: \(treatment)",
        "assert: group.upheld = group.total")
      #expect(cells.map { counts(checker, ReportMaker(cells: $0)) } == expected)
    }
  }

  @Test("a blank that counts as zero shows as zero")
  func sidesOfBlanks() throws {
    let checker = try checker(
      "table: 4", "for: {groups: [review]}", "blank: zero", "assert: group.upheld = group.total")
    let report = ReportMaker(cells: ["review.total": .blank, "review.upheld": 1])
    let finding = try #require(checker.check(ReportMaker.panel([report])).findings.first)
    #expect(finding.left == Quantity(1))
    #expect(finding.right == .zero)
  }

  @Test(
    "a tolerance leaves room on both sides and not a digit more",
    arguments: [
      ("=", ["4.4", "4.5", "5.5", "5.6"], [false, true, true, false]),
      ("<>", ["4.4", "4.5", "5.5", "5.6"], [true, false, false, true]),
      ("<=", ["4.4", "4.5", "5.5", "5.6"], [true, true, true, false]),
      ("<", ["5.4", "5.5"], [true, false]),
      (">=", ["4.4", "4.5"], [false, true]),
      (">", ["4.5", "4.6"], [false, true]),
    ] as [(String, [String], [Bool])])
  func tolerance(_ comparison: String, _ amounts: [String], _ holds: [Bool]) throws {
    let checker = try checker(
      "table: 2", "for: {groups: [fees]}", "tolerance: 0.5",
      "assert: group.amount \(comparison) 5")
    for (amount, holds) in zip(amounts, holds) {
      let value = try #require(Quantity(amount))
      let result = counts(checker, ReportMaker(cells: ["fees.amount": .figure(value)]))
      #expect(result.passed == (holds ? 1 : 0), "\(amount)")
      #expect(result.failed == (holds ? 0 : 1), "\(amount)")
    }
  }

  @Test("a finding within a tolerance shows the rule's own sides")
  func sidesWithTolerance() throws {
    let checker = try checker(
      "table: 4", "for: {groups: [review]}", "tolerance: 1", "assert: group.upheld = group.total")
    let report = ReportMaker(cells: ["review.upheld": 2])
    let finding = try #require(checker.check(ReportMaker.panel([report])).findings.first)
    #expect(finding.left == Quantity(2))
    #expect(finding.right == .zero)
    #expect(finding.assertion == "review.upheld = review.total")
    #expect(finding.operands.count == 2)
    let order = try self.checker(
      "table: 4", "for: {groups: [review]}", "tolerance: 1",
      "assert: group.upheld <= 2 * group.total")
    let above = ReportMaker(cells: ["review.upheld": 4, "review.total": 1])
    let missed = try #require(order.check(ReportMaker.panel([above])).findings.first)
    #expect(missed.left == Quantity(4))
    #expect(missed.right == Quantity(2))
  }

  @Test("a rule for some forms skips reports that follow others")
  func forms() throws {
    let checker = try checker(
      "table: 4", "for: {groups: [review]}", "forms: [gid-2021]",
      "assert: group.upheld = group.total")
    let cells: [String: ReportMaker.Content] = ["review.upheld": 1]
    #expect(counts(checker, ReportMaker(cells: cells)) == OutcomeCounts(failed: 1))
    let old = ReportMaker(forms: ReportMaker.form2019, cells: cells)
    #expect(counts(checker, old) == OutcomeCounts(skipped: 1))
    // The form of the rule's own table counts, not that of others.
    let mixed = ReportMaker(forms: [2: "gid-2019", 3: "gid-2019", 4: "gid-2021"], cells: cells)
    #expect(counts(checker, mixed) == OutcomeCounts(failed: 1))
    let together = ReportMaker.panel([
      ReportMaker(body: "甲", forms: ReportMaker.form2019, cells: cells),
      ReportMaker(body: "乙", cells: cells), ReportMaker(body: "丙", forms: [:]),
    ])
    #expect(checker.check(together).total == OutcomeCounts(failed: 1, skipped: 2))
  }

  @Test("a rule for some bodies skips the others by name")
  func bodies() throws {
    let checker = try checker(
      "table: 4", "for: {groups: [review]}",
      "bodies: {names: [\"*镇*政府\", 某局], except: [\"*开发区*\"]}", "assert: group.total > 0")
    let names = ["青石镇人民政府", "青石镇开发区镇政府", "某局", "某局分局", "镇政府", "政府"]
    let fits = [true, false, true, false, true, false]
    for (name, fits) in zip(names, fits) {
      let result = counts(checker, ReportMaker(body: name))
      #expect(result == (fits ? OutcomeCounts(failed: 1) : OutcomeCounts(skipped: 1)), "\(name)")
    }
    let all = checker.check(ReportMaker.panel(names.map { ReportMaker(body: $0) }))
    #expect(all.total == OutcomeCounts(failed: 3, skipped: 3))
  }

  @Test("what is comparable with last year's form is told by the crosswalk")
  func comparable() throws {
    let checker = try checker(
      "table: 2", "for: {groups: [licensing, penalty]}",
      "when: comparable(group.decisions)",
      "assert: group.decisions = previous.group.decisions")
    let before = ReportMaker(year: 2021)
    let after = ReportMaker(year: 2022, cells: ["licensing.decisions": 1])
    #expect(counts(checker, before, after) == OutcomeCounts(passed: 1, failed: 1))
    var old = before
    old.forms = ReportMaker.form2019
    // Approximate is not the same.
    #expect(counts(checker, old, after) == OutcomeCounts(skipped: 2))
    #expect(counts(checker, after) == OutcomeCounts(skipped: 2))
  }

  @Test("comparable takes patterns and derived indicators: all of their parts")
  func comparableParts() throws {
    let checker = try checker(
      "table: 3", "for: applicants", "assert: comparable(outcome.refused, requests.*)")
    var before = ReportMaker(year: 2021, forms: ReportMaker.form2019)
    let after = ReportMaker(year: 2022)
    #expect(counts(checker, before, after) == OutcomeCounts(passed: 7))
    before.forms = [3: "gid-2019"]
    #expect(counts(checker, before, after) == OutcomeCounts(passed: 7))
    before.forms = [2: "gid-2019"]
    #expect(counts(checker, before, after) == OutcomeCounts(skipped: 7))
    let others = try self.checker(
      "table: 3", "for: applicants", "assert: 可比(outcome.*)")
    before.forms = ReportMaker.form2019
    #expect(counts(others, before, after) == OutcomeCounts(failed: 7))
  }

  @Test("found is unknown where a row is absent: what was not read may stand on the page")
  func found() throws {
    let checker = try checker(
      "table: 4", "for: {groups: [review]}", "assert: found(group.upheld) and found(group.total)")
    #expect(counts(checker, ReportMaker(cells: ["review.total": .blank])).passed == 1)
    #expect(counts(checker, ReportMaker(cells: ["review.total": .ambiguous])).passed == 1)
    let absent = ReportMaker(cells: ["review.total": .absent])
    #expect(counts(checker, absent) == OutcomeCounts(unknown: 1))
    #expect(counts(checker, ReportMaker(forms: [2: "gid-2021"])) == OutcomeCounts(skipped: 1))
    let tables = try self.checker("table: 2", "for: {tables: [2, 3, 4]}", "assert: found(table)")
    #expect(
      counts(tables, ReportMaker(forms: [2: "gid-2021"])) == OutcomeCounts(passed: 1, unknown: 2))
  }

  // MARK: Repairs

  private func repairs(
    _ checker: Checker, _ cells: [String: ReportMaker.Content]
  ) throws -> [[String]] {
    let panel = ReportMaker.panel([ReportMaker(cells: cells)])
    var repairer = try Repairer(
      ruleSet: checker.ruleSet, catalog: .standard, panel: panel)
    return repairer.advice(at: 0).map { $0.repairs.map(\.description) }
  }

  private static let sum = "assert: group.upheld + group.other = group.total"

  @Test("a rule of one's own proposes repairs as a built-in one does")
  func ownRepairs() throws {
    let checker = try checker("table: 4", "for: {groups: [review]}", Self.sum)
    #expect(
      try repairs(checker, ["review.upheld": 3]) == [
        ["review.upheld: 3 -> 0 (unexplained)", "review.total: 0 -> 3 (total-missing)"]
          .filter { $0.contains("total-missing") }
      ])
  }

  @Test("a rule that says nothing on which figure is wrong proposes none")
  func noRepairs() throws {
    for line in ["repair: none", "when: group.total >= 0", "tolerance: 1", "bodies: {names: [甲]}"] {
      let checker = try checker("table: 4", "for: {groups: [review]}", line, Self.sum)
      #expect(try repairs(checker, ["review.upheld": 3]).isEmpty)
    }
  }

  @Test("only the cells that a rule allows are changed; figures that weigh more are changed last")
  func allowedRepairs() throws {
    let parts = try checker(
      "table: 4", "for: {groups: [review]}", "repair: {cells: [group.upheld, \"*.other\"]}",
      Self.sum)
    #expect(
      try repairs(parts, ["review.upheld": 3, "review.total": 5]) == [
        ["review.upheld: 3 -> 5 (unexplained)", "review.other: 0 -> 2 (unexplained)"]
      ])
    let heavy = try checker(
      "table: 4", "for: {groups: [review]}", "repair: {weight: 3}", Self.sum)
    let panel = ReportMaker.panel([ReportMaker(cells: ["review.upheld": 3, "review.total": 5])])
    var repairer = try Repairer(ruleSet: heavy.ruleSet, catalog: .standard, panel: panel)
    let advice = try #require(repairer.advice(at: 0).first)
    #expect(advice.isProven)
    #expect(advice.count == 3)
    #expect(advice.repairs.allSatisfy { $0.cost == 300 && $0.changes.count == 1 })
  }
}
