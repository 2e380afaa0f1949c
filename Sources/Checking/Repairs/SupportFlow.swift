/// Works out what the arcs of a set change by, or shows a cut that the set cannot settle.
struct SupportFlow {
  enum Answer {
    /// What each chosen arc changes by, in the order given; `nil` where it is not determined.
    case amounts([Int64]?)
    /// Nodes that have together too much (or too little) for the arcs of the set.
    case cut(UInt64, isSurplus: Bool)
  }

  private let network: RepairNetwork
  private var residuals: [Int64]
  private var degrees: [Int]
  private var masks: [UInt64]
  private var open: OpenFlow

  init(_ network: RepairNetwork) {
    self.network = network
    let nodes = network.nodeCount + 1
    residuals = Array(repeating: 0, count: nodes)
    degrees = residuals.map { _ in 0 }
    masks = residuals.map { _ in 0 }
    open = OpenFlow(network)
  }

  mutating func solve(
    starts: [Int64], chosen: [Int], open openArcs: [Int], hasCycles: Bool
  ) -> Answer {
    for node in residuals.indices { residuals[node] = 0 }
    for (index, arc) in network.arcs.enumerated() {
      residuals[arc.head] += starts[index]
      residuals[arc.tail] -= starts[index]
    }
    guard openArcs.isEmpty, !hasCycles else {
      if let cut = open.cut(starts: starts, arcs: chosen + openArcs, residuals: residuals) {
        return .cut(cut.mask, isSurplus: cut.isSurplus)
      }
      return .amounts(nil)
    }
    return peel(starts: starts, chosen: chosen)
  }

  /// In a forest the arc at a leaf carries what the leaf lacks, and so on inwards.
  private mutating func peel(starts: [Int64], chosen: [Int]) -> Answer {
    for node in degrees.indices {
      degrees[node] = 0
      masks[node] = 1 << UInt64(node)
    }
    for index in chosen {
      degrees[network.arcs[index].head] += 1
      degrees[network.arcs[index].tail] += 1
    }
    var amounts = [Int64](repeating: 0, count: chosen.count)
    var isDone: UInt64 = 0
    for _ in chosen.indices {
      for (position, index) in chosen.enumerated() where isDone & (1 << UInt64(position)) == 0 {
        let arc = network.arcs[index]
        let headIsLeaf = degrees[arc.head] == 1 && arc.head != network.ground
        guard headIsLeaf || (degrees[arc.tail] == 1 && arc.tail != network.ground) else { continue }
        let (leaf, other) = headIsLeaf ? (arc.head, arc.tail) : (arc.tail, arc.head)
        let amount = headIsLeaf ? -residuals[leaf] : residuals[leaf]
        guard starts[index] + amount >= 0 else {
          return .cut(masks[leaf], isSurplus: headIsLeaf)
        }
        residuals[other] += residuals[leaf]
        residuals[leaf] = 0
        masks[other] |= masks[leaf]
        degrees[leaf] -= 1
        degrees[other] -= 1
        amounts[position] = amount
        isDone |= 1 << UInt64(position)
        break
      }
    }
    return .amounts(amounts)
  }
}
