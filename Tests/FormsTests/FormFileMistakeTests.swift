import Forms
import ReportModel
import StrictYAML
import Testing

@Suite("Mistakes in form files are told with line and column")
struct FormFileMistakeTests {
  /// A small form file that is right.
  static let form = """
    form: own
    title: {zh: 试, en: trial}
    law: {document: 文, date: 2020-01-01}
    tables:
      - number: 2
        title: {zh: 表, en: table}
        blocks:
          - columns:
              - {code: made, zh: 制作, en: made}
            rows:
              - {code: rules, zh: 规章, en: Rules}
    """

  static func problem(_ text: String, _ replacement: String) -> YAMLProblem? {
    precondition(form.contains(text))
    return problem(inForm: form.replacing(text, with: replacement))
  }

  static func problem(inForm text: String) -> YAMLProblem? {
    do throws(YAMLProblem) {
      _ = try Form(yaml: text)
      return nil
    } catch {
      return error
    }
  }

  @Test("a right file reads")
  func right() throws {
    let form = try Form(yaml: Self.form)
    #expect(form.tables[0].cells.map(\.key.description) == ["rules.made"])
    #expect(form.tables[0].cells[0].unit == .count)
  }

  @Test("an unknown key")
  func unknownKey() {
    #expect(
      Self.problem("code: made, zh", "colour: red, zh")
        == YAMLProblem(
          line: 9, column: 14,
          kind: .unknownKey(
            "colour", allowed: ["zh", "en", "also", "code", "applicant", "unit", "heads", "year"])))
  }

  @Test("a missing key")
  func missingKey() {
    #expect(
      Self.problem(", en: Rules", "") == YAMLProblem(line: 11, column: 13, kind: .missingKey("en")))
  }

  @Test("a key given twice")
  func keyTwice() {
    let problem = Self.problem("code: rules,", "code: rules, code: rules,")
    #expect(problem?.kind == .keyTwice("code"))
    #expect(problem?.line == 11)
  }

  @Test("an unknown unit or applicant")
  func unknownValues() {
    #expect(
      Self.problem("code: made", "unit: euro")
        == YAMLProblem(
          line: 9, column: 20,
          kind: .badValue("euro", allowed: ["count", "10k-yuan", "yuan", "money", "ratio"])))
    #expect(
      Self.problem("code: made", "applicant: nobody")
        == YAMLProblem(
          line: 9, column: 25,
          kind: .badValue(
            "nobody",
            allowed: ["person", "firm", "research", "charity", "law", "other", "total"])))
  }

  @Test("text where a number or a list belongs")
  func wrongShape() {
    #expect(
      Self.problem("number: 2", "number: two")
        == YAMLProblem(line: 5, column: 13, kind: .expected(.wholeNumber)))
    #expect(
      Self.problem("zh: 规章,", "also: 规则, zh: 规章,")
        == YAMLProblem(line: 11, column: 33, kind: .expected(.list)))
  }

  @Test("a file that is no YAML, or empty, or made of aliases")
  func noYAML() {
    let broken = Self.problem("{zh: 表, en: table}", "{zh: 表")
    if case .syntax = broken?.kind {} else { Issue.record("no syntax problem: \(broken as Any)") }
    #expect((broken?.line ?? 0) >= 6)
    #expect(Self.problem(inForm: "")?.kind == .empty)
    #expect(Self.problem("title: {zh: 试, en: trial}", "title: &t {zh: 试, en: *t}") != nil)
  }

  // MARK: Statistics tables

  /// The same as a table with the unit of each row beside its label.
  static let statistics =
    form
    .replacing(
      "    blocks:", with: "    side: {rows: {zh: 指标, en: i}, units: {zh: 单位, en: u}}\n    blocks:"
    )
    .replacing("{code: made, zh: 制作, en: made}", with: "{zh: 本年度, en: year, year: yes}")
    .replacing(
      "{code: rules, zh: 规章, en: Rules}",
      with: "{code: a, zh: 甲, en: A, counter: {zh: 元, en: yuan, also: [圆]}, unit: yuan, "
        + "confirmed: no, optional: yes}")

  @Test("a statistics table says the unit of each row, what is not confirmed and what is optional")
  func statisticsTable() throws {
    let table = try #require(try Form(yaml: Self.statistics).table(2))
    #expect(table.sideHeads?.rows.text.chinese == "指标")
    #expect(table.blocks[0].columns[0].isYear)
    let row = table.blocks[0].rows[0]
    #expect(row.counter?.wordings == ["元", "圆"])
    #expect(!row.isConfirmed && row.isOptional)
    #expect(table.cells.map(\.unit) == [.yuan])
    #expect(table.cells.map(\.key.description) == ["a"])
  }

  @Test(
    "mistakes in the keys of statistics tables",
    arguments: [
      (", counter: {zh: 元, en: yuan, also: [圆]}", "", YAMLProblem.Kind.missingKey("counter")),
      ("confirmed: no", "confirmed: yes", .badValue("yes", allowed: ["no"])),
      ("optional: yes", "optional: maybe", .badValue("maybe", allowed: ["yes"])),
      ("year: yes", "year: 2011", .badValue("2011", allowed: ["yes"])),
      (", units: {zh: 单位, en: u}", "", .missingKey("units")),
      (
        "unit: yuan,", "unit: 元,",
        .badValue("元", allowed: ["count", "10k-yuan", "yuan", "money", "ratio"])
      ),
      ("en: i}", "en: i, colour: red}", .unknownKey("colour", allowed: ["zh", "en", "also"])),
      ("zh: 甲, en", "en", .missingKey("zh")),
    ])
  func statisticsMistake(text: String, replacement: String, kind: YAMLProblem.Kind) {
    precondition(Self.statistics.contains(text))
    let problem = Self.problem(inForm: Self.statistics.replacing(text, with: replacement))
    #expect(problem?.kind == kind)
    #expect((problem?.line ?? 0) >= 7)
  }

  @Test("the keys of statistics tables stand in no other")
  func statisticsKeysElsewhere() {
    #expect(
      Self.problem("en: Rules}", "en: Rules, confirmed: no}")?.kind
        == .unknownKey("confirmed", allowed: ["zh", "en", "also", "code", "groups"]))
  }

  @Test("an unknown comparability")
  func crosswalk() {
    let text = """
      - from: a
        to: b
        codes: ["*"]
        match: perfect
        why: {zh: 因, en: because}
      """
    do throws(YAMLProblem) {
      _ = try Crosswalk(yaml: text)
      Issue.record("was read")
    } catch {
      #expect(
        error
          == YAMLProblem(
            line: 4, column: 10,
            kind: .badValue("perfect", allowed: ["exact", "aggregate", "approximate", "none"])))
    }
  }

  @Test("a dictionary entry without a table, and applicants neither yes nor left out")
  func dictionary() {
    for (text, line, column) in [
      ("- {code: a, zh: 甲, en: a}", 1, 3),
      ("- {code: a, zh: 甲, en: a, table: 3, applicants: maybe}", 1, 49),
    ] {
      do throws(YAMLProblem) {
        _ = try IndicatorDictionary(yaml: text)
        Issue.record("was read: \(text)")
      } catch {
        #expect(error.line == line)
        #expect(error.column == column)
      }
    }
  }
}
