import Bodies
import Dispatch
import Panel

/// The reports of a year of bodies that have one level and sector: those that can be set beside
/// each other. Bodies of which either is not known have no peers.
struct PeerGroups: Sendable {
  /// So many peers must have a figure before anything is said of them.
  static let leastPeers = 20

  /// The positions of reports, those of one group next to each other and ascending.
  let reports: [UInt32]
  /// Where each group begins in `reports`; one more at the end.
  let starts: [Int]

  private struct Kind: Hashable {
    let level: BodyLevel
    let sector: String
  }

  init(of panel: Panel, directory: BodyDirectory) {
    let kinds = Self.kinds(of: panel.bodies, directory)
    var numbers: [Kind: Int] = [:]
    let kindOfBody = kinds.map { kind -> Int in
      guard let kind else { return -1 }
      if let number = numbers[kind] { return number }
      numbers[kind] = numbers.count
      return numbers.count - 1
    }
    let years = panel.years.count
    // Reports are counted, then laid out where the counts before them end.
    var starts = [Int](repeating: 0, count: numbers.count * years + 1)
    let group = { (report: Int) -> Int? in
      let kind = kindOfBody[Int(panel.bodyOfReport[report])]
      return kind < 0 ? nil : kind * years + Int(panel.yearOfReport[report])
    }
    for report in panel.reports.indices {
      if let group = group(report) { starts[group + 1] += 1 }
    }
    for group in starts.indices.dropFirst() { starts[group] += starts[group - 1] }
    var next = starts
    var reports = [UInt32](repeating: 0, count: starts.last ?? 0)
    for report in panel.reports.indices {
      guard let group = group(report) else { continue }
      reports[next[group]] = UInt32(report)
      next[group] += 1
    }
    self.reports = reports
    self.starts = starts
  }

  /// On all cores: names take long to come apart.
  private static func kinds(of bodies: [String], _ directory: BodyDirectory) -> [Kind?] {
    var kinds = [Kind?](repeating: nil, count: bodies.count)
    let parts = min(64, max(1, bodies.count))
    kinds.withUnsafeMutableBufferPointer { kinds in
      // Each part writes to its own elements alone.
      nonisolated(unsafe) let kinds = kinds
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        for body in (bodies.count * part / parts)..<(bodies.count * (part + 1) / parts) {
          kinds[body] = directory.kind(of: bodies[body]).map {
            Kind(level: $0.level, sector: $0.sector)
          }
        }
      }
    }
    return kinds
  }
}
