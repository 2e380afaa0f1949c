import Dispatch
import Panel
import ReportModel

/// One pass of a plan over the blocks of a panel, on all cores.
///
/// A block of reports goes through every rule while its columns are at hand. Where all figures of a
/// condition are plain it is worked out for many reports at once; whatever is left (cells without a
/// figure, very large figures, conditions that multiply) is worked out report by report. The result
/// depends on no order of threads.
struct CheckPass: Sendable {
  /// A finding before it is written out.
  struct Draft: Sendable {
    /// What findings are sorted by: certain before unknown, severity, rule, report, order of the form.
    let key: UInt64

    /// The key of a finding.
    static func key(
      _ verdict: Verdict, severity: UInt64, rule: Int, report: Int, entry: Int
    ) -> UInt64 {
      let unknown: UInt64 = if case .unknown = verdict { 1 } else { 0 }
      return unknown << 63 | severity << 60 | UInt64(rule) << 48 | UInt64(report) << 16
        | UInt64(entry)
    }

    let report: UInt32
    let entry: UInt16
    let group: UInt16
    let verdict: Verdict
    /// Digits after the point of both sides; -1 unless the rule is one comparison of plain figures.
    let scale: Int8
    let left: Int64
    let right: Int64

    /// The values of both sides, where the rule is one comparison of plain figures.
    var sides: Sides? {
      scale < 0
        ? nil
        : Sides(
          left: Quantity(coefficient: left, scale: Int(scale)),
          right: Quantity(coefficient: right, scale: Int(scale)))
    }
  }

  struct Sides: Sendable {
    let left: Quantity?
    let right: Quantity?
  }

  let plan: CheckPlan
  private let severities: [UInt64]

  init(_ plan: CheckPlan) {
    self.plan = plan
    severities = plan.entries.map { entry in
      entry.bound.rule.severity.order
    }
  }

  /// - Returns: the drafts in the order of findings, and the counts of each entry.
  func run(
    isStopped: @Sendable () -> Bool = { false }
  ) -> (drafts: [Draft], counts: [OutcomeCounts]) {
    let blocks = plan.wanted.count * 64 / Panel.blockLength
    // Enough parts to even out the work, few enough that each is worth a thread.
    let parts = min(blocks, 32)
    var drafts = [[Draft]](repeating: [], count: parts)
    var counts = [[OutcomeCounts]](repeating: [], count: parts)
    drafts.withUnsafeMutableBufferPointer { drafts in
      counts.withUnsafeMutableBufferPointer { counts in
        // Each part writes to its own place alone.
        nonisolated(unsafe) let (drafts, counts) = (drafts, counts)
        DispatchQueue.concurrentPerform(iterations: parts) { part in
          var worker = Worker(pass: self)
          for block in blocks * part / parts..<blocks * (part + 1) / parts where !isStopped() {
            worker.run(block)
          }
          drafts[part] = worker.sortedDrafts()
          counts[part] = worker.counts
        }
      }
    }
    var total = [OutcomeCounts](repeating: OutcomeCounts(), count: plan.entries.count)
    for part in counts {
      for (entry, count) in part.enumerated() { total[entry].add(count) }
    }
    return (Self.merged(drafts), total)
  }

  /// Parts follow each other in the order of reports: what is sorted before the report is all that
  /// is left to bring together.
  private static func merged(_ parts: [[Draft]]) -> [Draft] {
    var rest = parts.map { $0[...] }
    var result: [Draft] = []
    result.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    while let least = rest.compactMap({ $0.first.map { $0.key >> 48 } }).min() {
      for part in rest.indices {
        let end = rest[part].firstIndex { $0.key >> 48 != least } ?? rest[part].endIndex
        result += rest[part][..<end]
        rest[part] = rest[part][end...]
      }
    }
    return result
  }

  /// What one thread needs.
  private struct Worker {
    private static let words = Panel.blockLength / 64
    private let pass: CheckPass
    private let plan: CheckPlan
    private(set) var counts: [OutcomeCounts]
    private var drafts: [Draft] = []
    /// The reports of the block by group.
    private var masks: [BlockTruth.Bits]

    init(pass: CheckPass) {
      self.pass = pass
      plan = pass.plan
      counts = Array(repeating: OutcomeCounts(), count: plan.entries.count)
      masks = Array(repeating: .zero, count: plan.groups.layouts.count)
    }

    func sortedDrafts() -> [Draft] { drafts.sorted { $0.key < $1.key } }

    mutating func run(_ block: Int) {
      guard gatherGroups(block) else { return }
      for (number, entry) in plan.entries.enumerated() {
        for option in entry.cases {
          var wanted = option.groups.reduce(BlockTruth.Bits.zero) { $0 | masks[$1] }
          guard wanted != .zero else { continue }
          if let meant = entry.meant, option.way != .skipped {
            let meant = wanted & Self.bits(meant, of: block)
            counts[number].skipped += Self.count(wanted & ~meant)
            wanted = meant
          }
          switch option.way {
          case .skipped:
            counts[number].skipped += Self.count(wanted)
          case .reportByReport:
            work(through: wanted, of: block, entry: number)
          case .block(let condition, let when):
            if let when {
              wanted = self.meant(by: when, of: wanted, block: block, entry: number)
            }
            let truth = condition.truth(block: block, wanted: wanted)
            let passed = truth.known & truth.holds
            counts[number].passed += Self.count(passed)
            let failed = truth.known & ~truth.holds
            if failed != .zero {
              list(failed, of: block, entry: number, condition)
            }
            let open = wanted & ~truth.known
            if open != .zero { work(through: open, of: block, entry: number) }
          }
        }
      }
    }

    /// The reports for which a rule's `when` holds; those for which that takes a closer look are
    /// worked out at once.
    private mutating func meant(
      by when: BlockCondition, of wanted: BlockTruth.Bits, block: Int, entry: Int
    ) -> BlockTruth.Bits {
      let truth = when.truth(block: block, wanted: wanted)
      counts[entry].skipped += Self.count(truth.known & ~truth.holds)
      let open = wanted & ~truth.known
      if open != .zero { work(through: open, of: block, entry: entry) }
      return truth.known & truth.holds
    }

    private static func bits(_ bits: [UInt64], of block: Int) -> BlockTruth.Bits {
      var result = BlockTruth.Bits.zero
      for word in 0..<words { result[word] = bits[block * words + word] }
      return result
    }

    private func group(of report: Int) -> Int {
      plan.groups.number(of: report, in: plan.panel)
    }

    /// - Returns: whether any report of the block is wanted.
    private mutating func gatherGroups(_ block: Int) -> Bool {
      for group in masks.indices { masks[group] = .zero }
      var wanted = BlockTruth.Bits.zero
      for word in 0..<Self.words { wanted[word] = plan.wanted[block * Self.words + word] }
      guard wanted != .zero else { return false }
      plan.groups.gather(block: block, wanted: wanted, in: plan.panel, into: &masks)
      return true
    }

    /// Lists reports that fail a condition on plain figures.
    private mutating func list(
      _ reports: BlockTruth.Bits, of block: Int, entry: Int, _ condition: BlockCondition
    ) {
      counts[entry].failed += Self.count(reports)
      var comparison: BlockComparison?
      // With a tolerance, what is compared is not what the rule's author wrote on its sides.
      if case .comparison(let written) = condition,
        plan.entries[entry].bound.rule.tolerance == .zero
      {
        comparison = written
      }
      for place in Self.places(reports) {
        let report = block * Panel.blockLength + place
        let sides = comparison.flatMap { $0.hasSides ? $0.sides(at: report) : nil }
        draft(
          .fail, report: report, entry: entry, group: group(of: report),
          scale: sides == nil ? -1 : comparison?.scale ?? -1, left: sides?.left ?? 0,
          right: sides?.right ?? 0)
      }
    }

    /// Works reports out one by one.
    private mutating func work(through reports: BlockTruth.Bits, of block: Int, entry: Int) {
      for place in Self.places(reports) {
        let report = block * Panel.blockLength + place
        let group = group(of: report)
        let compiled = plan.compiled[group][entry]
        let verdict = compiled.verdict(
          on: plan.figures(of: report, group: group), in: plan.columns)
        counts[entry].add(verdict)
        if compiled.isListed(verdict) {
          draft(verdict, report: report, entry: entry, group: group)
        }
      }
    }

    private mutating func draft(
      _ verdict: Verdict, report: Int, entry: Int, group: Int, scale: Int = -1, left: Int64 = 0,
      right: Int64 = 0
    ) {
      drafts.append(
        Draft(
          key: Draft.key(
            verdict, severity: pass.severities[entry],
            rule: plan.entries[entry].bound.ruleIndex, report: report, entry: entry),
          report: UInt32(report), entry: UInt16(entry), group: UInt16(group), verdict: verdict,
          scale: Int8(scale), left: left, right: right))
    }

    /// The set bits, ascending.
    private static func places(_ bits: BlockTruth.Bits) -> [Int] {
      var places: [Int] = []
      for word in 0..<words {
        var rest = bits[word]
        while rest != 0 {
          places.append(word * 64 + rest.trailingZeroBitCount)
          rest &= rest &- 1
        }
      }
      return places
    }

    private static func count(_ bits: BlockTruth.Bits) -> Int {
      var count = 0
      for word in 0..<words { count += bits[word].nonzeroBitCount }
      return count
    }
  }
}

extension Severity {
  /// The place among severities, from 0 for errors.
  var order: UInt64 { UInt64(Self.allCases.firstIndex(of: self) ?? 0) }
}

extension CheckPlan {
  /// The report's figures, blanks as zero.
  func figures(of report: Int, group: Int) -> PanelFigures {
    PanelFigures(
      panel: panel, layouts: groups.layouts[group], report: report,
      previous: panel.previous(of: report), blanks: .asZero, relatives: relatives)
  }
}
