import Expressions
import Forms
import ReportModel
import StrictYAML
import Testing

@testable import Checking

/// Everything that is wrong with a file is told at once, each at its place.
@Suite("Mistakes in rule files")
struct RuleMistakesTests {
  private func problems(_ yaml: String) -> [RuleFileProblem] {
    do throws(RuleFileProblems) {
      _ = try RuleSet(yaml: yaml, catalog: .standard)
      return []
    } catch {
      return error.all
    }
  }

  /// The mistakes marked in a file: `⟦` stands before the place of each, and is no part of the file.
  private func marked(_ text: String) -> (yaml: String, places: [String]) {
    var yaml = String.UnicodeScalarView()
    var places: [String] = []
    var (line, column) = (1, 1)
    for scalar in text.unicodeScalars {
      if scalar == "⟦" {
        places.append("\(line):\(column)")
        continue
      }
      yaml.append(scalar)
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return (String(yaml), places)
  }

  @Test("every mistake of a file is told at its line and column")
  func many() {
    let (yaml, places) = marked(
      """
      id: own
      ⟦verison: "1"
      rules:
        - id: O.one
          label: ⟦{zh: 一}
          severity: ⟦fatal
          basis: screen
          table: ⟦5
          forms: [gid-2021]
          for: {groups: [review], ⟦colums: [a]}
          when: group.total > ⟦= 3
          assert: group.upheld <= group.total
          blank: ⟦never
          tolerance: ⟦-1
          repair: {weight: ⟦20, ⟦wieght: 1}
          tests:
            - ⟦expects: fail
            - {cells: {⟦"review.total[firms]": 3, "review.upheld": ⟦x}, expect: ⟦failed}
        - id: O.two
          label: {zh: 二, en: two}
          severity: error
          basis: layout
          table: 3
          forms: [⟦gid-2020, gid-2021]
          for: {rows: ["outcome.*"]}
          assert: >-
            row[person] + row[firm] + ⟦requests.newer[law]
            = row[total] + ⟦outcome.granted
          tests:
            - {form: ⟦gid-2022, expect: pass}
            - {cells: {⟦"review.totals": 3}, expect: fail}
            - ⟦{tables: [2, 7], expect: skipped}
        - id: ⟦O.two
          label: {zh: 三, en: three}
          severity: error
          basis: layout
          table: 4
          for: {totals: ⟦T4.totals}
          ⟦assert: 1 = 1
      """.replacingFirst("⟦assert: 1", with: "assert: ⟦1"))
    var expected = places
    // Keys that are missing are told where their mapping begins.
    expected += ["1:1", "17:9"]
    let found = problems(yaml).map { "\($0.line):\($0.column)" }
    #expect(found.sorted() == expected.sorted(), "\(problems(yaml))")
  }

  @Test("names are told in the same round as whatever else is wrong with their rule")
  func namesOfBrokenRules() {
    let (yaml, places) = marked(
      """
      id: own
      version: "1"
      rules:
        - id: O.one
          label: ⟦{zh: 一}
          severity: ⟦fatal
          basis: screen
          table: 4
          forms: [⟦gid-2020]
          for: {groups: [review]}
          when: ⟦review.totals > 0
          assert: group.upheld < ⟦= 3
        - ⟦label: {zh: 二, en: two}
          severity: error
          basis: ⟦paper
          table: 3
          for: {rows: ["outcome.*"]}
          assert: row[total] >= ⟦requests.newer[total]
      """)
    let found = problems(yaml).map { "\($0.line):\($0.column)" }
    #expect(Set(found) == Set(places))
  }

  @Test("what a file means as a whole must be there")
  func head() {
    #expect(problems("") == [RuleFileProblem(line: 1, column: 1, kind: .yaml(.empty))])
    #expect(
      problems("rules: {}").map(\.kind) == [
        .yaml(.missingKey("id")), .yaml(.missingKey("version")), .yaml(.expected(.list)),
      ])
  }

  @Test("a form that there is not is refused once, however many rules would have it")
  func forms() {
    let rule = { (id: String, table: Int, forms: String) in
      "  - {id: \(id), label: {zh: 一, en: one}, severity: error, basis: layout, table: \(table),"
        + " for: {rows: [\"*\"]}, assert: 1 = 1\(forms)}\n"
    }
    let yaml = { (forms: String, rules: String) in
      "id: own\nversion: \"1\"\nforms: [\(forms)]\nrules:\n" + rules
    }
    let two = rule("O.1", 3, "") + rule("O.2", 4, "")
    #expect(problems(yaml("gid-2014, gid-2021", two)).isEmpty)
    let found = problems(yaml("gid-2021, gid-2020", two))
    #expect(found.map { "\($0.line):\($0.column)" } == ["3:19"])
    // Of a rule's own, each must have its table.
    let own = problems(yaml("gid-2021", rule("O.1", 3, ", forms: [gid-2014]")))
    guard case .unknownForm("gid-2014", ["gid-2019", "gid-2021"])? = own.first?.kind else {
      Issue.record("\(own)")
      return
    }
  }

  @Test("a total that is none, and a rule that there is not, are refused where they are named")
  func totals() {
    let file = { (base: String) in
      """
      id: own
      version: "1"
      rules:
        - {id: O.t, label: {zh: 一, en: one}, severity: error, basis: layout, table: 4,
           for: {totals: \(base)}}
      """
    }
    #expect(problems(file("T4.total")).isEmpty)
    #expect(problems(file("X.carry")).map(\.kind) == [.noTotal("X.carry")])
    #expect(
      problems(file("T3.balance")) == [
        RuleFileProblem(line: 5, column: 20, kind: .noTotal("T3.balance"))
      ])
    guard case .unknownRule("T4.totals", let rules)? = problems(file("T4.totals")).first?.kind
    else {
      Issue.record("\(problems(file("T4.totals")))")
      return
    }
    #expect(rules.contains("T4.total"))
  }

  @Test(
    "an expression over several lines is pointed into",
    arguments: [
      (">-\n      group.upheld <=\n      group.totals", 11, 7),
      ("|\n      group.upheld <=\n        group.totals", 11, 9),
      ("group.upheld <=\n      group.totals", 10, 7),
      ("'group.upheld <= group.totals'", 9, 30),
    ])
  func folded(_ text: String, line: Int, column: Int) {
    let yaml = """
      id: own
      version: "1"
      rules:
        - id: O.one
          label: {zh: 一, en: one}
          severity: error
          basis: layout
          table: 4
          assert: \(text)
          for: {groups: [review]}
      """
    #expect(
      problems(yaml) == [
        RuleFileProblem(line: line, column: column, kind: .unknownIndicator("review.totals"))
      ])
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
