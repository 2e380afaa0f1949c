/// Chooses one split for each row of a block so that the sums over its columns hold: the search for
/// every such choice.
///
/// Two splits of a row that both add up differ in two columns at least, so a wrong one breaks two
/// sums over columns or more; that is what makes the last choice left a certain one.
struct JointSplits {
  /// How many steps the search takes before it gives up.
  static let budget = 60_000
  /// More choices than these are not gathered.
  static let limit = 500

  private let columnCount: Int
  private let identities: [ColumnIdentity]
  /// By row, the splits that are left.
  private var splits: [[[Int64]]]
  /// By row, which of the splits given each is.
  private var numbers: [[Int]]
  /// Rows with the fewest splits first.
  private var order: [Int] = []
  /// By step of the search and identity: what the rows still to come add at least and at most.
  private var lowest: [[[Int64]]] = []
  private var highest: [[[Int64]]] = []
  private var sums: [[Int64]]
  private var chosen: [Int]
  private var steps = 0

  /// By row: the splits that are part of a choice that satisfies every sum.
  private(set) var possible: [Set<Int>]
  private(set) var found = 0
  /// Whether there may be more choices than were found.
  private(set) var isCut = false

  /// - Parameter splits: for each row of the block, the values of each of its splits.
  init(_ splits: [[[Int64]]], identities: [ColumnIdentity], columnCount: Int) {
    self.splits = splits
    self.identities = identities
    self.columnCount = columnCount
    numbers = splits.map { Array($0.indices) }
    possible = Array(repeating: [], count: splits.count)
    sums = Array(repeating: Array(repeating: 0, count: columnCount), count: identities.count)
    chosen = Array(repeating: 0, count: splits.count)
    guard splits.allSatisfy({ !$0.isEmpty }), narrow() else { return }
    order = splits.indices.sorted {
      (self.splits[$0].count, $0) < (self.splits[$1].count, $1)
    }
    bound()
    search(0)
  }

  private mutating func search(_ step: Int) {
    steps += 1
    guard steps <= Self.budget, found < Self.limit else {
      isCut = true
      return
    }
    guard step < order.count else {
      found += 1
      for row in chosen.indices { possible[row].insert(numbers[row][chosen[row]]) }
      return
    }
    let row = order[step]
    for split in splits[row].indices {
      add(row, split, sign: 1)
      if canStillHold(step + 1) {
        chosen[row] = split
        search(step + 1)
      }
      add(row, split, sign: -1)
    }
  }

  private mutating func add(_ row: Int, _ split: Int, sign: Int64) {
    for (index, identity) in identities.enumerated() where identity.signs[row] != 0 {
      for column in 0..<columnCount {
        sums[index][column] += sign * identity.signs[row] * splits[row][split][column]
      }
    }
  }

  private func canStillHold(_ step: Int) -> Bool {
    for index in identities.indices {
      for column in 0..<columnCount {
        let sum = sums[index][column]
        if sum + lowest[step][index][column] > 0 || sum + highest[step][index][column] < 0 {
          return false
        }
      }
    }
    return true
  }

  private mutating func bound() {
    let none = Array(repeating: Array(repeating: Int64(0), count: columnCount), count: sums.count)
    lowest = Array(repeating: none, count: order.count + 1)
    highest = lowest
    for step in order.indices.reversed() {
      for index in identities.indices {
        for column in 0..<columnCount {
          let (low, high) = range(of: order[step], identity: index, column: column)
          lowest[step][index][column] = lowest[step + 1][index][column] + low
          highest[step][index][column] = highest[step + 1][index][column] + high
        }
      }
    }
  }

  /// What a row adds to a sum at least and at most.
  private func range(of row: Int, identity: Int, column: Int) -> (Int64, Int64) {
    let sign = identities[identity].signs[row]
    var low = Int64.max
    var high = Int64.min
    for split in splits[row] {
      low = min(low, sign * split[column])
      high = max(high, sign * split[column])
    }
    return (low, high)
  }

  /// Drops the splits that no choice in the other rows can make good, until none is left to drop.
  ///
  /// - Returns: whether every row still has one.
  private mutating func narrow() -> Bool {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for index in identities.indices {
        for column in 0..<columnCount where !narrow(index, column, &hasChanged) { return false }
      }
    }
    return true
  }

  private mutating func narrow(
    _ identity: Int, _ column: Int, _ hasChanged: inout Bool
  ) -> Bool {
    let ranges = splits.indices.map { range(of: $0, identity: identity, column: column) }
    let low = ranges.reduce(0) { $0 + $1.0 }
    let high = ranges.reduce(0) { $0 + $1.1 }
    for row in splits.indices where identities[identity].signs[row] != 0 {
      let sign = identities[identity].signs[row]
      let kept = splits[row].indices.filter { split in
        let own = sign * splits[row][split][column]
        return own + low - ranges[row].0 <= 0 && own + high - ranges[row].1 >= 0
      }
      guard kept.count < splits[row].count else { continue }
      guard !kept.isEmpty else { return false }
      hasChanged = true
      splits[row] = kept.map { splits[row][$0] }
      numbers[row] = kept.map { numbers[row][$0] }
    }
    return true
  }
}
