import Bodies
import Panel

/// The reports of bodies that have others right below them, each with the reports of the same year
/// of those. Found in the whole panel, whatever part of it is checked.
struct ChildLinks: Sendable {
  /// Bodies right below one, with or without reports, by Unicode scalars.
  typealias Children = [String]

  /// The reports of bodies above, ascending.
  let reports: [Int]
  /// For each of them whose children they are, among `children`.
  let parentOfReport: [Int]
  /// For each of them where its children begin in `childReports`; one more at the end.
  let starts: [Int]
  /// For each child the position of its report of that year; -1 where there is none.
  let childReports: [Int32]
  /// By body above.
  let children: [Children]
  /// A bit a report, to the end of the last block: whether its body has others below it.
  let bits: [UInt64]

  /// Whether any report has bodies below its own.
  var isEmpty: Bool { reports.isEmpty }

  /// Attributes are given in files, which refuse circles and bodies above themselves.
  init(of panel: Panel, directory: BodyDirectory) {
    var below: [String: Children] = [:]
    for (body, parent) in directory.table.given(.parent) { below[parent, default: []].append(body) }
    let parents = below.compactMap { parent, children in
      let reports = panel.positions(ofBody: parent)
      return reports.isEmpty ? nil : (reports: reports, children: children)
    }.sorted { $0.reports.lowerBound < $1.reports.lowerBound }
    var bits = [UInt64](repeating: 0, count: panel.hasPrevious.count)
    var (reports, parentOfReport, starts): ([Int], [Int], [Int]) = ([], [], [0])
    var childReports: [Int32] = []
    for (number, parent) in parents.enumerated() {
      let own = parent.children.map { panel.positions(ofBody: $0) }
      for report in parent.reports {
        let year = panel.reports[report].year
        bits[report >> 6] |= 1 << UInt64(report & 63)
        reports.append(report)
        parentOfReport.append(number)
        for child in own {
          let position = child.first { panel.reports[$0].year == year }
          childReports.append(position.map(Int32.init) ?? -1)
        }
        starts.append(childReports.count)
      }
    }
    self.reports = reports
    self.parentOfReport = parentOfReport
    self.starts = starts
    self.childReports = childReports
    self.bits = bits
    children = parents.map(\.children)
  }

  /// The bodies below that of a report, each with its report of that year.
  func children(of report: Int) -> [(body: String, report: Int?)] {
    var (low, high) = (0, reports.count)
    while low < high {
      let middle = (low + high) / 2
      if reports[middle] < report { low = middle + 1 } else { high = middle }
    }
    guard low < reports.count, reports[low] == report else { return [] }
    return zip(children[parentOfReport[low]], childReports[starts[low]..<starts[low + 1]])
      .map { body, position in (body, position < 0 ? nil : Int(position)) }
  }
}
