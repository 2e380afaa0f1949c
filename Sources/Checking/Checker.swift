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

  /// - Throws: the first name in a rule that the forms do not know.
  public init(ruleSet: RuleSet, catalog: FormCatalog) throws(RuleFileProblem) {
    self.ruleSet = ruleSet
    self.catalog = catalog
    bound = try BoundRule.all(of: ruleSet, in: catalog)
  }

  /// Runs rules over reports.
  ///
  /// - Parameters:
  ///   - rules: ids of the rules to run; all where `nil`. Ids that the set does not have are
  ///     ignored: whether a rule exists is for the caller to ask the set.
  ///   - reports: positions in the panel of the reports to be checked, in any order; all where
  ///     `nil`. Rules that look at the year before find it in the panel, selected or not.
  public func check(
    _ panel: Panel, selecting rules: Set<String>? = nil, reports: [Int]? = nil
  ) -> CheckResult {
    let selected = bound.enumerated().filter { rules?.contains($0.element.rule.id) ?? true }
      .map { (order: $0.offset, bound: $0.element) }
    let groups = ReportGroups(of: panel, reports: reports, catalog: catalog)
    let plan = CheckPlan(selected, panel: panel, groups: groups, reports: reports)
    let (drafts, entryCounts) = CheckPass(plan).run()
    var counts = [OutcomeCounts](repeating: OutcomeCounts(), count: ruleSet.rules.count)
    for (entry, count) in zip(selected, entryCounts) { counts[entry.bound.ruleIndex].add(count) }
    let run = Set(selected.map(\.bound.ruleIndex)).sorted()
    return CheckResult(
      findings: FindingList(drafts, of: plan).findings(),
      tallies: run.map { RuleTally(rule: ruleSet.rules[$0].id, counts: counts[$0]) })
  }
}
