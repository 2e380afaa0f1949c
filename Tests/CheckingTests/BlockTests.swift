import Forms
import Panel
import ReportModel
import SeededNumbers
import Testing

@testable import Checking

/// Holds the pass over blocks against the same rules worked out report by report.
@Suite("Blocks of reports")
struct BlockTests {
  /// Reports of both forms over more than one block, with everything that cells can show.
  private static func panel(seed: UInt64) -> Panel {
    var generator = SeededGenerator(seed: seed)
    var reports: [ReportMaker] = []
    for number in 0..<600 {
      let isOld = Int.random(in: 0..<3, using: &generator) == 0
      let forms = isOld ? ReportMaker.form2019 : ReportMaker.form2021
      // Some bodies miss a year.
      var report = ReportMaker(
        body: "某市第\(1000 + number / 3)局",
        year: 2019 + number % 3 * Int.random(in: 1...2, using: &generator),
        forms: forms)
      let keys = forms.flatMap { table, form in
        FormCatalog.standard.form(form)?.table(table)?.cells.map(\.key.description) ?? []
      }.sorted()
      for _ in 0..<Int.random(in: 0..<4, using: &generator) {
        report.cells[keys.randomElement(using: &generator) ?? ""] = content(using: &generator)
      }
      reports.append(report)
    }
    return ReportMaker.panel(reports)
  }

  private static func content(using generator: inout SeededGenerator) -> ReportMaker.Content {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: .blank
    case 1: .dash
    case 2: .ambiguous
    case 3: .text
    case 4: .figure(Quantity(Int64.random(in: (1 << 24) - 1...(1 << 24) + 1, using: &generator)))
    case 5: .figure(Quantity(Int64.max - Int64.random(in: 0...1, using: &generator)))
    case 6: .figure(Quantity(coefficient: 125, scale: 1) ?? .zero)
    default: .figure(Quantity(Int64.random(in: -2...9, using: &generator)))
    }
  }

  @Test("a pass gives what every report gives by itself", arguments: [1, 2] as [UInt64])
  func agreement(_ seed: UInt64) throws {
    let panel = Self.panel(seed: seed)
    let result = try Checker(ruleSet: .standard, catalog: .standard).check(panel)
    let bound = try BoundRule.all(of: .standard, in: .standard)
    var counts: [String: OutcomeCounts] = [:]
    var found: Set<String> = []
    var pool = ColumnPool()
    var compiledRules: [[[Int: String]?]: [CompiledRule]] = [:]
    for report in panel.reports.indices {
      let previous = panel.previous(of: report)
      let layouts = LayoutPair(
        current: ReportLayout(forms: panel.reports[report].forms, in: .standard),
        previous: previous.map { ReportLayout(forms: panel.reports[$0].forms, in: .standard) })
      let figures = PanelFigures(
        panel: panel, layouts: layouts, report: report, previous: previous, blanks: .asZero)
      let forms = [panel.reports[report].forms, previous.map { panel.reports[$0].forms }]
      if compiledRules[forms] == nil {
        compiledRules[forms] = bound.map {
          CompiledRule($0, layouts: layouts, panel: panel, pool: &pool)
        }
      }
      for compiled in compiledRules[forms] ?? [] {
        let rule = compiled.bound
        let isMeant = rule.rule.bodies.fits(panel.reports[report].body)
        let verdict = isMeant ? compiled.verdict(on: figures, in: pool.columns) : .skipped
        counts[rule.rule.id, default: OutcomeCounts()].add(verdict)
        guard compiled.isListed(verdict) else { continue }
        let sides = compiled.sides(verdict, of: figures)
        found.insert(
          Self.text(
            rule.rule.id, panel.reports[report], rule.binding.applicant, rule.binding.subject,
            verdict.outcome, sides.left, sides.right))
      }
    }
    // Rules on the totals of others are worked out from the findings of those.
    let onTotals = Set(TotalsRule.all(of: .standard).map(\.rule.id))
    #expect(result.tallies.count == RuleSet.standard.rules.count { !$0.isAboutClaims })
    for tally in result.tallies where !onTotals.contains(tally.rule) {
      #expect(counts[tally.rule] == tally.counts, "\(tally.rule)")
    }
    let listed = result.findings.filter { !onTotals.contains($0.rule) }.map { finding in
      Self.text(
        finding.rule, panel.reports[panel.position(body: finding.body, year: finding.year) ?? 0],
        finding.applicant, finding.subject, finding.outcome, finding.left, finding.right)
    }
    let differing = Set(listed).symmetricDifference(found).sorted().prefix(5)
    #expect(differing.isEmpty)
    #expect(listed.count == found.count)
    #expect(Set(result.findings.map(\.outcome)) == [.fail, .unknown, .error])
  }

  private static func text(
    _ rule: String, _ report: PanelReport, _ applicant: Applicant?, _ subject: String,
    _ outcome: Outcome?, _ left: Quantity?, _ right: Quantity?
  ) -> String {
    "\(rule) \(report.body) \(report.year) \(applicant?.rawValue ?? "") \(subject)"
      + " \(outcome?.rawValue ?? "") \(left?.description ?? "") \(right?.description ?? "")"
  }

  @Test("the result is the same in every run, whatever the threads")
  func determinism() throws {
    let panel = Self.panel(seed: 9)
    let checker = try Checker(ruleSet: .standard, catalog: .standard)
    let first = checker.check(panel)
    for _ in 0..<3 {
      let again = checker.check(panel)
      #expect(again.findings == first.findings)
      #expect(again.tallies == first.tallies)
    }
  }

  @Test("a selection is checked as if the rest were not there, but for the year before")
  func selection() throws {
    let panel = Self.panel(seed: 4)
    let checker = try Checker(ruleSet: .standard, catalog: .standard)
    let all = checker.check(panel)
    let chosen = panel.reports.indices.filter { $0 % 7 == 3 }
    let some = checker.check(panel, reports: chosen)
    let names = Set(chosen.map { "\(panel.reports[$0].body) \(panel.reports[$0].year)" })
    #expect(some.findings == all.findings.filter { names.contains("\($0.body) \($0.year)") })
  }
}
