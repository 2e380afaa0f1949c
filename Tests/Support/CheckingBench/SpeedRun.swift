import Checking
import Dispatch
import Foundation
import Panel
import ReportModel

/// Reports a second through all in-report rules, findings listed.
struct SpeedRun {
  let reports: Int
  let runs: Int

  func run() throws {
    let panel = CheckingBench.corpus(reports).panel
    let checker = try Checker(ruleSet: .standard, catalog: .standard)
    var best = Double.infinity
    var findings = 0
    var processor = 0.0
    var seconds: [Double] = []
    for _ in 0..<max(1, runs) {
      let (wall, used) = (Self.clock(CLOCK_MONOTONIC), Self.clock(CLOCK_PROCESS_CPUTIME_ID))
      let result = checker.check(panel, selecting: CheckingBench.inReportRules)
      let spent = Self.clock(CLOCK_MONOTONIC) - wall
      seconds.append(spent)
      if spent < best {
        best = spent
        processor = Self.clock(CLOCK_PROCESS_CPUTIME_ID) - used
      }
      findings = result.findings.count
    }
    let once = (0..<3).map { _ in Self.readOnce(panel) }.min() ?? 0
    var usage = rusage()
    getrusage(numericCast(RUSAGE_SELF.rawValue), &usage)
    let median = seconds.sorted()[seconds.count / 2]
    print(
      """
      {"reports": \(reports), "findings": \(findings), "best": \(best), "median": \(median), \
      "processor": \(processor), "read_once": \(once), "peak_mb": \(usage.ru_maxrss / 1024)}
      """)
  }

  /// The seconds that it takes to add up the columns that the rules look at, on all cores: what
  /// memory alone asks for, without a rule or a finding.
  private static func readOnce(_ panel: Panel) -> Double {
    let columns = panel.columns.values.filter { $0.key.applicant != nil || isOfTableFour($0.key) }
      .map(\.plainFigures)
    let count = panel.reports.count
    var sums = [Int32](repeating: 0, count: columns.count)
    let start = clock(CLOCK_MONOTONIC)
    sums.withUnsafeMutableBufferPointer { sums in
      // Each column writes to its own place alone; the columns only read.
      nonisolated(unsafe) let (sums, columns) = (sums, columns)
      DispatchQueue.concurrentPerform(iterations: columns.count) { index in
        let slots = UnsafeBufferPointer(start: columns[index].slots, count: count)
        sums[index] = slots.reduce(0, &+)
      }
    }
    let seconds = clock(CLOCK_MONOTONIC) - start
    // The sums must not be left out.
    return sums.reduce(0, &+) == Int32.min ? 0 : seconds
  }

  private static func isOfTableFour(_ key: CellKey) -> Bool {
    ["review.", "suit_"].contains { key.indicator.text.hasPrefix($0) }
  }

  static func clock(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
