import Forms
import Testing

@testable import Checking

/// Every built-in rule brings tests of its own; they run here and in `rules lint`.
@Suite("Tests that rules bring with them")
struct BuiltInRuleTests {
  @Test("every built-in rule does what its tests say")
  func outcomes() throws {
    let results = try RuleTester(ruleSet: .standard, catalog: .standard).run()
    for result in results {
      #expect(
        result.isPassed,
        "\(result.rule) \(result.number) \(result.test.name): \(String(describing: result.outcome))"
      )
    }
    #expect(results.count > 80)
  }

  @Test("every built-in rule has a report that passes, one that does not, and one that it skips")
  func completeness() {
    for rule in RuleSet.standard.rules {
      let expected = Set(rule.tests.map(\.expected))
      #expect(expected.contains(.pass), "\(rule.id)")
      #expect(expected.contains(.fail) || (rule.isStructural && expected.contains(.unknown)))
      #expect(expected.contains(.skipped), "\(rule.id)")
    }
  }

  @Test("a test that expects something else fails, with what came of it")
  func failing() throws {
    let rules = try RuleSet(
      yaml: """
        id: own
        version: "1"
        rules:
          - id: O.one
            label: {zh: 一, en: one}
            severity: error
            basis: layout
            table: 4
            for: {groups: [review]}
            assert: group.upheld <= group.total
            tests:
              - {cells: {review.upheld: 1}, expect: pass}
              - {tables: [2], expect: fail}
              - {cells: {review.upheld: 1}, expect: fail}
        """, catalog: .standard)
    let results = try RuleTester(ruleSet: rules, catalog: .standard).run()
    #expect(results.map(\.outcome) == [.fail, .skipped, .fail])
    #expect(results.map(\.isPassed) == [false, false, true])
  }
}
