import Panel
import ReportModel

/// The balances of one part of a layout, bound to the columns of a panel.
struct RepairPart {
  let cells: [CellKey]
  private let network: RepairNetwork
  private let columns: [PanelColumn?]
  /// Of each column whose figures are whole numbers where the small ones stand.
  private let plain: [PanelColumn.PlainFigures?]
  private var figures: NetworkFigures
  private var search: LeastRepairSearch
  private var flow: OpenFlow

  /// - Returns: `nil` where the balances are no network: nothing is proposed then.
  init?(_ system: IdentitySystem, panel: Panel, costs: RepairCosts, budget: Int) {
    guard let network = RepairNetwork(system) else { return nil }
    self.network = network
    cells = network.arcs.map { system.cells[$0.cell] }
    columns = cells.map { panel.columns[$0] }
    plain = columns.map { $0.flatMap { $0.scale == 0 ? $0.plainFigures : nil } }
    figures = NetworkFigures(network)
    search = LeastRepairSearch(network, cells: system.cells, costs: costs, budget: budget)
    flow = OpenFlow(network)
  }

  /// - Returns: `nil` where the balances hold and nothing is open.
  mutating func advice(at report: Int, listed: Int) -> RepairAdvice? {
    var hasOpen = false
    for arc in columns.indices {
      if let plain = plain[arc], plain.bits[report >> 6] & (1 << UInt64(report & 63)) != 0 {
        figures.set(arc, reported: Int64(plain.slots[report]))
      } else if let column = columns[arc], column.state(at: report) == .reported, column.scale == 0
      {
        figures.set(arc, reported: column.value(at: report))
      } else {
        figures.setOpen(arc)
        hasOpen = true
      }
    }
    let outcome = search.run(figures, listed: listed)
    if !hasOpen, outcome.isProven, outcome.solutions.first?.cost == 0 { return nil }
    return RepairAdvice(
      cells: cells, repairs: outcome.solutions.map { repair($0) }, count: outcome.count,
      isProven: outcome.isProven)
  }

  private mutating func repair(_ solution: LeastRepairSearch.Solution) -> Repair {
    var starts = figures.printed.indices.map { figures.start($0) }
    var changes: [(arc: Int, change: Repair.Change)] = []
    for rowSlip in solution.rowSlips {
      for step in rowSlip.steps {
        changes.append((step.arc, change(step.arc, to: CountRange(exactly: step.to), rowSlip.slip)))
        starts[step.arc] = step.to
      }
    }
    let support = solution.support
    let open = figures.kinds.indices.filter { figures.kinds[$0] == .open }
    var deductions: [Repair.Deduction] = []
    if let amounts = support.amounts {
      for (arc, amount) in zip(support.arcs, amounts) {
        let to = starts[arc] + amount
        changes.append(
          (arc, change(arc, to: CountRange(exactly: to), search.slip(at: arc, figures, to: to))))
      }
    } else if settle(starts, support.arcs + open) {
      for arc in support.arcs {
        let range = flow.range(of: arc, arcs: support.arcs + open)
        let to = CountRange(lower: range.lower, upper: range.upper)
        let slip = to.exact.map { search.slip(at: arc, figures, to: $0) } ?? .unexplained
        changes.append((arc, change(arc, to: to, slip)))
      }
      for arc in open {
        let range = flow.range(of: arc, arcs: support.arcs + open)
        if range.lower == range.upper {
          deductions.append(Repair.Deduction(key: cells[arc], value: range.lower))
        }
      }
    }
    return Repair(
      changes: changes.sorted { $0.arc < $1.arc }.map(\.change), deductions: deductions,
      cost: solution.cost)
  }

  private mutating func settle(_ starts: [Int64], _ arcs: [Int]) -> Bool {
    var residuals = [Int64](repeating: 0, count: network.nodeCount + 1)
    for (index, arc) in network.arcs.enumerated() {
      residuals[arc.head] += starts[index]
      residuals[arc.tail] -= starts[index]
    }
    return flow.cut(starts: starts, arcs: arcs, residuals: residuals) == nil
  }

  private func change(_ arc: Int, to: CountRange, _ slip: Repair.Slip) -> Repair.Change {
    Repair.Change(key: cells[arc], from: Quantity(figures.printed[arc]), to: to, slip: slip)
  }
}
