import Panel
import ReportModel

/// The findings of a check with those on totals among them, and which of them follow from others:
/// where a row or a table was not found, or totals were left out, what rests on those cells is no
/// news of its own.
struct StructuredFindings {
  /// In their order.
  let findings: [Finding]
  /// By the id of a finding, the id of the one that it follows from.
  let causes: [String: String]

  /// Something that other findings may follow from.
  private struct Cause {
    let report: UInt32
    let cells: Set<CellKey>
    /// Whether it says that cells were not found: only what is unknown can follow from that.
    let isOpen: Bool
    let id: String
  }

  /// - Parameter isStopped: whether the user wants to stop: then the causes are not whole.
  init(
    _ drafts: [CheckPass.Draft], totals: [TotalsDraft], of plan: CheckPlan,
    isStopped: () -> Bool = { false }
  ) {
    let plain = FindingList(drafts, of: plan).findings()
    let isStructural = plan.entries.map(\.bound.rule.isStructural)
    guard !totals.isEmpty || drafts.contains(where: { isStructural[Int($0.entry)] }) else {
      findings = plain
      causes = [:]
      return
    }
    let ofTotals = Self.findings(totals, beside: plain, of: plan)
    var all: [UInt32: [Cause]] = [:]
    for (draft, finding) in zip(totals, ofTotals) {
      all[UInt32(draft.report), default: []].append(
        Cause(
          report: UInt32(draft.report), cells: Set(draft.cells), isOpen: false, id: finding.id))
    }
    for (draft, finding) in zip(drafts, plain) where isStructural[Int(draft.entry)] {
      all[draft.report, default: []].append(
        Cause(
          report: draft.report, cells: Set(finding.ownOperands.map(\.key)),
          isOpen: finding.outcome == .unknown, id: finding.id))
    }
    var causes: [String: String] = [:]
    for (draft, finding) in zip(drafts, plain) where !isStructural[Int(draft.entry)] {
      if isStopped() { break }
      guard let candidates = all[draft.report] else { continue }
      let cause = candidates.first { cause in
        (!cause.isOpen || finding.outcome == .unknown)
          && finding.ownOperands.contains {
            $0.year == finding.year && cause.cells.contains($0.key)
          }
      }
      causes[finding.id] = cause?.id
    }
    self.causes = causes
    findings = Self.merged(drafts, plain, totals, ofTotals)
  }

  private static func findings(
    _ drafts: [TotalsDraft], beside plain: [Finding], of plan: CheckPlan
  ) -> [Finding] {
    let keys = drafts.map { draft in
      let report = plan.panel.reports[draft.report]
      return FindingID.key(
        rule: draft.rule.id, body: report.body, year: report.year, subject: "", applicant: nil)
    }
    let ids = FindingID.ids(keys.map { FindingID.hash($0) }) { keys[$0] }
    let taken = Set(plain.map(\.id))
    return zip(drafts, zip(ids, keys)).map { draft, id in
      let report = plan.panel.reports[draft.report]
      return Finding(
        id: taken.contains(id.0) ? FindingID.full(of: id.1) : id.0, rule: draft.rule.id,
        severity: draft.rule.severity, outcome: draft.verdict.outcome ?? .error,
        body: report.body, year: report.year, table: draft.rule.table, applicant: nil, subject: "",
        left: nil, right: nil, assertion: draft.rule.statement,
        operands: draft.cells.map {
          Operand(key: $0, year: report.year, side: .left, isSubtracted: false)
        })
    }
  }

  /// Both in the order of findings.
  private static func merged(
    _ drafts: [CheckPass.Draft], _ plain: [Finding], _ totals: [TotalsDraft],
    _ ofTotals: [Finding]
  ) -> [Finding] {
    let inserted = zip(totals, ofTotals).map { draft, finding in
      (
        key: CheckPass.Draft.key(
          draft.verdict, severity: draft.rule.severity.order, rule: draft.ruleIndex,
          report: draft.report, entry: 0), finding: finding
      )
    }.sorted { $0.key < $1.key }
    var result: [Finding] = []
    result.reserveCapacity(plain.count + inserted.count)
    var next = 0
    for (draft, finding) in zip(drafts, plain) {
      while next < inserted.count, inserted[next].key < draft.key {
        result.append(inserted[next].finding)
        next += 1
      }
      result.append(finding)
    }
    return result + inserted[next...].map(\.finding)
  }
}
