/// Leaves out balances that the others imply, until no cell stands in more than two.
///
/// In table 3 a figure of the row 总计 stands in three balances. The one of that row follows from
/// all others, so that without it each cell is an arc between two nodes of a network.
enum IdentityReduction {
  /// A prime for the exact test of rank: balances have coefficients of 1 and -1, so that no
  /// determinant of theirs comes near to it.
  private static let prime: Int64 = 2_147_483_647

  /// - Returns: `nil` where some cell still stands in three.
  static func reduced(_ identities: [Identity]) -> [Identity]? {
    var kept = identities
    while true {
      let uses = kept.flatMap(\.terms).reduce(into: [Int: Int]()) { $0[$1.cell, default: 0] += 1 }
      guard uses.values.contains(where: { $0 > 2 }) else { return kept }
      func crowded(_ index: Int) -> Int {
        kept[index].terms.count { uses[$0.cell, default: 0] > 2 }
      }
      let candidates = kept.indices.filter { crowded($0) > 0 }.sorted {
        let (left, right) = (crowded($0), crowded($1))
        return left != right ? left > right : $0 < $1
      }
      let whole = rank(kept)
      let implied = candidates.first { candidate in
        var others = kept
        others.remove(at: candidate)
        return rank(others) == whole
      }
      guard let implied else { return nil }
      kept.remove(at: implied)
    }
  }

  private static func rank(_ identities: [Identity]) -> Int {
    var rows = identities.map { identity in
      identity.terms.reduce(into: [Int: Int64]()) { row, term in
        row[term.cell] = Int64(term.sign) + (term.sign < 0 ? prime : 0)
      }
    }
    var rank = 0
    while let index = rows.firstIndex(where: { !$0.isEmpty }) {
      let pivot = rows.remove(at: index)
      guard let column = pivot.keys.min(), let lead = pivot[column] else { break }
      rank += 1
      let inverse = power(lead, prime - 2)
      for other in rows.indices {
        guard let factor = rows[other][column] else { continue }
        let multiple = factor * inverse % prime
        for (cell, value) in pivot {
          let next = ((rows[other][cell] ?? 0) + prime - multiple * value % prime) % prime
          rows[other][cell] = next == 0 ? nil : next
        }
      }
    }
    return rank
  }

  private static func power(_ base: Int64, _ exponent: Int64) -> Int64 {
    var (result, square, rest): (Int64, Int64, Int64) = (1, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square % prime }
      square = square * square % prime
      rest >>= 1
    }
    return result
  }
}
