import Dispatch
import Expressions
import Forms
import Foundation
import Panel
import ReportModel

/// Holds what reports say in words against their tables and against itself.
///
/// Claims are given to it report by report, so that whoever has them need not have all at once.
public struct ProseChecker {
  /// A finding before its id is known.
  private struct Draft {
    let order: (unknown: Int, severity: Int, rule: Int, report: Int, claim: Int)
    let key: String
    let finding: (String) -> Finding
  }

  private let rules: [ProseRule]
  private let panel: Panel
  private let cache: ReadingCache
  private let layouts: [ReportLayout]
  private var counts: [OutcomeCounts]
  private var drafts: [Draft] = []
  /// One for each core, kept for what they have learnt of where figures stand.
  private var workers: [ProseChecker] = []

  init(_ rules: [ProseRule], panel: Panel, catalog: FormCatalog) {
    self.rules = rules
    self.panel = panel
    cache = ReadingCache(catalog: catalog)
    layouts = panel.layouts.map { ReportLayout(forms: $0, in: catalog) }
    counts = Array(repeating: OutcomeCounts(), count: rules.count)
  }

  /// The claims of some reports.
  public typealias Batch = [(report: Int, claims: [Claim])]

  /// Batches of so many reports are worth the threads.
  public static let batchLength = 512
  private static let partLength = 16

  /// Holds the claims of several reports against the rules, on all cores. What comes of it is the
  /// same as one by one.
  ///
  /// - Parameter batch: each report's position in the panel, with all its claims in their order.
  public mutating func hold(_ batch: Batch) {
    let parts = min(
      ProcessInfo.processInfo.activeProcessorCount, max(1, batch.count / Self.partLength))
    guard parts > 1 else {
      for (report, claims) in batch { hold(claims, ofReport: report) }
      return
    }
    while workers.count < parts { workers.append(ProseChecker(likeRules: self)) }
    workers.withUnsafeMutableBufferPointer { workers in
      // Each part works in its own place alone, with a cache of its own.
      nonisolated(unsafe) let workers = workers
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        for index in batch.count * part / parts..<batch.count * (part + 1) / parts {
          workers[part].hold(batch[index].claims, ofReport: batch[index].report)
        }
      }
    }
    for part in 0..<parts {
      drafts += workers[part].drafts
      workers[part].drafts = []
      for rule in counts.indices {
        counts[rule].add(workers[part].counts[rule])
        workers[part].counts[rule] = OutcomeCounts()
      }
    }
  }

  /// One with the same rules that has held nothing yet.
  private init(likeRules other: ProseChecker) {
    rules = other.rules
    panel = other.panel
    layouts = other.layouts
    cache = ReadingCache(catalog: other.cache.catalog)
    counts = Array(repeating: OutcomeCounts(), count: rules.count)
  }

  /// Holds the claims of one report against the rules.
  ///
  /// - Parameters:
  ///   - claims: all of the report, in their order.
  ///   - report: its position in the panel.
  public mutating func hold(_ claims: [Claim], ofReport report: Int) {
    let panel = self.panel
    let previous = panel.previous(of: report)
    let layout = LayoutPair(
      current: layouts[Int(panel.layoutOfReport[report])],
      previous: previous.map { layouts[Int(panel.layoutOfReport[$0])] })
    let figures = { (blanks: BlankTreatment) in
      PanelFigures(
        panel: panel, layouts: layout, report: report, previous: previous, blanks: blanks)
    }
    let readings = ClaimReadings(
      claims, year: panel.reports[report].year, cells: (figures(.asZero), figures(.asUnread)),
      cache: cache)
    for (number, rule) in rules.enumerated() {
      var subjects: [String: Int] = [:]
      for (index, claim) in claims.enumerated()
      where rule.takes(claim) {
        let lists: [ClaimParts?] =
          rule.names.contains(.claimParts) ? ClaimParts.lists(of: index, in: claims) : [nil]
        for parts in lists {
          let subject = claim.subjectText
          subjects[subject, default: 0] += 1
          let verdict = ClaimVerdict(
            rule.assertion, readings.readings(of: index, parts: parts, for: rule))
          counts[number].add(verdict.verdict)
          guard let outcome = verdict.verdict.outcome else { continue }
          let ordinal = subjects[subject, default: 1]
          let finding = ClaimFinding(
            rule: rule, claims: claims, claim: index, parts: parts, outcome: outcome,
            reading: verdict.reading, subject: ordinal > 1 ? "\(subject)#\(ordinal)" : subject,
            isExplained: parts == nil && rule.names.isSuperset(of: [.claim, .table])
              && readings.isExplained(index),
            catalog: cache.catalog)
          add(finding, layout: layout, report: report)
        }
      }
    }
  }

  private mutating func add(_ finding: ClaimFinding, layout: LayoutPair, report: Int) {
    let named = panel.reports[report]
    let severity = finding.severity
    drafts.append(
      Draft(
        order: (
          finding.outcome == .unknown ? 1 : 0, Severity.allCases.firstIndex(of: severity) ?? 0,
          finding.rule.ruleIndex, report, finding.claim
        ),
        key: FindingID.key(
          rule: finding.rule.rule.id, body: named.body, year: named.year,
          subject: finding.subject, applicant: nil),
        finding: { id in
          finding.finding(id: id, body: named.body, year: named.year, layout: layout)
        }))
  }

  /// The findings in the order of a check, with ids that none of `others` has; and how each rule
  /// fared.
  func result(besides others: CheckResult) -> CheckResult {
    let sorted = drafts.enumerated().sorted {
      $0.element.order == $1.element.order
        ? $0.offset < $1.offset : $0.element.order < $1.element.order
    }.map(\.element)
    var ids = FindingID.unique(sorted.map(\.key), hash: FindingID.hash)
    let wanted = Set(ids)
    let taken = Set(others.findings.lazy.map(\.id).filter(wanted.contains))
    for index in ids.indices where taken.contains(ids[index]) {
      ids[index] = FindingID.full(of: sorted[index].key)
    }
    return CheckResult(
      findings: zip(sorted, ids).map { $0.finding($1) },
      tallies: zip(rules, counts).map { RuleTally(rule: $0.rule.id, counts: $1) })
  }
}

extension Claim {
  /// What findings call it: `outcome.granted + outcome.partial`, `requests.new[person]`,
  /// `period-start`.
  fileprivate var subjectText: String {
    guard !meanings.isEmpty else {
      return [.periodStart, .periodEnd, .year].contains(kind) ? kind.rawValue : "\(unit)"
    }
    return indicatorText + (applicants.isEmpty ? "" : "[\(applicantText)]")
  }
}
