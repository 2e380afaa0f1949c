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
            "colour", allowed: ["zh", "en", "also", "code", "applicant", "unit", "heads"])))
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
