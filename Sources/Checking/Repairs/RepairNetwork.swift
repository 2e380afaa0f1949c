/// The balances of one part of a report as a network: each balance is a node, each cell an arc
/// between the two balances that it stands in, or between one and the ground.
///
/// What is wrong at a node is its residual. Raising an arc's figure by 1 raises the residual of its
/// head by 1 and lowers that of its tail, so that whole figures have whole repairs.
struct RepairNetwork: Sendable {
  /// As many nodes as the masks of the search have bits, without the ground.
  static let maximumNodes = 62

  struct Arc: Sendable {
    /// A position among the cells of the system.
    let cell: Int
    /// A node, or `ground`.
    let head: Int
    let tail: Int
    /// How many other changes a change of it weighs; `nil` where it is trusted.
    let weight: Int?
  }

  /// A balance by which one cell is the sum of the others.
  struct Total: Sendable {
    /// The arc of the total.
    let arc: Int
    /// The arcs of its parts.
    let parts: [Int]
  }

  /// In the order of the form.
  let arcs: [Arc]
  /// The arcs that no repair may change.
  let trusted: [Int]
  let nodeCount: Int
  /// The arcs at each node, ascending.
  let arcsAt: [[Int]]
  /// The totals that one rule lays down: a total row or a total column.
  let totals: [[Total]]
  let isTotal: [Bool]

  /// The node that takes up whatever reaches it.
  var ground: Int { nodeCount }

  /// - Returns: `nil` where the balances are no network, or one of too many nodes.
  init?(_ system: IdentitySystem) {
    guard let kept = IdentityReduction.reduced(system.identities),
      kept.count <= Self.maximumNodes,
      let turned = Self.turned(kept)
    else { return nil }
    nodeCount = kept.count
    let used = Set(kept.flatMap(\.terms).map(\.cell)).sorted()
    let arcOfCell = Dictionary(
      used.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var heads = [Int](repeating: kept.count, count: used.count)
    var tails = heads
    for (node, identity) in kept.enumerated() {
      for term in identity.terms {
        guard let arc = arcOfCell[term.cell] else { return nil }
        if (term.sign > 0) == turned[node] { tails[arc] = node } else { heads[arc] = node }
      }
    }
    let arcs = used.enumerated().map {
      Arc(cell: $1, head: heads[$0], tail: tails[$0], weight: system.weight(ofCell: $1))
    }
    self.arcs = arcs
    trusted = arcs.indices.filter { arcs[$0].weight == nil }
    var arcsAt = [[Int]](repeating: [], count: kept.count + 1)
    for (index, arc) in arcs.enumerated() {
      arcsAt[arc.head].append(index)
      arcsAt[arc.tail].append(index)
    }
    self.arcsAt = arcsAt
    var groups: [String: [Total]] = [:]
    var isTotal = [Bool](repeating: false, count: used.count)
    for identity in system.identities {
      guard let total = identity.total, let arc = arcOfCell[total.cell] else { continue }
      isTotal[arc] = true
      groups[identity.rule, default: []].append(
        Total(
          arc: arc,
          parts: identity.terms.filter { $0.cell != total.cell }.compactMap { arcOfCell[$0.cell] }))
    }
    totals = groups.sorted { $0.key < $1.key }.map(\.value)
    self.isTotal = isTotal
  }

  /// Which balances must be read with their signs turned so that each cell that stands in two is
  /// added in one and subtracted in the other; `nil` where no choice does it.
  private static func turned(_ identities: [Identity]) -> [Bool]? {
    var uses: [Int: [(node: Int, sign: Int)]] = [:]
    for (node, identity) in identities.enumerated() {
      for term in identity.terms { uses[term.cell, default: []].append((node, term.sign)) }
    }
    var turned = [Bool?](repeating: nil, count: identities.count)
    for start in identities.indices where turned[start] == nil {
      turned[start] = false
      var queue = [start]
      while let node = queue.popLast() {
        for term in identities[node].terms {
          for use in uses[term.cell] ?? [] where use.node != node {
            let wanted = (use.sign == term.sign) != (turned[node] ?? false)
            if turned[use.node] == nil { queue.append(use.node) }
            if turned[use.node] ?? wanted != wanted { return nil }
            turned[use.node] = wanted
          }
        }
      }
    }
    return turned.map { $0 ?? false }
  }
}
