import ReportModel

/// The values of each body behind the rows of a comparison, to be set against each other.
struct BodyValues {
  private var values: [[[Int]: [Quantity]]]

  /// - Parameters:
  ///   - grid: with the body as its last dimension.
  ///   - columns: the figures of the grid.
  init(_ grid: Grid, _ columns: [ColumnValues]) {
    values = columns.map { column in
      var byKey: [[Int]: [Quantity]] = [:]
      for (row, key) in grid.keys.enumerated() {
        guard let number = column.figures[row].number else { continue }
        byKey[Array(key.dropLast()), default: []].append(number)
      }
      return byKey
    }
  }

  /// In how many of the rows with a value bodies are left out whose figures were read: those with
  /// nothing to divide by.
  func incompleteRows(_ grid: Grid) -> Int {
    grid.keys.indices.count { row in
      grid.tallies.indices.contains { column in
        let found = values(column: column, key: Array(grid.keys[row])).count
        return found > 0 && found < grid.tallies[column][row].bodiesRead
      }
    }
  }

  /// Those of the row with this key in the comparison without bodies.
  func values(column: Int, key: [Int]) -> [Quantity] { values[column][key] ?? [] }
}
