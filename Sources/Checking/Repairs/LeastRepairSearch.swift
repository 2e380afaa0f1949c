import ReportModel

/// Finds the repairs of least weight on one network: what row slips to undo and which single
/// figures to change besides.
struct LeastRepairSearch {
  /// A repair in terms of the network.
  struct Solution: Equatable {
    let rowSlips: [RowSlip]
    let support: SupportSearch.Support
    let cost: Int
  }

  struct Outcome {
    /// In the order of the form, at most as many as were asked for.
    let solutions: [Solution]
    let count: Int
    let isProven: Bool
  }

  /// How many row slips and how many changed figures a stage of the search looks for.
  private struct Stage {
    let rowSlips: Int
    let size: Int
    let leastCost: Int
  }

  /// More changes than this are not looked for: such a table has no likeliest repair.
  private static let maximumSize = 8

  private let network: RepairNetwork
  private let costs: RepairCosts
  private let budget: Int
  private let slips: RowSlips?
  private let stages: [Stage]
  private var support: SupportSearch
  private var starts: [Int64]
  /// By how much the figures as they stand miss each node's balance; whatever leaves the network is
  /// behind the last.
  private var residuals: [Int64] = []

  init(_ network: RepairNetwork, cells: [CellKey], costs: RepairCosts, budget: Int) {
    self.network = network
    self.costs = costs
    self.budget = budget
    slips = costs.rows.map { RowSlips(network, cells: cells, costs: $0) }
    support = SupportSearch(network)
    starts = Array(repeating: 0, count: network.arcs.count)
    stages = (0...(costs.rows == nil ? 0 : 2)).flatMap { rowSlips in
      (0...Self.maximumSize).map { size in
        Stage(
          rowSlips: rowSlips, size: size,
          leastCost: rowSlips * (costs.rows?.least ?? 0) + size * costs.slip)
      }
    }.sorted { $0.leastCost != $1.leastCost ? $0.leastCost < $1.leastCost : $0.size < $1.size }
  }

  /// - Parameter listed: how many repairs to give; all are counted.
  mutating func run(_ figures: NetworkFigures, listed: Int) -> Outcome {
    for arc in starts.indices { starts[arc] = figures.start(arc) }
    residuals = Array(repeating: 0, count: network.nodeCount + 1)
    for (index, arc) in network.arcs.enumerated() {
      residuals[arc.head] += starts[index]
      residuals[arc.tail] -= starts[index]
    }
    support.begin(starts: starts, figures: figures)
    let least = support.leastSize
    var tally = Tally(listed: listed)
    var isProven = true
    var candidates: [RowSlip]?
    for stage in stages where stage.rowSlips > 0 || stage.size >= least {
      if let best = tally.best, stage.leastCost > best { break }
      if stage.rowSlips == 0 {
        support.begin(starts: starts, figures: figures)
        if !search(stage.size, [], figures, &tally) { isProven = false }
      } else {
        let all = candidates ?? slips?.candidates(figures, starts: starts) ?? []
        candidates = all
        if !search(stage, all, figures, &tally) { isProven = false }
      }
      // What a budget could not decide, a larger size will not either.
      if !isProven { break }
    }
    return Outcome(
      solutions: tally.solutions, count: tally.count, isProven: isProven && tally.best != nil)
  }

  /// Undoes every choice of row slips and looks for the changes still needed.
  ///
  /// - Returns: whether the budget sufficed.
  private mutating func search(
    _ stage: Stage, _ candidates: [RowSlip], _ figures: NetworkFigures, _ tally: inout Tally
  ) -> Bool {
    var isComplete = true
    for (index, first) in candidates.enumerated() {
      if stage.rowSlips == 1 {
        guard isWorthwhile([first], size: stage.size) else { continue }
        isComplete = search(stage.size, [first], figures, &tally) && isComplete
        continue
      }
      for second in candidates[(index + 1)...]
      where isDisjoint(first, second) && isWorthwhile([first, second], size: stage.size) {
        isComplete = search(stage.size, [first, second], figures, &tally) && isComplete
      }
    }
    return isComplete
  }

  private func isDisjoint(_ one: RowSlip, _ other: RowSlip) -> Bool {
    !one.steps.contains { step in other.steps.contains { $0.arc == step.arc } }
  }

  /// Whether the nodes that stay unsettled could be settled by so many changes.
  private func isWorthwhile(_ rowSlips: [RowSlip], size: Int) -> Bool {
    var residuals = residuals
    for slip in rowSlips {
      for step in slip.steps {
        let change = step.to - starts[step.arc]
        residuals[network.arcs[step.arc].head] += change
        residuals[network.arcs[step.arc].tail] -= change
      }
    }
    return residuals.dropLast().count { $0 != 0 } <= 2 * size
  }

  /// - Returns: whether the budget sufficed.
  private mutating func search(
    _ size: Int, _ rowSlips: [RowSlip], _ figures: NetworkFigures, _ tally: inout Tally
  ) -> Bool {
    var from = starts
    if !rowSlips.isEmpty {
      let steps = rowSlips.flatMap(\.steps)
      for step in steps { from[step.arc] = step.to }
      support.begin(starts: from, figures: figures, untouchable: steps.map(\.arc))
      guard support.leastSize <= size else { return true }
    }
    let end = support.search(size: size, budget: budget)
    // Where figures weigh differently, larger sets are looked at after smaller ones were found.
    for found in support.found where found.arcs.count == size {
      let cost =
        rowSlips.reduce(0) { $0 + $1.cost } + self.cost(of: found, figures, from)
      tally.add(Solution(rowSlips: rowSlips, support: found, cost: cost))
    }
    return end != .exhausted
  }

  private func cost(
    of support: SupportSearch.Support, _ figures: NetworkFigures, _ from: [Int64]
  ) -> Int {
    guard let amounts = support.amounts else {
      return support.arcs.reduce(0) { $0 + weight($1) * costs.change }
    }
    return zip(support.arcs, amounts).reduce(0) { sum, change in
      let (arc, amount) = change
      let slip = slip(at: arc, figures, to: from[arc] + amount)
      return sum + weight(arc) * (slip == .unexplained ? costs.change : costs.slip)
    }
  }

  private func weight(_ arc: Int) -> Int { network.arcs[arc].weight ?? 1 }

  /// What explains a single figure's change.
  func slip(at arc: Int, _ figures: NetworkFigures, to value: Int64) -> Repair.Slip {
    let printed = figures.printed[arc]
    if printed == 0, value > 0, network.isTotal[arc] { return .totalMissing }
    return DigitSlip.slip(printed: printed, true: value) ?? .unexplained
  }

  /// The best solutions so far.
  private struct Tally {
    let listed: Int
    var solutions: [Solution] = []
    var count = 0
    var best: Int?

    init(listed: Int) {
      self.listed = listed
    }

    mutating func add(_ solution: Solution) {
      if let best, solution.cost > best { return }
      if best.map({ solution.cost < $0 }) ?? true {
        best = solution.cost
        count = 0
        solutions.removeAll(keepingCapacity: true)
      }
      count += 1
      let place = solutions.firstIndex { Self.precedes(solution, $0) } ?? solutions.count
      guard place < listed else { return }
      solutions.insert(solution, at: place)
      if solutions.count > listed { solutions.removeLast() }
    }

    /// Undone row slips before single changes, then in the order of the form.
    private static func precedes(_ one: Solution, _ other: Solution) -> Bool {
      let (left, right) = (key(one), key(other))
      return left.lexicographicallyPrecedes(right)
    }

    private static func key(_ solution: Solution) -> [Int] {
      [-solution.rowSlips.count] + solution.rowSlips.flatMap { $0.steps.map(\.arc) }
        + solution.support.arcs
    }
  }
}
