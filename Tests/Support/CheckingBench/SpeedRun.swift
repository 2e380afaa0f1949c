import Checking
import Foundation
import Panel

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
    var usage = rusage()
    getrusage(numericCast(RUSAGE_SELF.rawValue), &usage)
    let median = seconds.sorted()[seconds.count / 2]
    print(
      """
      {"reports": \(reports), "findings": \(findings), "best": \(best), "median": \(median), \
      "processor": \(processor), "peak_mb": \(usage.ru_maxrss / 1024)}
      """)
  }

  static func clock(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
