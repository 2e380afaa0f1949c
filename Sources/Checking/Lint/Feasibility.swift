import Expressions
import ReportModel

/// Tells exactly whether figures exist that satisfy constraints: the first phase of the simplex
/// method in fractions, with Bland's rule, so that it always ends.
enum Feasibility {
  /// - Parameters:
  ///   - mayBeNegative: which figures can be below zero.
  ///   - isWhole: which figures are whole numbers.
  /// - Returns: whether they can hold together.
  static func isFeasible(
    _ constraints: [LinearConstraint], mayBeNegative: (Name) -> Bool, isWhole: (Name) -> Bool
  ) throws(Fraction.Overflow) -> Bool {
    func whole(_ constraint: LinearConstraint) -> Bool {
      constraint.terms.keys.allSatisfy(isWhole)
    }
    let closed = constraints.map { $0.closed(areWhole: whole($0)) }
    let plain = closed.filter { $0.comparison != .notEqual }
    guard try holds(plain, mayBeNegative: mayBeNegative) else { return false }
    // What must differ has to be able to lie on one side or the other.
    let zeroWill = plain.allSatisfy(\.holdsAtZero)
    for differing in closed
    where differing.comparison == .notEqual && !(zeroWill && differing.holdsAtZero) {
      var isPossible = false
      for comparison in [Comparison.less, .greater] where !isPossible {
        let side = LinearConstraint(differing.terms, comparison, differing.bound)
          .closed(areWhole: whole(differing))
        isPossible = try holds(plain + [side], mayBeNegative: mayBeNegative)
      }
      if !isPossible { return false }
    }
    return true
  }

  private static func holds(
    _ constraints: [LinearConstraint], mayBeNegative: (Name) -> Bool
  ) throws(Fraction.Overflow) -> Bool {
    // Zeros satisfy whatever is not connected with a constraint that they break.
    let connected = connected(constraints)
    guard !connected.isEmpty else { return true }
    var tableau = Tableau(connected, mayBeNegative: mayBeNegative)
    return try tableau.solve()
  }

  private static func connected(_ constraints: [LinearConstraint]) -> [LinearConstraint] {
    var taken = Set(constraints.indices.filter { !constraints[$0].holdsAtZero })
    var names = Set(taken.flatMap { constraints[$0].terms.keys })
    while true {
      let more = constraints.indices.filter { index in
        !taken.contains(index) && constraints[index].terms.keys.contains(where: names.contains)
      }
      if more.isEmpty { break }
      taken.formUnion(more)
      names.formUnion(more.flatMap { constraints[$0].terms.keys })
    }
    return taken.sorted().map { constraints[$0] }
  }
}

/// Rows of equations with a solution at hand in which one figure of each row is not zero.
private struct Tableau {
  private var rows: [[Fraction]] = []
  /// The figure of each row.
  private var basis: [Int] = []
  /// Figures from here on stand for what is missing: all must become zero.
  private let firstMissing: Int

  init(_ constraints: [LinearConstraint], mayBeNegative: (Name) -> Bool) {
    var columns: [Name: (Int, Int?)] = [:]
    var width = 0
    for name in Set(constraints.flatMap(\.terms.keys)).sorted(by: { "\($0)" < "\($1)" }) {
      columns[name] = mayBeNegative(name) ? (width, width + 1) : (width, nil)
      width += mayBeNegative(name) ? 2 : 1
    }
    let slacks = constraints.count { $0.comparison != .equal }
    firstMissing = width + slacks
    var slack = width
    for (number, constraint) in constraints.enumerated() {
      var row = [Fraction](repeating: .zero, count: firstMissing + constraints.count + 1)
      for (name, factor) in constraint.terms {
        guard let (plus, minus) = columns[name] else { continue }
        row[plus] = factor
        if let minus { row[minus] = factor.negated }
      }
      if constraint.comparison != .equal {
        row[slack] = constraint.comparison == .atMost ? .one : Fraction(-1)
        slack += 1
      }
      row[row.count - 1] = constraint.bound
      if constraint.bound.isNegative { row = row.map(\.negated) }
      row[firstMissing + number] = .one
      rows.append(row)
      basis.append(firstMissing + number)
    }
  }

  /// Whether nothing needs to be missing.
  mutating func solve() throws(Fraction.Overflow) -> Bool {
    guard var goal = rows.first.map({ [Fraction](repeating: .zero, count: $0.count) }) else {
      return true
    }
    for row in rows {
      for column in goal.indices where column < firstMissing || column == goal.count - 1 {
        goal[column] = try goal[column].plus(row[column])
      }
    }
    while let column = goal.indices.first(where: { $0 < firstMissing && goal[$0].isPositive }) {
      guard let pivot = try pivot(in: column) else { break }
      try turn(pivot, column, &goal)
    }
    return goal[goal.count - 1].isZero
  }

  /// The row that limits a figure most; of several the one whose own figure comes first.
  private func pivot(in column: Int) throws(Fraction.Overflow) -> Int? {
    var best: (row: Int, limit: Fraction)?
    for index in rows.indices where rows[index][column].isPositive {
      let limit = try rows[index][rows[index].count - 1].over(rows[index][column])
      guard let known = best else {
        best = (index, limit)
        continue
      }
      let isLess = try limit.isLess(than: known.limit)
      if isLess || limit == known.limit && basis[index] < basis[known.row] {
        best = (index, limit)
      }
    }
    return best?.row
  }

  private mutating func turn(
    _ pivot: Int, _ column: Int, _ goal: inout [Fraction]
  ) throws(Fraction.Overflow) {
    let factor = rows[pivot][column]
    for index in rows[pivot].indices where !rows[pivot][index].isZero {
      rows[pivot][index] = try rows[pivot][index].over(factor)
    }
    let row = rows[pivot]
    for other in rows.indices where other != pivot {
      try Self.subtract(row, times: rows[other][column], from: &rows[other])
    }
    try Self.subtract(row, times: goal[column], from: &goal)
    basis[pivot] = column
  }

  private static func subtract(
    _ row: [Fraction], times factor: Fraction, from other: inout [Fraction]
  ) throws(Fraction.Overflow) {
    guard !factor.isZero else { return }
    for index in row.indices where !row[index].isZero {
      other[index] = try other[index].minus(row[index].times(factor))
    }
  }
}
