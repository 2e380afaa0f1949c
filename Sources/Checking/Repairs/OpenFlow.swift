/// A flow over the arcs whose figures may change, where they are no forest: the figures that were
/// not read make it so.
struct OpenFlow {
  private let network: RepairNetwork
  /// What each arc holds now: its figure.
  private(set) var figures: [Int64]
  private var residuals: [Int64] = []
  private var cameBy: [Int]

  init(_ network: RepairNetwork) {
    self.network = network
    figures = Array(repeating: 0, count: network.arcs.count)
    cameBy = Array(repeating: -1, count: network.nodeCount + 1)
  }

  /// Moves residuals along the arcs until none is left.
  ///
  /// - Parameter arcs: those that may change.
  /// - Returns: nodes that together have too much or too little for the arcs that cross to the
  ///   others; `nil` where all nodes settle.
  mutating func cut(
    starts: [Int64], arcs: [Int], residuals: [Int64]
  ) -> (mask: UInt64, isSurplus: Bool)? {
    for index in starts.indices { figures[index] = starts[index] }
    self.residuals = residuals
    let ground = network.ground
    self.residuals[ground] = 0
    for node in 0..<ground {
      while self.residuals[node] > 0 {
        let reached = search(arcs, from: node) { other, residuals in
          other == ground || residuals[other] < 0
        }
        switch reached {
        case .nodes(let mask): return (mask, true)
        case .target(let target):
          let room = target == ground ? Int64.max : -self.residuals[target]
          let amount = move(to: target, from: node, atMost: min(self.residuals[node], room))
          self.residuals[node] -= amount
          if target != ground { self.residuals[target] += amount }
        }
      }
    }
    // Whatever is still too little can only come from the ground.
    for node in 0..<ground {
      while self.residuals[node] < 0 {
        let reached = search(arcs, from: ground) { other, _ in other == node }
        switch reached {
        case .nodes(let mask): return (((1 << UInt64(ground)) - 1) & ~mask, false)
        case .target:
          self.residuals[node] += move(to: node, from: ground, atMost: -self.residuals[node])
        }
      }
    }
    return nil
  }

  /// The smallest and greatest figure of an arc over all ways in which the balances hold.
  ///
  /// Call after `cut` found none.
  mutating func range(of arc: Int, arcs: [Int]) -> (lower: Int64, upper: Int64?) {
    let others = arcs.filter { $0 != arc }
    let (head, tail, now) = (network.arcs[arc].head, network.arcs[arc].tail, figures[arc])
    let saved = figures
    // To raise the figure, what it brings to the head must find a way back to the tail.
    var upper: Int64? = now
    while case .target = search(others, from: head, until: { node, _ in node == tail }) {
      let amount = move(to: tail, from: head, atMost: .max)
      guard amount < .max, let last = upper else {
        upper = nil
        break
      }
      upper = last + amount
    }
    figures = saved
    var lower = now
    while lower > 0,
      case .target = search(others, from: tail, until: { node, _ in node == head })
    {
      lower -= move(to: head, from: tail, atMost: lower)
    }
    figures = saved
    return (lower, upper)
  }

  private enum Reached {
    case target(Int)
    /// All nodes that can be reached.
    case nodes(UInt64)
  }

  /// Follows arcs from a node: forward without bound, backward as far as the figure goes down.
  private mutating func search(
    _ arcs: [Int], from start: Int, until isTarget: (Int, [Int64]) -> Bool
  ) -> Reached {
    var seen: UInt64 = 1 << UInt64(start)
    var queue = [start]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for index in arcs {
        let arc = network.arcs[index]
        let other: Int
        // Raising a figure takes from the tail and gives to the head.
        if arc.tail == node {
          other = arc.head
        } else if arc.head == node, figures[index] > 0 {
          other = arc.tail
        } else {
          continue
        }
        guard seen & (1 << UInt64(other)) == 0 else { continue }
        seen |= 1 << UInt64(other)
        cameBy[other] = index
        if isTarget(other, residuals) { return .target(other) }
        queue.append(other)
      }
    }
    return .nodes(seen)
  }

  /// Moves along the way that `search` found.
  ///
  /// - Returns: how much could be moved.
  private mutating func move(to target: Int, from start: Int, atMost wanted: Int64) -> Int64 {
    var amount = wanted
    var node = target
    while node != start {
      let arc = network.arcs[cameBy[node]]
      if arc.tail == node { amount = min(amount, figures[cameBy[node]]) }
      node = arc.tail == node ? arc.head : arc.tail
    }
    guard amount < .max else { return amount }
    node = target
    while node != start {
      let index = cameBy[node]
      let arc = network.arcs[index]
      figures[index] += arc.head == node ? amount : -amount
      node = arc.tail == node ? arc.head : arc.tail
    }
    return amount
  }
}
