import SeededNumbers

@testable import Checking

/// A table like table 3 with two applicants and two outcomes, small enough to try everything.
struct SmallTable {
  static let rows = ["new", "carried_in", "granted", "refused", "total", "carried_out"]
  static let columns = 3
  static let cellCount = rows.count * columns

  static func cell(_ row: Int, _ column: Int) -> Int { row * columns + column }

  static let system: IdentitySystem = {
    var identities: [Identity] = []
    for column in 0..<columns {
      func term(_ row: Int, _ sign: Int) -> Identity.Term {
        Identity.Term(cell: cell(row, column), sign: sign)
      }
      identities.append(
        Identity(rule: "balance", terms: [term(0, 1), term(1, 1), term(4, -1), term(5, -1)]))
      identities.append(Identity(rule: "outcomes", terms: [term(2, 1), term(3, 1), term(4, -1)]))
    }
    for row in rows.indices {
      identities.append(
        Identity(
          rule: "applicants",
          terms: [
            Identity.Term(cell: cell(row, 0), sign: 1), Identity.Term(cell: cell(row, 1), sign: 1),
            Identity.Term(cell: cell(row, 2), sign: -1),
          ]))
    }
    return IdentitySystem(
      cells: (0..<cellCount).map { CellKeyNames.key($0) }, identities: identities)
  }()

  var figures: [Int64]
  var isOpen = [Bool](repeating: false, count: cellCount)

  /// A table without contradiction.
  init(using generator: inout SeededGenerator) {
    figures = Array(repeating: 0, count: Self.cellCount)
    for column in 0..<2 {
      let granted = Int64.random(in: 0...3, using: &generator)
      let refused = Int64.random(in: 0...2, using: &generator)
      let carriedOut = Int64.random(in: 0...2, using: &generator)
      let carriedIn = Int64.random(in: 0...min(2, granted + refused), using: &generator)
      let total = granted + refused
      let values = [total + carriedOut - carriedIn, carriedIn, granted, refused, total, carriedOut]
      for (row, value) in values.enumerated() { figures[Self.cell(row, column)] = value }
    }
    for row in Self.rows.indices {
      figures[Self.cell(row, 2)] = figures[Self.cell(row, 0)] + figures[Self.cell(row, 1)]
    }
  }

  /// Every smallest set of read cells that, changed, lets all balances hold; by trying.
  func smallestSets(atMost size: Int) -> [[Int]] {
    let read = (0..<Self.cellCount).filter { !isOpen[$0] }
    for count in 0...size {
      let sets = Self.subsets(of: read, count: count).filter { canHold(changing: $0) }
      if !sets.isEmpty { return sets }
    }
    return []
  }

  private static func subsets(of cells: [Int], count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return cells.indices.flatMap { index in
      subsets(of: Array(cells[(index + 1)...]), count: count - 1).map { [cells[index]] + $0 }
    }
  }

  private func canHold(changing cells: [Int]) -> Bool {
    var values = figures.indices.map { isOpen[$0] ? nil : Optional(figures[$0]) }
    for cell in cells { values[cell] = nil }
    return Self.canHold(values)
  }

  /// Fills what one balance alone determines; tries all small counts for what is left.
  private static func canHold(_ start: [Int64?]) -> Bool {
    var values = start
    while true {
      var isChanged = false
      for identity in system.identities {
        let unknown = identity.terms.filter { values[$0.cell] == nil }
        guard unknown.count < 2 else { continue }
        let sum = identity.terms.reduce(Int64(0)) { $0 + Int64($1.sign) * (values[$1.cell] ?? 0) }
        guard let term = unknown.first else {
          if sum != 0 { return false }
          continue
        }
        let value = -sum * Int64(term.sign)
        if value < 0 { return false }
        values[term.cell] = value
        isChanged = true
      }
      if !isChanged { break }
    }
    guard let unknown = values.firstIndex(of: nil) else { return true }
    return (Int64(0)...24).contains { value in
      var next = values
      next[unknown] = value
      return canHold(next)
    }
  }
}
