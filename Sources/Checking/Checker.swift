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
    let checked = reports.map { Set($0).sorted() } ?? Array(panel.reports.indices)
    var counts = [OutcomeCounts](repeating: OutcomeCounts(), count: ruleSet.rules.count)
    var drafts: [Draft] = []
    var pool = ColumnPool()
    for group in ReportGroup.groups(of: checked, in: panel, catalog: catalog) {
      for (order, rule) in selected {
        let compiled = CompiledRule(
          rule, layouts: group.layouts, panel: panel, pool: &pool)
        for report in group.reports {
          let previous = panel.previous[report]
          switch compiled.condition.quickTruth(
            at: report, previous: previous, in: pool.columns)
          {
          case .holds:
            counts[rule.ruleIndex].add(.pass)
            continue
          case .notApplicable:
            counts[rule.ruleIndex].add(.skipped)
            continue
          case .fails, .undecided, nil:
            break
          }
          let figures = PanelFigures(
            panel: panel, layouts: group.layouts, report: report, previous: previous,
            blanks: .asZero)
          let verdict = compiled.verdict(on: figures, in: pool.columns)
          counts[rule.ruleIndex].add(verdict)
          if let finding = compiled.finding(verdict, of: figures) {
            drafts.append(Draft(finding: finding, report: report, order: order))
          }
        }
      }
    }
    let run = Set(selected.map(\.element.ruleIndex)).sorted()
    return CheckResult(
      findings: Self.identified(drafts, bound: bound),
      tallies: run.map { RuleTally(rule: ruleSet.rules[$0].id, counts: counts[$0]) })
  }

  /// A finding with what it is sorted by.
  private struct Draft {
    let finding: Finding
    let report: Int
    /// The position of the bound rule: rules in the order of the file, and within a rule in the
    /// order of the form.
    let order: Int
  }

  private static func identified(_ drafts: [Draft], bound: [BoundRule]) -> [Finding] {
    let sorted = drafts.sorted { left, right in
      // What is certain comes before what rests on figures that were not read.
      let unknown = (left.finding.outcome == .unknown, right.finding.outcome == .unknown)
      if unknown.0 != unknown.1 { return unknown.1 }
      if left.finding.severity != right.finding.severity {
        return left.finding.severity < right.finding.severity
      }
      let rules = (bound[left.order].ruleIndex, bound[right.order].ruleIndex)
      if rules.0 != rules.1 { return rules.0 < rules.1 }
      if left.report != right.report { return left.report < right.report }
      return left.order < right.order
    }.map(\.finding)
    return zip(sorted, FindingID.ids(for: sorted)).map { $0.identified(as: $1) }
  }
}

extension CompiledRule {
  /// - Parameter figures: the report, with blanks as zero.
  fileprivate func verdict(on figures: PanelFigures, in columns: [PanelColumn]) -> Verdict {
    let verdict = Verdict(condition, of: figures, in: columns)
    // A hint needs every figure on the page, or it would be a hint at our own reading.
    if case .fail = verdict, bound.rule.severity == .info, !hasAllFigures(figures) {
      return .unknown
    }
    return verdict
  }
}
