import Checking
import Foundation
import Panel
import ReportModel
import SimulatedReports

/// Times the least repairs of faulty reports and counts how often the planted error is among them;
/// counts what the rules find.
struct RepairRun {
  let reports: Int

  func run() throws {
    let corpus = CheckingBench.corpus(reports)
    let result = try Checker(ruleSet: .standard, catalog: .standard)
      .check(corpus.panel, selecting: CheckingBench.inReportRules)
    var faulty: Set<Int> = []
    for finding in result.findings {
      if let report = corpus.panel.position(body: finding.body, year: finding.year) {
        faulty.insert(report)
      }
    }
    var repairer = try Repairer(ruleSet: .standard, catalog: .standard, panel: corpus.panel)
    var times: [Double] = []
    var hits: [PlantedError.Kind: (found: Int, all: Int)] = [:]
    var unproven = 0
    _ = repairer.advice(at: 0)
    for (report, error) in corpus.errors.sorted(by: { $0.key < $1.key }) {
      let start = SpeedRun.clock(CLOCK_MONOTONIC)
      let advice = repairer.advice(at: report)
      times.append((SpeedRun.clock(CLOCK_MONOTONIC) - start) * 1e6)
      if advice.contains(where: { !$0.isProven }) { unproven += 1 }
      let all = repairer.advice(at: report, listed: .max)
      let isHit = all.contains { $0.repairs.contains { error.isUndone(by: $0) } }
      hits[error.kind, default: (0, 0)].all += 1
      if isHit { hits[error.kind, default: (0, 0)].found += 1 }
    }
    times.sort()
    let all = hits.values.reduce((0, 0)) { ($0.0 + $1.found, $0.1 + $1.all) }
    print("reports \(reports), planted \(corpus.errors.count)")
    print(
      "found \(faulty.intersection(corpus.errors.keys).count), "
        + "in sound reports \(faulty.subtracting(corpus.errors.keys).count)")
    print("planted cells among the least repairs: \(all.0) of \(all.1), unproven \(unproven)")
    for kind in PlantedError.Kind.allCases {
      print("  \(kind.rawValue): \(hits[kind]?.found ?? 0) of \(hits[kind]?.all ?? 0)")
    }
    let isMet =
      faulty == Set(corpus.errors.keys) && all.0 * 100 >= all.1 * 99 && unproven == 0
    guard !times.isEmpty else { return }
    func at(_ part: Double) -> String {
      String(format: "%.1f", times[min(times.count - 1, Int(Double(times.count) * part))])
    }
    print(
      "microseconds a faulty report: median \(at(0.5)), p95 \(at(0.95)), p99 \(at(0.99)), "
        + "most \(at(1))")
    if !isMet { exit(1) }
  }
}
