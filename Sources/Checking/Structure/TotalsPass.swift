import Panel
import ReportModel

/// A finding on totals before it is written out.
struct TotalsDraft: Sendable {
  let rule: Rule
  let ruleIndex: Int
  let report: Int
  let verdict: Verdict
  /// The totals that were left out, in the order of the form.
  let cells: [CellKey]
}

/// Looks for reports that leave out the totals of a rule: at least two, and at least half of those
/// that have something to add up, are blank or zero. One finding then says what the rule's own
/// findings follow from.
///
/// Only reports with findings of the rule are looked at.
struct TotalsPass {
  private(set) var drafts: [TotalsDraft] = []
  private(set) var counts = OutcomeCounts()

  private let plan: CheckPlan
  /// The entries of the rule with the totals.
  private let entries: [Int]

  init(_ totals: TotalsRule, plan: CheckPlan, drafts: [CheckPass.Draft]) {
    self.plan = plan
    entries = plan.entries.indices.filter { plan.entries[$0].bound.rule.id == totals.base }
    let isEntry = Set(entries)
    var found: [UInt32: Int] = [:]
    for draft in drafts where isEntry.contains(Int(draft.entry)) {
      found[draft.report, default: 0] += 1
    }
    for report in found.filter({ $0.value > 1 }).keys.sorted() {
      let report = Int(report)
      let group = plan.groups.number(of: report, in: plan.panel)
      guard plan.groups.layouts[group].current.isMeant(by: totals.rule) else { continue }
      let tally = self.tally(of: report, group: group)
      guard totals.left.isMeant(tally) else { continue }
      let verdict = tally.verdict
      counts.add(verdict)
      guard verdict.outcome != nil else { continue }
      self.drafts.append(
        TotalsDraft(
          rule: totals.rule, ruleIndex: totals.ruleIndex, report: report, verdict: verdict,
          cells: tally.missing))
    }
    countTheRest(totals.rule)
  }

  /// Whatever was not looked at passes, where the report has the totals at all.
  private mutating func countTheRest(_ rule: Rule) {
    let hasTotals = plan.groups.layouts.indices.map { group in
      plan.groups.layouts[group].current.isMeant(by: rule)
        && entries.contains { entry in
          if case .constant(.notApplicable) = plan.compiled[group][entry].condition { return false }
          return true
        }
    }
    var all = OutcomeCounts()
    for report in plan.panel.reports.indices
    where plan.wanted[report >> 6] & (1 << UInt64(report & 63)) != 0 {
      all.add(hasTotals[plan.groups.number(of: report, in: plan.panel)] ? Verdict.pass : .skipped)
    }
    counts.passed = all.passed - counts.failed - counts.unknown
    counts.skipped = all.skipped
  }

  /// The totals of a report that have something to add up.
  fileprivate struct Tally {
    var missing: [CellKey] = []
    /// Whether one of those that are missing is zero.
    var hasZero = false
    var filled = 0
    /// Neither read nor blank.
    var open = 0

    var verdict: Verdict {
      if missing.count > 1, missing.count >= filled + open { return .fail }
      let most = missing.count + open
      return !missing.isEmpty && most > 1 && most >= filled ? .unknown : .pass
    }
  }

  private func tally(of report: Int, group: Int) -> Tally {
    var tally = Tally()
    for entry in entries {
      let compiled = plan.compiled[group][entry]
      if case .constant(.notApplicable) = compiled.condition { continue }
      guard let side = compiled.bound.expanded.totalSide,
        let total = compiled.cellUses.first(where: { $0.side == side })?.name.key
      else { continue }
      let parts = compiled.cellUses.filter { $0.side != side && $0.name.whose == .own }
      let hasParts = parts.contains { part in
        (plan.panel.quantity(of: part.name.key, at: report) ?? .zero) > .zero
      }
      guard hasParts else { continue }
      switch plan.panel.state(of: total, at: report) {
      case .blank, .dash: tally.missing.append(total)
      case .reported where plan.panel.quantity(of: total, at: report) == .zero:
        tally.missing.append(total)
        tally.hasZero = true
      case .reported: tally.filled += 1
      case .text, .ambiguous, .absent: tally.open += 1
      case .notOnForm: break
      }
    }
    return tally
  }
}

extension Rule.LeftOut {
  /// Whether totals were left out in the way that the rule is about.
  fileprivate func isMeant(_ tally: TotalsPass.Tally) -> Bool {
    switch self {
    case .any: true
    case .zero: tally.hasZero
    case .blank: !tally.hasZero
    }
  }
}
