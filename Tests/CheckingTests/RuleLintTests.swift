import Forms
import ReportModel
import Testing

@testable import Checking

@Suite("Remarks on rules")
struct RuleLintTests {
  /// Remarks on a file of rules about reconsideration, each with its assertion; tests and labels are
  /// left aside.
  private func remarks(
    _ assertions: [String], extra: String = "", forms: String = "[gid-2021]"
  ) throws -> [RuleLint.Remark] {
    var yaml = "id: own\nversion: \"1\"\nforms: \(forms)\nrules:\n"
    for (number, assertion) in assertions.enumerated() {
      yaml += """
          - id: O.\(number + 1)
            label: {zh: 一, en: one}
            severity: error
            basis: layout
            table: 4
            for: {groups: [review]}
            assert: "\(assertion)"
        \(extra)

        """
    }
    let rules = try RuleSet(yaml: yaml, catalog: .standard)
    return try RuleLint(ruleSet: rules, catalog: .standard).remarks()
  }

  private func rules(_ kind: RuleLint.Kind, _ remarks: [RuleLint.Remark]) -> [[String]] {
    remarks.filter { $0.kind == kind }.map(\.rules)
  }

  @Test("the built-in rules hold together, none follows from the others, and their tests pass")
  func standard() throws {
    let remarks = try RuleLint(ruleSet: .standard, catalog: .standard).remarks()
    #expect(
      remarks.map { "\($0.kind) \($0.form ?? "") \($0.table ?? 0)" } == [
        "uncovered gid-2019 2", "uncovered gid-2021 2",
      ])
    #expect(
      remarks.map { $0.cells.map(\.description) } == [
        [
          "normative.made", "procurement.items", "procurement.amount",
        ], ["fees.amount"],
      ])
  }

  @Test(
    "rules that cannot hold together are found, and only those that are needed for it",
    arguments: [
      (["group.total = 3", "group.upheld <= group.total", "group.total >= 4"], [["O.1", "O.3"]]),
      (["group.total = group.upheld + 1", "group.upheld = group.total"], [["O.1", "O.2"]]),
      (["group.total < 0"], [["O.1"]]),
      (["group.total + group.upheld = -1", "group.other = 2"], [["O.1"]]),
      (["group.total < 1", "group.total > 0"], [["O.1", "O.2"]]),
      (["group.total <= 1", "group.total >= 1"], []),
      (["group.total <> 3", "group.total = 3"], [["O.1", "O.2"]]),
      (["group.total <> group.upheld", "group.total = group.upheld + group.other"], []),
      (["group.total = 1 and group.total = 2", "group.other = 1"], [["O.1"]]),
      (["group.total = 1 or group.total = 2", "group.total = 3"], []),
      (
        [
          "group.upheld + group.corrected = 5", "group.corrected + group.other = 5",
          "group.other + group.upheld = 5", "group.upheld + group.corrected + group.other <= 7",
        ], [["O.1", "O.2", "O.3", "O.4"]]
      ),
      (
        ["group.total = 1", "group.total = 2", "group.other = 1", "group.other = 2"],
        [["O.3", "O.4"], ["O.1", "O.2"]]
      ),
      (["0.5 * group.total = 0.75 * group.upheld", "group.total = 3", "group.upheld = 2"], []),
      (
        ["0.5 * group.total = 0.75 * group.upheld", "group.total = 3", "group.upheld = 3"],
        [["O.1", "O.2", "O.3"]]
      ),
      (["previous.group.total = group.total + 1", "previous.group.total = 0"], [["O.1", "O.2"]]),
    ] as [([String], [[String]])])
  func contradictions(_ assertions: [String], _ expected: [[String]]) throws {
    #expect(
      rules(.contradiction, try remarks(assertions)).sorted { $0[0] < $1[0] }
        == expected.sorted { $0[0] < $1[0] })
  }

  @Test("a change of items may be negative, a count may not")
  func signs() throws {
    let file = { (assertion: String) in
      """
      id: own
      version: "1"
      forms: [gid-2019]
      rules:
        - {id: O.1, label: {zh: 一, en: one}, severity: error, basis: layout, table: 2,
           for: {groups: [penalty]}, assert: "\(assertion)"}
      """
    }
    for (assertion, count) in [("group.items_change < 0", 0), ("group.items_previous < 0", 1)] {
      let rules = try RuleSet(yaml: file(assertion), catalog: .standard)
      let remarks = try RuleLint(ruleSet: rules, catalog: .standard).remarks()
      #expect(remarks.count { $0.kind == .contradiction } == count)
    }
  }

  @Test("a rule that may be skipped contradicts nothing")
  func skipped() throws {
    let remarks = try remarks(
      ["group.total = 1", "group.total = 2"], extra: "    when: group.upheld > 0")
    #expect(rules(.contradiction, remarks).isEmpty)
  }

  @Test(
    "rules that follow from the others are found by their rank",
    arguments: [
      (
        ["group.total = group.upheld", "group.upheld = group.other", "group.total = group.other"],
        [["O.1"], ["O.2"], ["O.3"]]
      ),
      (["group.total = group.upheld", "2 * group.total = 2 * group.upheld"], [["O.1"], ["O.2"]]),
      (["group.total = group.upheld", "group.upheld = group.other"], []),
      (["group.total = group.upheld + 1", "group.total = group.upheld + 2"], []),
      (["group.total >= group.upheld", "group.total >= group.upheld"], [["O.2"]]),
      (["group.total >= group.upheld", "group.total > group.upheld"], []),
    ] as [([String], [[String]])])
  func redundancies(_ assertions: [String], _ expected: [[String]]) throws {
    #expect(rules(.redundant, try remarks(assertions)) == expected)
  }

  @Test("numbers that grow too large leave it open instead of being cut")
  func overflow() throws {
    let large = "9223372036854775807"
    let remarks = try remarks([
      "\(large) * group.total = 9223372036854775783 * group.upheld + 1",
      "9223372036854775643 * group.upheld = 9223372036854775549 * group.other + 1",
      "9223372036854775507 * group.other = 9223372036854775433 * group.pending + 1",
      "9223372036854775421 * group.pending = 9223372036854775417 * group.total + 1",
    ])
    #expect(remarks.contains { $0.kind == .undecided })
    #expect(rules(.contradiction, remarks).isEmpty)
  }

  @Test("tests that are missing or fail, and texts that are missing, are told")
  func testsAndLabels() throws {
    let rules = try RuleSet(
      yaml: """
        id: own
        version: "1"
        forms: [gid-2021]
        rules:
          - id: O.1
            label: {zh: 合计, en: " "}
            note: {zh: same, en: same}
            severity: error
            basis: layout
            table: 4
            for: {groups: [review]}
            assert: group.upheld <= group.total
            tests:
              - {cells: {review.upheld: 1}, expect: fail}
              - {name: two, cells: {review.upheld: 1}, expect: skipped}
        """, catalog: .standard)
    let remarks = try RuleLint(ruleSet: rules, catalog: .standard).remarks(on: ["O.1"])
    #expect(
      remarks.map(\.kind) == [
        .testFails(2, name: "two", expected: .skipped, outcome: .fail), .testMissing(.pass),
        .labelMissing(key: "label", .english), .labelMissing(key: "note", nil),
      ])
    #expect(remarks.map(\.kind.isFault) == [true, false, false, false])
  }

  @Test("cells that no rule is about are listed by table")
  func coverage() throws {
    let remarks = try remarks(["group.upheld <= group.total", "group.other >= 0"])
      .filter { $0.kind == .uncovered }
    #expect(remarks.map(\.table) == [2, 3, 4])
    #expect(
      remarks[2].cells.prefix(3).map(\.description) == [
        "review.corrected", "review.other", "review.pending",
      ])
    #expect(remarks[1].cells.count == 175)
  }
}

@Suite("Exact fractions")
struct FractionTests {
  @Test("they are in lowest terms, and refuse what they cannot hold")
  func arithmetic() throws {
    let half = Fraction(try #require(Quantity("0.5")))
    let third = try Fraction.one.over(Fraction(3))
    #expect(try half.plus(third) == Fraction(5).over(Fraction(6)))
    #expect(try half.minus(half) == .zero)
    #expect(try third.times(Fraction(-6)) == Fraction(-2))
    #expect(try Fraction(-1).over(Fraction(-2)) == half)
    #expect(try third.isLess(than: half))
    #expect(try !half.isLess(than: half))
    #expect(throws: Fraction.Overflow.self) { try Fraction(.max).plus(.one) }
    #expect(throws: Fraction.Overflow.self) { try Fraction(.max).times(Fraction(2)) }
  }
}
