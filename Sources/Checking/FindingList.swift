import Dispatch
import Panel
import ReportModel

/// Writes out the findings of a pass, on all cores.
struct FindingList: Sendable {
  private static let partLength = 4096

  private let plan: CheckPlan
  private let drafts: [CheckPass.Draft]
  private let templates: [Template]

  /// What the ids of a bound rule's findings share.
  private struct Template: Sendable {
    let subject: String
    let applicant: Applicant?
    /// The hash of what stands first in what an id is made from.
    let hash: FindingID.Hash
    /// Found once, not for every finding.
    let looksAtOthers: Bool

    init(_ bound: BoundRule) {
      subject = bound.binding.subject
      applicant = bound.binding.applicant
      hash = FindingID.Hash(rule: bound.rule.id)
      looksAtOthers = bound.looksAtOthers
    }
  }

  init(_ drafts: [CheckPass.Draft], of plan: CheckPlan) {
    self.plan = plan
    self.drafts = drafts
    templates = plan.entries.map { Template($0.bound) }
  }

  /// In the order of the drafts.
  func findings() -> [Finding] {
    let hashes = inParts { (range, hashes: UnsafeMutableBufferPointer<UInt64>) in
      for index in range { hashes.initializeElement(at: index, to: hash(of: index)) }
    }
    let ids = FindingID.ids(hashes) { key(of: $0) }
    return inParts { range, findings in
      var origins = Origins(plan)
      for index in range {
        findings.initializeElement(at: index, to: finding(index, id: ids[index], &origins))
      }
    }
  }

  private func finding(_ index: Int, id: String, _ origins: inout Origins) -> Finding {
    let draft = drafts[index]
    let year = plan.panel.reports[Int(draft.report)].year
    let sides =
      draft.sides
      ?? plan.compiled[Int(draft.group)][Int(draft.entry)].sides(
        draft.verdict, of: plan.figures(of: Int(draft.report), group: Int(draft.group)))
    let looksAtOthers = templates[Int(draft.entry)].looksAtOthers
    return Finding(
      id: id,
      origin: looksAtOthers
        ? origins.ownOrigin(of: draft, year: year) : origins.origin(of: draft, year: year),
      outcome: draft.verdict.outcome ?? .error, body: plan.panel.reports[Int(draft.report)].body,
      year: year, left: sides.left, right: sides.right)
  }

  /// An array of an element a draft, each part of it filled on some core.
  private func inParts<Element>(
    _ fill: @Sendable (Range<Int>, UnsafeMutableBufferPointer<Element>) -> Void
  ) -> [Element] {
    let parts = (drafts.count + Self.partLength - 1) / Self.partLength
    return [Element](unsafeUninitializedCapacity: drafts.count) { buffer, count in
      // Each part writes to its own stretch alone.
      nonisolated(unsafe) let elements = buffer
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        fill(
          part * Self.partLength..<min(drafts.count, (part + 1) * Self.partLength), elements)
      }
      count = drafts.count
    }
  }

  /// What an id is made from.
  private func key(of index: Int) -> String {
    let draft = drafts[index]
    let bound = plan.entries[Int(draft.entry)].bound
    let report = plan.panel.reports[Int(draft.report)]
    return FindingID.key(
      rule: bound.rule.id, body: report.body, year: report.year, subject: bound.binding.subject,
      applicant: bound.binding.applicant)
  }

  /// The hash of the same.
  private func hash(of index: Int) -> UInt64 {
    let draft = drafts[index]
    let (entry, report) = (Int(draft.entry), Int(draft.report))
    return templates[entry].hash.finished(
      body: plan.panel.reports[report].body, year: plan.panel.reports[report].year,
      subject: templates[entry].subject, applicant: templates[entry].applicant)
  }
}

/// The origins of findings, each made once: they differ by rule, subject and year only. Those of rules
/// that look at other bodies add whose cells each finding rests on.
private struct Origins {
  private struct Key: Hashable {
    let group: UInt16
    let entry: UInt16
    let year: Int
  }

  private let plan: CheckPlan
  private var origins: [Key: FindingOrigin] = [:]

  init(_ plan: CheckPlan) {
    self.plan = plan
  }

  /// That of a finding of a rule that looks at others.
  mutating func ownOrigin(of draft: CheckPass.Draft, year: Int) -> FindingOrigin {
    let shared = origin(of: draft, year: year)
    return FindingOrigin(
      rule: shared.rule, severity: shared.severity, table: shared.table,
      applicant: shared.applicant, subject: shared.subject, assertion: shared.assertion,
      ownOperands: shared.ownOperands
    ) { [plan] in
      plan.compiled[Int(draft.group)][Int(draft.entry)].operands(year: year) { use in
        plan.operands(of: use, at: Int(draft.report))
      }
    }
  }

  /// What all findings of a rule, subject and year share.
  mutating func origin(of draft: CheckPass.Draft, year: Int) -> FindingOrigin {
    let key = Key(group: draft.group, entry: draft.entry, year: year)
    if let origin = origins[key] { return origin }
    let bound = plan.entries[Int(draft.entry)].bound
    let origin = FindingOrigin(
      rule: bound.rule.id, severity: bound.rule.severity,
      table: bound.binding.table ?? bound.rule.table,
      applicant: bound.binding.applicant, subject: bound.binding.subject,
      assertion: bound.assertion.description,
      operands: plan.compiled[Int(draft.group)][Int(draft.entry)].operands(year: year))
    origins[key] = origin
    return origin
  }
}
