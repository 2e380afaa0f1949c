import ReportModel

/// Puts reports in the order of a panel: by body, then year; of one body and year the later counts.
enum ReportOrder {
  /// The numbers of the reports that count, in their order.
  static func current(_ reports: [PanelReport]) -> [Int] {
    let ranks = bodyRanks(reports)
    // Into a place for each body first, in the order in which they came; a body has few reports.
    var ends = Array(repeating: 0, count: (ranks.max().map { Int($0) + 1 } ?? 0) + 1)
    for rank in ranks { ends[Int(rank) + 1] += 1 }
    for body in ends.indices.dropFirst() { ends[body] += ends[body - 1] }
    var places = ends
    var sorted = Array(repeating: 0, count: reports.count)
    for (report, rank) in ranks.enumerated() {
      sorted[places[Int(rank)]] = report
      places[Int(rank)] += 1
    }
    var order: [Int] = []
    order.reserveCapacity(reports.count)
    for body in ends.indices.dropLast() {
      var ofBody = sorted[ends[body]..<ends[body + 1]]
      ofBody.sort { (reports[$0].year, $0) < (reports[$1].year, $1) }
      let start = order.count
      for report in ofBody {
        if order.count > start, let last = order.last, reports[last].year == reports[report].year {
          order.removeLast()
        }
        order.append(report)
      }
    }
    return order
  }

  /// For each report the place of its body among all, by Unicode scalars: names are compared once
  /// each and not once a report.
  private static func bodyRanks(_ reports: [PanelReport]) -> [UInt32] {
    var numbers: [ExactText: UInt32] = [:]
    var names: [ExactText] = []
    var numberOfReport: [UInt32] = []
    numberOfReport.reserveCapacity(reports.count)
    for (index, report) in reports.enumerated() {
      let name = ExactText(report.body)
      if index > 0, report.hasBody(of: reports[index - 1]) {
        numberOfReport.append(numberOfReport[index - 1])
      } else if let number = numbers[name] {
        numberOfReport.append(number)
      } else {
        let number = UInt32(names.count)
        numbers[name] = number
        names.append(name)
        numberOfReport.append(number)
      }
    }
    let sorted = names.indices.sorted { names[$0] < names[$1] }
    var ranks = Array(repeating: UInt32(0), count: names.count)
    for (rank, number) in sorted.enumerated() { ranks[number] = UInt32(rank) }
    return numberOfReport.map { ranks[Int($0)] }
  }
}
