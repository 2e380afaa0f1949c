/// Over which values the shares of a comparison add up to one.
enum ShareScope {
  /// Rows of one column that differ in the last dimension only.
  case lastDimension
  /// The indicators of one row.
  case indicators

  /// Where a value stands in a grid.
  struct Place {
    let column: Int
    let row: Int
  }

  /// The values that make up one whole each.
  func groups(of grid: Grid) -> [[Place]] {
    let columns = grid.books.indices
    switch self {
    case .indicators:
      return grid.keys.indices.map { row in columns.map { Place(column: $0, row: row) } }
    case .lastDimension:
      return columns.flatMap { column in
        Self.rowGroups(of: grid).map { rows in rows.map { Place(column: column, row: $0) } }
      }
    }
  }

  /// The rows that differ in the last dimension only; keys are sorted, so they are neighbours.
  static func rowGroups(of grid: Grid) -> [[Int]] {
    var groups: [[Int]] = []
    for row in grid.keys.indices {
      if row > 0, grid.keys[row].dropLast().elementsEqual(grid.keys[row - 1].dropLast()) {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups
  }
}
