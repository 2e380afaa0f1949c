import ReportModel

/// Finds out which row of a statistics table each line is, going down the lines of one table.
///
/// Rows of the same name under different groups (被依法纠错数 of 行政复议 and of 行政诉讼) are told
/// apart by what stands right above them: the row before them on the form. Anything else in between
/// leaves them open.
struct StatisticsResolver {
  private let labels: StatisticsLabels
  private let stretch: Int
  private let isOrdered: Bool
  private(set) var readings: [RowReading] = []
  private var last: RowPosition?

  init(_ labels: StatisticsLabels, stretch: Int, isOrdered: Bool) {
    self.labels = labels
    self.stretch = stretch
    self.isOrdered = isOrdered
  }

  /// A line that belongs to no row stands here.
  mutating func interrupt() { last = nil }

  /// - Returns: whether the line is a row, whatever may be wrong with it.
  @discardableResult
  mutating func take(_ line: StatisticsLine, under heads: StatisticsHeads) -> Bool {
    let row = row(of: line)
    if row == nil, let label = line.label, labels.isGroup(label), line.hasNoNumbers {
      last = nil
      return false
    }
    last = row
    var fault = line.fault
    if let row {
      let contradicts = line.groups.contains {
        $0 != line.label && labels.isGroup($0) && !labels.group($0, belongsTo: row)
      }
      if contradicts { fault = fault ?? .labelUnclear }
      fault = fault ?? unitFault(of: line, row)
    }
    let isSeveral = row == nil && line.label.map { !labels.candidates(for: $0).isEmpty } == true
    readings.append(
      RowReading(
        // A label that is one of several rows' must not be held against others.
        labels: isSeveral ? [] : line.label.map { [$0] } ?? [], seen: line.seen, groups: [],
        heads: heads.asHeads(
          units: labels.units(of: row, count: heads.columns.count), of: labels),
        figures: line.figures, fault: fault, stretch: stretch, region: line.region,
        isOrdered: isOrdered, place: line.place, row: row))
    return true
  }

  private func row(of line: StatisticsLine) -> RowPosition? {
    guard let label = line.label else { return nil }
    let candidates = labels.candidates(for: label)
    guard candidates.count > 1 else { return candidates.first }
    let following = candidates.filter { $0.row == (last?.row ?? -2) + 1 }
    return following.count == 1 ? following.first : nil
  }

  /// The unit beside a row must be the row's. For money nothing but its name will do.
  private func unitFault(of line: StatisticsLine, _ row: RowPosition) -> ReadingProblem.Kind? {
    let isMoney = labels.labels.row(at: row).unit?.isMoney ?? false
    guard let unit = line.unit, !FoldedText(unit).isEmpty else {
      return isMoney ? .unitUnclear : nil
    }
    return labels.isCounter(FoldedText(unit), of: row) ? nil : .unitUnclear
  }
}
