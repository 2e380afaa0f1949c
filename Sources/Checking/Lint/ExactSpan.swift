/// The equations that follow from some equations, by exact elimination: each is a row of
/// coefficients, its constant in a column of its own.
struct ExactSpan: Sendable {
  typealias Row = [Int: Fraction]

  /// Each with 1 in its leading column, in which no later row has anything.
  private var rows: [(lead: Int, row: Row)] = []

  /// The number of equations of which none follows from the others.
  var rank: Int { rows.count }

  /// Takes an equation in.
  ///
  /// - Returns: whether it said something new.
  @discardableResult
  mutating func insert(_ row: Row) throws(Fraction.Overflow) -> Bool {
    let rest = try remainder(of: row)
    guard let lead = rest.keys.min(), let factor = rest[lead] else { return false }
    var normal: Row = [:]
    for (column, value) in rest { normal[column] = try value.over(factor) }
    rows.append((lead, normal))
    return true
  }

  /// Whether an equation follows from those taken in.
  func contains(_ row: Row) throws(Fraction.Overflow) -> Bool {
    try remainder(of: row).isEmpty
  }

  private func remainder(of row: Row) throws(Fraction.Overflow) -> Row {
    var rest = row.filter { !$0.value.isZero }
    for (lead, known) in rows {
      guard let factor = rest[lead] else { continue }
      for (column, value) in known {
        let next = try (rest[column] ?? .zero).minus(value.times(factor))
        rest[column] = next.isZero ? nil : next
      }
    }
    return rest
  }
}
