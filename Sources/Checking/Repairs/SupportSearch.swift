/// Searches for all smallest sets of arcs that, changed, settle every node of a network.
///
/// A set of chosen and open arcs joins nodes to components. Every component must come to zero by
/// itself, so one that does not is a cut that some further arc must cross: the search branches over
/// the arcs that cross it in the direction needed. Where all come to zero but figures would have to
/// be negative, a flow finds the cut. Each set is met once: an arc that has been tried is closed to
/// its later siblings.
struct SupportSearch {
  /// A set of arcs with what each of them changes by; `nil` where open arcs leave it undetermined.
  struct Support: Equatable {
    /// Ascending.
    let arcs: [Int]
    let amounts: [Int64]?
  }

  enum End: Equatable {
    /// No set of this size or less.
    case nothing
    case found
    /// The budget ran out; what was found so far is not all.
    case exhausted
  }

  private let network: RepairNetwork
  private let stride: Int
  /// The component of each node, a stretch a depth. A component is called by one of its nodes.
  private var labels: [UInt8]
  /// The residual of each component, a stretch a depth.
  private var sums: [Int64]
  private var unsettled: [Int] = [0]
  /// What each arc starts from.
  private var starts: [Int64]
  private var openArcs: [Int] = []
  /// Chosen, tried, open, or not to be touched.
  private var isClosed: [Bool]
  private var chosen: [Int] = []
  private var closedStack: [Int] = []
  private var cycles = 0
  private var flow: SupportFlow
  private var steps = 0
  private var budget = 0
  private var isExhausted = false
  private(set) var found: [Support] = []

  init(_ network: RepairNetwork) {
    self.network = network
    stride = network.nodeCount + 1
    labels = Array(repeating: 0, count: stride)
    sums = Array(repeating: 0, count: stride)
    starts = Array(repeating: 0, count: network.arcs.count)
    isClosed = Array(repeating: false, count: network.arcs.count)
    flow = SupportFlow(network)
  }

  /// Prepares for a report.
  ///
  /// - Parameters:
  ///   - starts: what each arc starts from.
  ///   - figures: which arcs are open or must change.
  ///   - untouchable: arcs that are no longer to be changed.
  mutating func begin(starts: [Int64], figures: NetworkFigures, untouchable: [Int] = []) {
    for arc in starts.indices { self.starts[arc] = starts[arc] }
    for node in 0..<stride {
      labels[node] = UInt8(node)
      sums[node] = 0
    }
    openArcs.removeAll(keepingCapacity: true)
    chosen.removeAll(keepingCapacity: true)
    for (index, arc) in network.arcs.enumerated() {
      isClosed[index] = false
      let start = starts[index]
      sums[arc.head] += start
      sums[arc.tail] -= start
    }
    sums[network.ground] = 0
    cycles = 0
    for index in network.arcs.indices where figures.kinds[index] != .reported {
      isClosed[index] = true
      if figures.kinds[index] == .open { openArcs.append(index) } else { chosen.append(index) }
      if !join(index, from: 0, to: 0) { cycles += 1 }
    }
    for arc in untouchable { isClosed[arc] = true }
    for arc in network.trusted { isClosed[arc] = true }
    unsettled[0] = countUnsettled(at: 0)
  }

  /// How many arcs must change at the least.
  var leastSize: Int { chosen.count + leastFurther(at: 0) }

  /// Finds all sets of exactly `size` arcs, the impossible ones included, where there is no smaller
  /// one.
  mutating func search(size: Int, budget: Int) -> End {
    found.removeAll(keepingCapacity: true)
    steps = 0
    self.budget = budget
    isExhausted = false
    guard size >= chosen.count else { return .nothing }
    descend(depth: 0, left: size - chosen.count)
    return isExhausted ? .exhausted : found.isEmpty ? .nothing : .found
  }

  // MARK: Branching

  private mutating func descend(depth: Int, left: Int) {
    steps += 1
    guard steps <= budget else {
      isExhausted = true
      return
    }
    if unsettled[depth] == 0 {
      settle(depth: depth, left: left)
      return
    }
    guard left > 0 else { return }
    let (mask, isSurplus) = narrowestCut(at: depth)
    branch(mask, isSurplus: isSurplus, depth: depth, left: left)
  }

  /// All components come to zero: either figures can be found, or there is a cut.
  private mutating func settle(depth: Int, left: Int) {
    switch flow.solve(starts: starts, chosen: chosen, open: openArcs, hasCycles: cycles > 0) {
    case .amounts(let amounts):
      let order = chosen.indices.sorted { chosen[$0] < chosen[$1] }
      found.append(
        Support(
          arcs: order.map { chosen[$0] }, amounts: amounts.map { all in order.map { all[$0] } }))
    case .cut(let mask, let isSurplus):
      if left > 0 { branch(mask, isSurplus: isSurplus, depth: depth, left: left) }
    }
  }

  private mutating func branch(_ mask: UInt64, isSurplus: Bool, depth: Int, left: Int) {
    let closedBefore = closedStack.count
    var rest = mask
    while rest != 0 {
      let node = rest.trailingZeroBitCount
      rest &= rest &- 1
      for index in network.arcsAt[node] where !isClosed[index] {
        let arc = network.arcs[index]
        let headIsInside = arc.head == node
        let other = headIsInside ? arc.tail : arc.head
        if mask & (1 << UInt64(other)) != 0 { continue }
        // Lowering the figure helps where the head has too much or the tail too little; it cannot
        // go below zero.
        if headIsInside == isSurplus, starts[index] == 0 { continue }
        reserve(depth + 1)
        let isNew = join(index, from: depth, to: depth + 1)
        if leastFurther(at: depth + 1) > left - 1 { continue }
        isClosed[index] = true
        closedStack.append(index)
        chosen.append(index)
        if !isNew { cycles += 1 }
        descend(depth: depth + 1, left: left - 1)
        if !isNew { cycles -= 1 }
        chosen.removeLast()
        if isExhausted { break }
      }
      if isExhausted { break }
    }
    while closedStack.count > closedBefore { isClosed[closedStack.removeLast()] = false }
  }

  // MARK: Components

  private mutating func reserve(_ depth: Int) {
    guard unsettled.count <= depth else { return }
    labels.append(contentsOf: repeatElement(0, count: stride))
    sums.append(contentsOf: repeatElement(0, count: stride))
    unsettled.append(0)
  }

  /// Copies the components of a depth and joins the ends of an arc in the copy.
  ///
  /// - Returns: whether they were two.
  private mutating func join(_ arc: Int, from: Int, to: Int) -> Bool {
    let (source, target) = (from * stride, to * stride)
    var one = labels[source + network.arcs[arc].head]
    var other = labels[source + network.arcs[arc].tail]
    // The ground keeps its name, and whatever it is joined to comes to zero.
    if Int(other) == network.ground { swap(&one, &other) }
    let sum = sums[source + Int(one)] + sums[source + Int(other)]
    for node in 0..<stride {
      let label = labels[source + node]
      labels[target + node] = label == other ? one : label
      sums[target + node] = sums[source + node]
    }
    if one != other {
      sums[target + Int(other)] = 0
      sums[target + Int(one)] = Int(one) == network.ground ? 0 : sum
    }
    unsettled[to] = countUnsettled(at: to)
    return one != other
  }

  private func countUnsettled(at depth: Int) -> Int {
    var count = 0
    for node in depth * stride..<depth * stride + network.nodeCount where sums[node] != 0 {
      count += 1
    }
    return count
  }

  /// A bound from below on the arcs still needed: to settle a group of n components takes n - 1
  /// arcs, and only components of opposite residuals make a group of two.
  private func leastFurther(at depth: Int) -> Int {
    let count = unsettled[depth]
    guard count > 1 else { return count }
    // A component may also be settled by itself against the ground.
    if !network.arcsAt[network.ground].isEmpty { return (count + 1) / 2 }
    var pairs = 0
    let range = depth * stride..<depth * stride + network.nodeCount
    var taken: UInt64 = 0
    for one in range where sums[one] != 0 && taken & (1 << UInt64(one - range.lowerBound)) == 0 {
      for other in one + 1..<range.upperBound
      where sums[other] == -sums[one] && taken & (1 << UInt64(other - range.lowerBound)) == 0 {
        taken |= 1 << UInt64(other - range.lowerBound)
        pairs += 1
        break
      }
    }
    return count - (count + pairs) / 3
  }

  /// The unsettled component with the fewest arcs at its nodes.
  private func narrowestCut(at depth: Int) -> (mask: UInt64, isSurplus: Bool) {
    let base = depth * stride
    var best = (mask: UInt64(0), isSurplus: false)
    var least = Int.max
    for label in 0..<network.nodeCount where sums[base + label] != 0 {
      var mask: UInt64 = 0
      var degree = 0
      for node in 0..<network.nodeCount where Int(labels[base + node]) == label {
        mask |= 1 << UInt64(node)
        degree += network.arcsAt[node].count
      }
      if degree < least {
        least = degree
        best = (mask, sums[base + label] > 0)
      }
    }
    return best
  }
}
