import ReportModel

/// Puts reports in the order of a panel: by body, then year; of one body and year the later counts.
enum ReportOrder {
  /// The numbers of the reports that count, in their order.
  static func current(_ reports: [PanelReport]) -> [Int] {
    guard let ranks = bodyRanks(reports) else { return compared(reports) }
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
  ///
  /// - Returns: `nil` where two names are spellings of one text, which Swift holds for equal.
  private static func bodyRanks(_ reports: [PanelReport]) -> [UInt32]? {
    var numbers: [String: UInt32] = [:]
    var names: [String] = []
    var numberOfReport: [UInt32] = []
    numberOfReport.reserveCapacity(reports.count)
    for (index, report) in reports.enumerated() {
      if index > 0, report.hasBody(of: reports[index - 1]) {
        numberOfReport.append(numberOfReport[index - 1])
      } else if let number = numbers[report.body] {
        guard names[Int(number)].utf8.elementsEqual(report.body.utf8) else { return nil }
        numberOfReport.append(number)
      } else {
        let number = UInt32(names.count)
        numbers[report.body] = number
        names.append(report.body)
        numberOfReport.append(number)
      }
    }
    let sorted = names.indices.sorted {
      names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8)
    }
    var ranks = Array(repeating: UInt32(0), count: names.count)
    for (rank, number) in sorted.enumerated() { ranks[number] = UInt32(rank) }
    return numberOfReport.map { ranks[Int($0)] }
  }

  /// The same, report against report.
  private static func compared(_ reports: [PanelReport]) -> [Int] {
    let sorted = reports.indices.sorted { left, right in
      let (a, b) = (reports[left], reports[right])
      if a.precedes(b) { return true }
      if b.precedes(a) { return false }
      return left < right
    }
    var order: [Int] = []
    for index in sorted {
      if let last = order.last, !reports[last].precedes(reports[index]) { order.removeLast() }
      order.append(index)
    }
    return order
  }
}
