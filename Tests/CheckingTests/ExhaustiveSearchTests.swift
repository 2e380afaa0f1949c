import Forms
import Panel
import ReportModel
import SeededNumbers
import Testing

@testable import Checking

/// Holds the outcomes against a search through all values of the cells that were not read.
@Suite("Outcomes against exhaustive search")
struct ExhaustiveSearchTests {
  /// A rule over the five cells of a group, as the search works it out.
  struct Law: Sendable {
    let assertion: String
    let holds: @Sendable ([Int64]) -> Bool
  }

  private static let cells = ["upheld", "corrected", "other", "pending", "total"]

  static let laws: [Law] = [
    Law(assertion: "group.upheld + group.corrected + group.other + group.pending = group.total") {
      $0[0] + $0[1] + $0[2] + $0[3] == $0[4]
    },
    Law(assertion: "group.upheld + group.corrected <> group.total - group.other") {
      $0[0] + $0[1] != $0[4] - $0[2]
    },
    Law(assertion: "group.upheld - group.corrected < group.other") { $0[0] - $0[1] < $0[2] },
    Law(assertion: "sum(group.* except group.total, group.pending) <= group.total") {
      $0[0] + $0[1] + $0[2] <= $0[4]
    },
    Law(assertion: "2 * group.upheld = group.total - group.other + 1") {
      2 * $0[0] == $0[4] - $0[2] + 1
    },
    // The same cell on both sides: taken alone, each side could be anything.
    Law(assertion: "group.total + group.upheld >= group.total + 1") {
      $0[4] + $0[0] >= $0[4] + 1
    },
    Law(assertion: "group.upheld + group.upheld = group.corrected * 2 + group.other") {
      $0[0] + $0[0] == $0[1] * 2 + $0[2]
    },
    Law(assertion: "0.5 * group.upheld = group.other") { $0[0] == 2 * $0[2] },
  ]

  @Test("pass, fail and unknown are what a search through 0…5 gives", arguments: laws.indices)
  func agreement(_ index: Int) throws {
    let law = Self.laws[index]
    let rules = try RuleSet(
      yaml: """
        id: own
        version: "1"
        rules:
          - id: O.law
            label: {zh: 规则, en: law}
            severity: error
            basis: screen
            table: 4
            for: {groups: [review]}
            assert: \(law.assertion)
        """)
    let checker = try Checker(ruleSet: rules, catalog: .standard)
    var generator = SeededGenerator(seed: UInt64(index) + 1)
    var seen: [String: Int] = [:]
    for _ in 0..<400 {
      let contents = (0..<5).map { _ in Self.randomContent(using: &generator) }
      var report = ReportMaker()
      for (cell, content) in zip(Self.cells, contents) { report.cells["review.\(cell)"] = content }
      let counts = checker.check(ReportMaker.panel([report])).total
      let expected = Self.searched(contents, law.holds)
      #expect(counts == expected, "\(law.assertion) with \(contents)")
      seen["\(expected)", default: 0] += 1
    }
    // The cases must not all be of one kind.
    #expect(seen.count >= 2)
  }

  /// Figures up to 1, so that what makes up for them stays within what the search tries.
  private static func randomContent(using generator: inout SeededGenerator) -> ReportMaker.Content {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: .blank
    case 1: .ambiguous
    case 2: Bool.random(using: &generator) ? .dash : .absent
    default: .figure(Quantity(Int64.random(in: 0...1, using: &generator)))
    }
  }

  private static func searched(
    _ contents: [ReportMaker.Content], _ holds: ([Int64]) -> Bool
  ) -> OutcomeCounts {
    // Blanks as zero, whatever the unread cells hold: the rule must hold for all of these.
    if assignments(contents, blanksAsZero: true).allSatisfy(holds) {
      return OutcomeCounts(passed: 1)
    }
    let all = assignments(contents, blanksAsZero: false)
    if all.allSatisfy(holds) { return OutcomeCounts(passed: 1) }
    return all.contains(where: holds) ? OutcomeCounts(unknown: 1) : OutcomeCounts(failed: 1)
  }

  private static func assignments(
    _ contents: [ReportMaker.Content], blanksAsZero: Bool
  ) -> [[Int64]] {
    contents.reduce([[]]) { partial, content in
      let values: [Int64] =
        switch content {
        case .figure(let quantity): [quantity.coefficient]
        case .unread(.blank) where blanksAsZero, .unread(.dash) where blanksAsZero: [0]
        case .unread: [0, 1, 2, 3, 4, 5]
        }
      return partial.flatMap { head in values.map { head + [$0] } }
    }
  }
}
