import Expressions
import Forms
import ReportModel
import StrictYAML
import Testing

@testable import Checking

@Suite("Rule files")
struct RuleFileTests {
  /// A file of one rule with some lines replaced.
  private func file(_ replacements: [String: String] = [:]) -> String {
    var lines = [
      "id: own", "version: \"1\"", "rules:", "  - id: O.one", "    label: {zh: 一, en: one}",
      "    severity: error", "    basis: screen", "    table: 4", "    for: {groups: [review]}",
      "    assert: group.upheld <= group.total",
    ]
    for (key, line) in replacements {
      for index in lines.indices where lines[index].contains(key) { lines[index] = line }
    }
    return lines.joined(separator: "\n")
  }

  private func problems(_ yaml: String) -> [RuleFileProblem] {
    do throws(RuleFileProblems) {
      _ = try RuleSet(yaml: yaml, catalog: .standard)
      return []
    } catch {
      return error.all
    }
  }

  private func problem(_ yaml: String) -> RuleFileProblem? {
    problems(yaml).first
  }

  @Test("the built-in rules are complete and fit the forms")
  func standard() throws {
    let rules = RuleSet.standard
    #expect(rules.id == "main+prose")
    #expect(
      rules.rules.map { "\($0.id) \($0.severity)" } == [
        "T3.balance error", "T3.outcomes error", "T3.applicants error", "T4.total error",
        "T2.not_negative error", "T3.not_negative error", "T4.not_negative error",
        "T2.in_force question", "T2.public_total question", "X.carry error", "X.stock question",
        "X.items question", "S.tables question", "S.rows question", "S.cells question",
        "S.filled question", "S.zero_row error", "S.zero_column error", "S.zero_totals error",
        "S.blank_row warning", "S.blank_column warning", "S.blank_totals warning",
        "Q.rules_power question", "Q.items_as_decisions info", "Q.requests_jump info",
        "Q.decisions_jump info", "Q.requests_outlier info", "Q.decisions_outlier info",
        "H.requests_sum question", "H.decisions_sum question", "H.cases_sum question",
        "P.figure error", "P.public question", "P.negative error", "P.parts warning",
        "P.share warning", "P.growth warning", "P.change warning", "P.period question",
        "P.year warning", "P.named_year question",
      ])
    #expect(rules.rules.filter { $0.basis == .printed }.map(\.id) == ["T3.balance"])
    #expect(
      rules.rules.filter { $0.law != nil }.map(\.id) == [
        "T3.balance", "T2.in_force", "Q.rules_power",
      ])
    // What is not printed on the form says what it rests on.
    #expect(rules.rules.allSatisfy { $0.note != nil })
    try rules.check(against: .standard)
  }

  @Test("a file without mistakes is read")
  func plain() {
    #expect(problem(file()) == nil)
    #expect(problem(file(["assert": "    assert: \"复议 >= group.upheld\""])) == nil)
  }

  @Test("an unknown key is refused where it stands")
  func unknownKey() {
    let found = problems(file(["basis": "    bases: screen"]))
    #expect(
      found == [
        RuleFileProblem(line: 4, column: 5, kind: .yaml(.missingKey("basis"))),
        RuleFileProblem(
          line: 7, column: 5, kind: .yaml(.unknownKey("bases", allowed: RuleEntryReader.keys))),
      ])
  }

  @Test("a value that its key does not take is refused with what it takes")
  func badValues() {
    let severity = problem(file(["severity": "    severity: fatal"]))
    #expect(
      severity
        == RuleFileProblem(
          line: 6, column: 15,
          kind: .yaml(.badValue("fatal", allowed: ["error", "warning", "question", "info"]))))
    let table = problem(file(["table:": "    table: 5"]))
    #expect(
      table
        == RuleFileProblem(line: 8, column: 12, kind: .unknownTable("5", tables: [1, 2, 3, 4])))
    let scope = problem(file(["for:": "    for: reports"]))
    #expect(
      scope?.kind
        == .yaml(
          .badValue(
            "reports", allowed: ["applicants", "rows", "groups", "tables", "totals", "claims"])))
    let both = problem(
      file(["for:": "    for: {groups: [review], rows: [\"*\"]}", "assert": "    assert: 1 = 1"]))
    #expect(both?.kind == .keysExclude("groups", "rows"))
  }

  @Test("two rules of one id are refused at the second")
  func twice() {
    let text = file() + "\n" + file().split(separator: "\n").dropFirst(3).joined(separator: "\n")
    #expect(problem(text) == RuleFileProblem(line: 11, column: 9, kind: .ruleTwice("O.one")))
  }

  @Test(
    "a mistake in an assertion is pointed at",
    arguments: [
      ("group.upheld <= group.totals", 29, .unknownIndicator("review.totals")),
      ("\"group.upheld <= group.totals\"", 30, .unknownIndicator("review.totals")),
      ("group.upheld <= 没有的指标", 29, .unknownIndicator("没有的指标")),
      ("sum(nothing.*) = group.total", 17, .patternFitsNothing("nothing.*")),
      ("requests.new = group.total", 13, .applicantMissing("requests.new")),
      ("review.other[firm] = 0", 13, .applicantNotTaken("review.other")),
      ("row = group.total", 13, .nameOutsideScope("row")),
      ("sum(review.*) = \"x\"", 29, .textInRule),
      ("group.upheld <=", 28, .expression(.unexpected(found: "", expected: .value))),
      ("group.upheld", 13, .expression(.valueAsCondition)),
      ("a = b = c", 19, .expression(.chainedComparison)),
      (
        "sum(outcome.*[law] except outcome.refused[law]) = 0", 39,
        .derivedExcepted("outcome.refused")
      ),
    ] as [(String, Int, RuleFileProblem.Kind)])
  func assertions(_ text: String, column: Int, kind: RuleFileProblem.Kind) {
    #expect(
      problem(file(["assert": "    assert: \(text)"]))
        == RuleFileProblem(line: 10, column: column, kind: kind))
  }

  @Test("rows that no form has are refused")
  func rows() {
    let yaml = file([
      "for:": "    for: {rows: [nothing.*]}", "assert": "    assert: row[total] >= 0",
    ])
    #expect(
      problem(yaml)
        == RuleFileProblem(line: 9, column: 10, kind: .patternFitsNothing("nothing.*")))
  }

  @Test("a derived indicator in a rule is its formula")
  func derived() throws {
    let rules = try RuleSet(
      yaml: file([
        "for:": "    for: applicants", "table": "    table: 3",
        "assert": "    assert: outcome.refused <= outcome.total",
      ]))
    let report = ReportMaker(
      cells: ["outcome.refused.statute[law]": 1, "outcome.refused.process[law]": 1])
    let result = try Checker(ruleSet: rules, catalog: .standard)
      .check(ReportMaker.panel([report]))
    #expect(result.total == OutcomeCounts(passed: 6, failed: 1))
    let finding = try #require(result.findings.first)
    #expect(finding.assertion == "outcome.refused[law] <= outcome.total[law]")
    #expect(finding.left == Quantity(2))
    #expect(finding.operands.count == 9)
  }

  @Test("a share of nothing is skipped, a share of something is worked out")
  func shares() throws {
    let rules = try RuleSet(
      yaml: file([
        "for:": "    for: applicants", "table": "    table: 3",
        "assert": "    assert: outcome.granted / outcome.total <= 0.5",
      ]))
    let report = ReportMaker(
      cells: [
        "outcome.granted[law]": 2, "outcome.total[law]": 3, "outcome.granted[firm]": 1,
        "outcome.total[firm]": 2, "outcome.granted[other]": .ambiguous, "outcome.total[other]": 4,
      ])
    let counts = try Checker(ruleSet: rules, catalog: .standard)
      .check(ReportMaker.panel([report])).total
    #expect(counts == OutcomeCounts(passed: 1, failed: 1, unknown: 1, skipped: 4))
  }
}
