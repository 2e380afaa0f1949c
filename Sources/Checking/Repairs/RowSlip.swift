import ReportModel

/// A slip that put several figures of a row or column wrong at once, undone.
struct RowSlip: Equatable {
  struct Step: Equatable {
    let arc: Int
    let to: Int64
  }

  let slip: Repair.Slip
  let cost: Int
  /// At least two, each to another figure than the one that the page shows.
  let steps: [Step]
}

/// The slips with whole rows and columns that a report could show.
struct RowSlips: Sendable {
  private let network: RepairNetwork
  private let costs: RepairCosts.Rows
  /// The arcs of each row of table 3 in the order of the applicants, the total column last.
  private let rows: [[Int]]
  /// Pairs of rows whose exchange any balance would notice.
  private let pairs: [(Int, Int)]

  init(_ network: RepairNetwork, cells: [CellKey], costs: RepairCosts.Rows) {
    self.network = network
    self.costs = costs
    var arcs: [IndicatorCode: [Int]] = [:]
    var order: [IndicatorCode] = []
    for (index, arc) in network.arcs.enumerated() where cells[arc.cell].applicant != nil {
      let code = cells[arc.cell].indicator
      if arcs[code] == nil { order.append(code) }
      arcs[code, default: []].append(index)
    }
    let rows = order.compactMap { code -> [Int]? in
      let row = (arcs[code] ?? []).sorted {
        (cells[network.arcs[$0].cell].applicant ?? .total)
          < (cells[network.arcs[$1].cell].applicant ?? .total)
      }
      return row.count == Applicant.allCases.count ? row : nil
    }
    self.rows = rows
    let ends = rows.map { Self.columnEnds(of: $0, in: network) }
    pairs = rows.indices.flatMap { one in
      (one + 1..<rows.count).compactMap { ends[one] == ends[$0] ? nil : (one, $0) }
    }
  }

  /// The nodes at both ends of each figure of a row, without the row's own balance.
  private static func columnEnds(of row: [Int], in network: RepairNetwork) -> [[Int]] {
    let ends = row.map { Set([network.arcs[$0].head, network.arcs[$0].tail]) }
    let own = ends.dropFirst().reduce(ends[0]) { $0.intersection($1) }
    return row.map { arc in
      [network.arcs[arc].head, network.arcs[arc].tail].map { own.contains($0) ? -1 : $0 }
    }
  }

  /// Every slip that the figures could show.
  func candidates(_ figures: NetworkFigures, starts: [Int64]) -> [RowSlip] {
    let readRows = rows.indices.filter { row in
      rows[row].allSatisfy { figures.kinds[$0] == .reported }
    }
    var isRead = [Bool](repeating: false, count: rows.count)
    for row in readRows { isRead[row] = true }
    var result = network.totals.compactMap { missingTotals($0, figures, starts) }
    for row in readRows { result += shifts(of: rows[row], starts) }
    for (one, other) in pairs
    where isRead[one] && isRead[other] && differ(rows[one], rows[other], starts) {
      let steps = exchange(rows[one], rows[other], starts)
      guard steps.allSatisfy({ $0.to >= 0 }) else { continue }
      result.append(
        RowSlip(
          slip: .rowsSwapped,
          cost: other == one + 1 ? costs.neighboursSwapped : costs.swapped, steps: steps))
    }
    return network.arcs.allSatisfy { $0.weight == 1 } ? result : result.compactMap(weighed)
  }

  /// A slip at the weight of its heaviest figure; `nil` where it changes one that is trusted.
  private func weighed(_ slip: RowSlip) -> RowSlip? {
    var most = 1
    for step in slip.steps {
      guard let weight = network.arcs[step.arc].weight else { return nil }
      most = max(most, weight)
    }
    return RowSlip(slip: slip.slip, cost: slip.cost * most, steps: slip.steps)
  }

  private func add(
    _ steps: [RowSlip.Step], _ slip: Repair.Slip, cost: Int, _ starts: [Int64],
    to result: inout [RowSlip]
  ) {
    let real = steps.filter { $0.to != starts[$0.arc] }
    if real.count > 1, real.allSatisfy({ $0.to >= 0 }) {
      result.append(RowSlip(slip: slip, cost: cost, steps: real))
    }
  }

  /// Whether an exchange would change anything: most rows of most reports hold nothing but zeros.
  private func differ(_ one: [Int], _ other: [Int], _ starts: [Int64]) -> Bool {
    for place in one.indices where starts[one[place]] != starts[other[place]] { return true }
    return false
  }

  private func exchange(_ one: [Int], _ other: [Int], _ starts: [Int64]) -> [RowSlip.Step] {
    var steps: [RowSlip.Step] = []
    steps.reserveCapacity(2 * one.count)
    for (left, right) in zip(one, other) where starts[left] != starts[right] {
      steps.append(RowSlip.Step(arc: left, to: starts[right]))
      steps.append(RowSlip.Step(arc: right, to: starts[left]))
    }
    return steps
  }

  /// A row whose figures stand one column to the right or left of where they belong, with or
  /// without the total. The column that they left shows 0; the figure that fell off follows from
  /// the others.
  private func shifts(of row: [Int], _ starts: [Int64]) -> [RowSlip] {
    let printed = row.map { starts[$0] }
    let last = printed.count - 1
    guard let total = printed.last, printed.contains(where: { $0 != 0 }) else { return [] }
    var result: [RowSlip] = []
    func propose(_ figures: [Int64]) {
      let steps = zip(row, figures).map { RowSlip.Step(arc: $0, to: $1) }
      add(steps, .rowShifted, cost: costs.shifted, starts, to: &result)
    }
    if printed[0] == 0 {
      let parts = Array(printed[1...])
      propose(parts + [parts.reduce(0, +)])
      let kept = Array(printed[1..<last])
      propose(kept + [total - kept.reduce(0, +), total])
    }
    if total == 0 {
      let moved = Array(printed[..<last])
      propose([moved[last - 1] - moved[..<(last - 1)].reduce(0, +)] + moved)
    }
    if printed[last - 1] == 0 {
      let moved = Array(printed[..<(last - 1)])
      propose([total - moved.reduce(0, +)] + moved + [total])
    }
    return result
  }

  /// The totals of a row or column that stand at zero though their parts do not.
  private func missingTotals(
    _ totals: [RepairNetwork.Total], _ figures: NetworkFigures, _ starts: [Int64]
  ) -> RowSlip? {
    var steps: [RowSlip.Step] = []
    for total in totals
    where figures.kinds[total.arc] == .reported && starts[total.arc] == 0
      && total.parts.allSatisfy({ figures.kinds[$0] == .reported })
    {
      let sum = total.parts.reduce(Int64(0)) { $0 + starts[$1] }
      if sum > 0 { steps.append(RowSlip.Step(arc: total.arc, to: sum)) }
    }
    guard steps.count > 1 else { return nil }
    return RowSlip(slip: .totalMissing, cost: costs.totalsMissing, steps: steps)
  }
}
