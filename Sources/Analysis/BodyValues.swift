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

  /// Those of the row with this key in the comparison without bodies.
  func values(column: Int, key: [Int]) -> [Quantity] { values[column][key] ?? [] }
}
