import Forms
import ReportModel
import StrictYAML
import Testing

@testable import Checking

/// What rule files may say of other bodies.
@Suite("Names of other bodies in rule files")
struct RelativeNamesTests {
  private func problems(_ lines: String...) -> [RuleFileProblem.Kind] {
    do throws(RuleFileProblems) {
      _ = try RuleSet(yaml: RelativesMaker.yaml(lines), catalog: .standard)
      return []
    } catch {
      return error.all.map(\.kind)
    }
  }

  @Test("names may be written in Chinese, with labels and in sums")
  func accepted() {
    let review = "for: {groups: [review]}"
    #expect(problems("table: 4", review, "assert: group.total >= 下级.group.total") == [])
    #expect(problems("table: 4", review, "assert: group.total <= 9 * 同类.group.total") == [])
    #expect(problems("table: 4", review, "assert: sum(children.review.*) >= 0") == [])
  }

  @Test("what cannot be asked of other bodies is told")
  func refused() {
    let review = "for: {groups: [review]}"
    #expect(
      problems("table: 4", review, "assert: found(children.group.total)")
        == [.askedOfOthers("children.group.total")])
    #expect(
      problems("table: 4", review, "assert: group.total <= peers.group.nothing")
        == [.unknownIndicator("review.nothing")])
    #expect(
      problems("table: 4", review, "assert: group.total <= previous.children.group.total")
        == [.unknownIndicator("children.group.total")])
    #expect(
      problems(
        "table: 3", "for: {rows: [requests.new]}", "assert: peers.rate.disclosure[total] <= 1"
      )
      .first == .peersOfDerived("rate.disclosure"))
    #expect(
      problems("for: {claims: [count]}", "assert: claim <= children.review.total")
        == [.unknownIndicator("children.review.total")])
  }

  @Test("tests of rules refuse other keys, words and numbers")
  func tests() {
    let rule = [
      "table: 4", "for: {groups: [review]}", "assert: group.total >= children.group.total",
    ]
    #expect(
      problems(rule[0], rule[1], rule[2], "tests: [{children: [{body: 乙}], expect: pass}]")
        == [.yaml(.unknownKey("body", allowed: ["form", "tables", "cells"]))])
    #expect(
      problems(rule[0], rule[1], rule[2], "tests: [{children: [none], expect: pass}]")
        == [.yaml(.badValue("none", allowed: ["missing"]))])
    #expect(
      problems(rule[0], rule[1], rule[2], "tests: [{peers: [many], expect: pass}]")
        == [.badNumber("many")])
    #expect(
      problems(rule[0], rule[1], rule[2], "tests: [{peers: [{times: 0}], expect: pass}]")
        == [.badNumber("0")])
    #expect(
      problems(
        rule[0], rule[1], rule[2],
        "tests: [{children: [{cells: {review.nothing: 1}}], expect: pass}]")
        == [.unknownCell("review.nothing")])
  }

  @Test("numbers stand for peers that hold them in every cell that is compared")
  func numbers() throws {
    let rules = try RuleSet(
      yaml: """
        id: own
        version: "1"
        rules:
          - id: O.one
            label: {zh: 一, en: one}
            severity: question
            basis: screen
            table: 4
            for: {groups: [review]}
            assert: group.total <= peers.group.total
            tests:
              - {cells: {review.total: 3}, peers: [3, 3, 3, 3, 3, 3, {times: 14}], expect: pass}
              - {cells: {review.total: 3}, peers: [3, 3, 3, 3, 3, {times: 15}], expect: fail}
              - {cells: {review.total: 3}, peers: [3, 3, 3, 3, 3], expect: skipped}
        """, catalog: .standard)
    let results = try RuleTester(ruleSet: rules, catalog: .standard).run()
    // Three quarters of twenty are fifteen.
    #expect(results.map(\.outcome) == [.pass, .fail, .skipped])
    #expect(results.map(\.isPassed) == [true, true, true])
  }
}
