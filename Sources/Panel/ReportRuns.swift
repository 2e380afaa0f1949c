/// Numbers of reports in some order, as stretches in which they follow each other: the reports of a
/// body often came one after the other.
struct ReportRuns: Sendable {
  struct Run: Sendable {
    let start: UInt32
    var count: UInt32
  }

  private(set) var runs: [Run] = []
  let count: Int

  init(_ order: [Int]) {
    count = order.count
    for report in order {
      if let last = runs.last, Int(last.start + last.count) == report {
        runs[runs.count - 1].count += 1
      } else {
        runs.append(Run(start: UInt32(report), count: 1))
      }
    }
  }
}
