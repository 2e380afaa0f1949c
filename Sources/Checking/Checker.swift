import Expressions
import Forms
import Panel
import ReportModel

/// Holds the rules of a set against the reports of a panel.
public struct Checker: Sendable {
  /// The rules to be run.
  public let ruleSet: RuleSet
  /// The forms that the reports follow.
  public let catalog: FormCatalog
  private let bound: [BoundRule]
  private let totals: [TotalsRule]
  private let prose: [ProseRule]

  /// - Throws: the first name in a rule that the forms do not know.
  public init(ruleSet: RuleSet, catalog: FormCatalog) throws(RuleFileProblem) {
    self.ruleSet = ruleSet
    self.catalog = catalog
    bound = try BoundRule.all(of: ruleSet, in: catalog)
    totals = TotalsRule.all(of: ruleSet)
    prose = try ProseRule.all(of: ruleSet, in: catalog)
  }

  /// Runs rules over reports.
  ///
  /// - Parameters:
  ///   - rules: ids of the rules to run; all where `nil`. Ids that the set does not have are
  ///     ignored: whether a rule exists is for the caller to ask the set.
  ///   - reports: positions in the panel of the reports to be checked, in any order; all where
  ///     `nil`. Rules that look at the year before, or at other bodies, find them in the panel,
  ///     selected or not.
  ///   - kin: which bodies of the panel belong together; where `nil`, rules that look at other bodies
  ///     are skipped.
  ///   - isStopped: whether the user wants to stop; asked between blocks of reports. What comes back
  ///     then is no result: who stops must not look at it.
  public func check(
    _ panel: Panel, selecting rules: Set<String>? = nil, reports: [Int]? = nil,
    kin: BodyKin? = nil, isStopped: @escaping @Sendable () -> Bool = { false }
  ) -> CheckResult {
    let totals = self.totals.filter { rules?.contains($0.rule.id) ?? true }
    let asked = { (rule: Rule) in rules?.contains(rule.id) ?? true }
    let needed = Set(totals.map(\.base))
    let selected = bound.enumerated().filter {
      asked($0.element.rule) || needed.contains($0.element.rule.id)
    }.map { (order: $0.offset, bound: $0.element) }
    let groups = ReportGroups(of: panel, reports: reports, catalog: catalog)
    let plan = CheckPlan(selected, panel: panel, groups: groups, reports: reports, kin: kin)
    let (drafts, entryCounts) = CheckPass(plan).run(isStopped: isStopped)
    guard !isStopped() else { return CheckResult(findings: [], causes: [:], tallies: []) }
    var counts = [OutcomeCounts](repeating: OutcomeCounts(), count: ruleSet.rules.count)
    for (entry, count) in zip(selected, entryCounts) { counts[entry.bound.ruleIndex].add(count) }

    var totalsDrafts: [TotalsDraft] = []
    for rule in totals {
      let pass = TotalsPass(rule, plan: plan, drafts: drafts)
      totalsDrafts += pass.drafts
      counts[rule.ruleIndex].add(pass.counts)
    }
    let shown =
      selected.allSatisfy({ asked($0.bound.rule) })
      ? drafts : drafts.filter { asked(plan.entries[Int($0.entry)].bound.rule) }
    let run = Set(selected.map(\.bound.ruleIndex) + totals.map(\.ruleIndex))
      .filter { asked(ruleSet.rules[$0]) }.sorted()
    let structured = StructuredFindings(shown, totals: totalsDrafts, of: plan, isStopped: isStopped)
    return CheckResult(
      findings: structured.findings, causes: structured.causes,
      tallies: run.map { RuleTally(rule: ruleSet.rules[$0].id, counts: counts[$0]) })
  }

  /// What holds the text of reports against the rules, claim by claim; `nil` where none of the
  /// rules asked for is about claims, so that nobody need fetch any.
  ///
  /// - Parameter rules: as for `check`.
  public func proseChecker(
    of panel: Panel, selecting rules: Set<String>? = nil
  ) -> ProseChecker? {
    let asked = prose.filter { rules?.contains($0.rule.id) ?? true }
    return asked.isEmpty ? nil : ProseChecker(asked, panel: panel, catalog: catalog)
  }

  /// The cells that a rule compares with those of its peers.
  func peerCells(of rule: Rule) -> [CellKey] {
    let names = bound.filter { $0.rule.id == rule.id }.flatMap { bound in
      (bound.expanded.names + (bound.when?.names ?? [])).map(\.name)
    }
    return Set(names.filter { $0.whose == .peers && !$0.isPattern }.map(\.key)).sorted {
      $0.description < $1.description
    }
  }

  /// A check with what came of the text of the same reports.
  public func joined(_ result: CheckResult, with prose: ProseChecker) -> CheckResult {
    result.joined(with: prose.result(besides: result), inOrderOf: ruleSet)
  }
}
