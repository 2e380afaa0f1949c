import Forms
import ReportModel
import SimulatedReports
import Testing

@testable import Checking

/// The short form of `scripts/simulate-checks`.
@Suite("Simulated reports")
struct SimulatedCorpusTests {
  @Test("every planted error is found, nothing in sound reports, and repairs undo it")
  func planted() throws {
    let corpus = SimulatedCorpus(count: 600, errorPercent: 40, seed: 11)
    #expect(Set(corpus.errors.values.map(\.kind)).count == PlantedError.Kind.allCases.count)
    let panel = corpus.panel
    let result = try Checker(ruleSet: .standard, catalog: .standard)
      .check(panel, selecting: ["T3.balance", "T3.outcomes", "T3.applicants", "T4.total"])
    let found = Set(result.findings.compactMap { panel.position(body: $0.body, year: $0.year) })
    #expect(found == Set(corpus.errors.keys))
    var repairer = try Repairer(ruleSet: .standard, catalog: .standard, panel: panel)
    var missed = 0
    for (report, error) in corpus.errors {
      let advice = repairer.advice(at: report, listed: .max)
      #expect(advice.allSatisfy { $0.isProven && $0.repairs.count == $0.count })
      if !advice.contains(where: { $0.repairs.contains { error.isUndone(by: $0) } }) { missed += 1 }
    }
    #expect(missed * 100 <= corpus.errors.count)
  }

  @Test("sound simulated reports pass the rules over two years too")
  func sound() throws {
    let corpus = SimulatedCorpus(count: 80, errorPercent: 0, seed: 5)
    // Screens look for what is unusual, and made figures are.
    let rules = Set(RuleSet.standard.rules.filter { $0.basis != .screen }.map(\.id))
    let result = try Checker(ruleSet: .standard, catalog: .standard)
      .check(corpus.panel, selecting: rules)
    #expect(result.findings.map(\.id) == [])
    #expect(result.total.passed > 0)
    for report in corpus.panel.reports.indices {
      var repairer = try Repairer(ruleSet: .standard, catalog: .standard, panel: corpus.panel)
      #expect(repairer.advice(at: report).isEmpty)
    }
  }
}
