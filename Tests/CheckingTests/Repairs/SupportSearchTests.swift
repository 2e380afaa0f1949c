import Forms
import SeededNumbers
import Testing

@testable import Checking

@Suite("Smallest sets of changes")
struct SupportSearchTests {
  /// The smallest sets as the search finds them.
  private static func searched(_ table: SmallTable, _ network: RepairNetwork) -> [[Int]] {
    var figures = NetworkFigures(network)
    for (index, arc) in network.arcs.enumerated() where !table.isOpen[arc.cell] {
      figures.set(index, reported: table.figures[arc.cell])
    }
    var search = SupportSearch(network)
    search.begin(starts: network.arcs.indices.map { figures.start($0) }, figures: figures)
    for size in 0...8 {
      switch search.search(size: size, budget: 1_000_000) {
      case .nothing: continue
      case .exhausted: Issue.record("the budget ran out")
      case .found: break
      }
      return search.found.map { $0.arcs.map { network.arcs[$0].cell } }
    }
    return []
  }

  @Test("size and sets are what trying everything gives", arguments: 0..<12)
  func agreement(_ seed: Int) throws {
    let network = try #require(RepairNetwork(SmallTable.system))
    var generator = SeededGenerator(seed: UInt64(seed))
    var sizes: [Int: Int] = [:]
    for _ in 0..<25 {
      var table = SmallTable(using: &generator)
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let cell = Int.random(in: 0..<SmallTable.cellCount, using: &generator)
        table.figures[cell] = Int64.random(in: 0...5, using: &generator)
      }
      for _ in 0..<(seed % 3) {
        table.isOpen[Int.random(in: 0..<SmallTable.cellCount, using: &generator)] = true
      }
      let tried = table.smallestSets(atMost: 3)
      let found = Self.searched(table, network)
      if !tried.isEmpty {
        #expect(Set(found) == Set(tried), "\(table)")
      } else {
        #expect((found.first?.count ?? 9) > 3, "\(table)")
      }
      #expect(Set(found).count == found.count, "each set is met once")
      sizes[found.first?.count ?? 9, default: 0] += 1
    }
    #expect(sizes.count > 1)
  }

  @Test("every part of both forms is a network; the balances left out are implied")
  func networks() throws {
    let bound = try BoundRule.all(of: .standard, in: .standard)
    for (form, nodes) in [("gid-2019", 36), ("gid-2021", 38)] {
      let layout = ReportLayout(forms: [2: form, 3: form, 4: form], in: .standard)
      let parts = IdentitySystem(bound, layout: layout).parts()
      #expect(parts.map(\.identities.count) == [nodes + 1, 1, 1, 1])
      let networks = try parts.map { try #require(RepairNetwork($0)) }
      #expect(networks.map(\.nodeCount) == [nodes, 1, 1, 1])
      // In table 3 every cell lies between two balances.
      #expect(networks[0].arcsAt[networks[0].ground].isEmpty)
    }
  }
}
