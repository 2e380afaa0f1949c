import Forms
import SeededNumbers
import Testing

@testable import Checking

/// Files with random mistakes are read or refused, and every refusal points into the file.
@Suite("Rule files with random mistakes")
struct RuleMutationTests {
  private static let file = """
    id: own
    version: "1"
    forms: [gid-2019, gid-2021]
    rules:
      - id: O.one
        label: {zh: 一, en: one}
        severity: error
        basis: layout
        table: 4
        for: {groups: [review]}
        when: comparable(group.total) and previous.group.total > 0
        assert: >-
          sum(group.* except group.total)
          = group.total
        tolerance: 0.5
        repair: {cells: [group.total], weight: 2}
        tests:
          - {cells: {review.upheld: 1}, previous: {cells: {review.total: 1}}, expect: fail}
      - id: O.two
        label: {zh: 二, en: two}
        severity: warning
        basis: layout
        table: 3
        for: {totals: T3.outcomes, left: zero}
    """

  @Test(
    "nothing crashes, and problems lie within the file", arguments: 1...8 as ClosedRange<UInt64>)
  func mutations(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let original = Array(Self.file.unicodeScalars)
    let pieces = original + Array("[]{}:,\"'>|*&!%@`#-。（）＝　\t\n\u{0}".unicodeScalars)
    var refused = 0
    for _ in 0..<60 {
      var scalars = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: scalars.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: scalars.remove(at: place)
        case 1: scalars[place] = pieces.randomElement(using: &generator) ?? " "
        default: scalars.insert(pieces.randomElement(using: &generator) ?? " ", at: place)
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let lines = String(text).unicodeScalars.split(
        separator: "\n", omittingEmptySubsequences: false)
      do throws(RuleFileProblems) {
        let rules = try RuleSet(yaml: String(text), catalog: .standard)
        _ = try? RuleLint(ruleSet: rules, catalog: .standard).remarks()
      } catch {
        refused += 1
        for problem in error.all {
          #expect((1...lines.count + 1).contains(problem.line), "\(problem)")
          #expect(problem.column >= 1, "\(problem)")
        }
      }
    }
    #expect(refused > 20)
  }
}
