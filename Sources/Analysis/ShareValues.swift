import ReportModel

/// Turns figures into parts of a whole. What is to be said of one figure of the whole is to be said
/// of every share of it.
struct ShareValues {
  let grid: Grid
  let scope: ShareScope

  /// - Parameter columns: gathers what has to be noted.
  /// - Returns: `[column][row]`; shares of a whole of zero are missing.
  func values(_ columns: inout [ColumnValues]) throws(AnalysisError) -> [[ShownValue]] {
    var result = columns.map(\.figures)
    for group in scope.groups(of: grid) {
      let whole = try whole(of: group, columns: &columns)
      for place in group {
        let number = result[place.column][place.row].number
        let share = whole.sum.flatMap { sum in
          sum > .zero ? number?.divided(by: sum, digits: Precision.ratioDigits) : nil
        }
        result[place.column][place.row] = ShownValue(number: share, flags: whole.flags)
      }
    }
    if scope == .lastDimension { markOtherMembers(&result, columns: &columns) }
    return result
  }

  /// The sum of a group, `nil` where its figures cannot be added up.
  private func whole(
    of group: [ShareScope.Place], columns: inout [ColumnValues]
  ) throws(AnalysisError) -> (sum: Quantity?, flags: FlagSet) {
    var sum = Quantity.zero
    var flags: FlagSet = []
    var canBeAdded = true
    for place in group {
      let figure = columns[place.column].figures[place.row]
      flags.formUnion(figure.flags)
      if columns[place.column].unit == .unstatedMoney {
        canBeAdded = false
        flags.insert(.unread)
        columns[place.column].note(.unstatedMoney)
      }
      guard let number = figure.number else { continue }
      guard let next = sum.adding(number) else {
        throw .outOfRange(grid.books[place.column].indicator.code)
      }
      sum = next
    }
    for column in Set(group.map(\.column)).sorted() {
      let rows = group.filter { $0.column == column }.map(\.row)
      try columns[column].checkStock(across: rows)
      if columns[column].isBroken(across: rows) {
        canBeAdded = false
        flags.insert(.seriesBreak)
      }
    }
    return (canBeAdded ? sum : nil, flags)
  }

  /// Shares rest on everyone in their whole: where other bodies make up the year than made up the
  /// year before, or other years one body than another, all of its shares say so.
  private func markOtherMembers(_ result: inout [[ShownValue]], columns: inout [ColumnValues]) {
    guard let last = grid.dimensions.last, last == .body || last == .year else { return }
    let year = grid.dimensions.dropLast().firstIndex(of: .year)
    if last == .body, year == nil { return }
    let wholes = ShareScope.rowGroups(of: grid)
    for column in columns.indices {
      let members = wholes.map { rows in
        Set(
          rows.filter { columns[column].figures[$0].number != nil }.compactMap {
            grid.keys[$0].last
          })
      }
      let everyone = members.reduce(into: Set<Int>()) { $0.formUnion($1) }
      var before: [[Int]: Set<Int>] = [:]
      for (rows, present) in zip(wholes, members) where !present.isEmpty {
        var expected = everyone
        if let year, let first = rows.first {
          var series = Array(grid.keys[first].dropLast())
          series.remove(at: year)
          expected = before[series] ?? present
          before[series] = present
        }
        guard present != expected else { continue }
        for row in rows { result[column][row].flags.insert(.coverageChanges) }
        columns[column].note(last == .body ? .bodiesDiffer : .yearsDiffer)
      }
    }
  }
}
