/// The rows of a grid that differ in the year only.
struct YearRows {
  private let position: Int
  private let keys: GridKeys
  private var series: [[Int]: [Int]] = [:]
  private var rows: [[Int]: Int] = [:]

  /// - Precondition: the year is a dimension of the grid.
  init(_ grid: Grid) {
    guard let position = grid.dimensions.firstIndex(of: .year) else {
      preconditionFailure("years need their dimension")
    }
    self.position = position
    keys = grid.keys
    for (row, key) in keys.enumerated() {
      rows[Array(key)] = row
      series[outer(key), default: []].append(row)
    }
  }

  /// The key without its year.
  private func outer(_ key: GridKey) -> [Int] {
    var rest = Array(key)
    rest.remove(at: position)
    return rest
  }

  /// The rows of the same series with earlier years, ascending.
  func rowsBefore(_ row: Int) -> ArraySlice<Int> {
    let years = series[outer(keys[row])] ?? []
    return years.prefix { keys[$0][position] < keys[row][position] }
  }

  /// The row of the same series for another year.
  func row(of year: Int, beside row: Int) -> Int? {
    var key = Array(keys[row])
    key[position] = year
    return rows[key]
  }

  func year(of row: Int) -> Int { keys[row][position] }
}
