/// The oldest recipe behind groups of rows: what the flags of their figures are measured against.
struct OldestRecipes {
  private let dimensions: [Int]
  private let keys: [[Int]]
  private var oldest: [[Int]: Int] = [:]

  /// - Parameter dimensions: rows that have the same values of these are one group; where empty,
  ///   all rows are.
  init(_ grid: Grid, column: Int, sharing dimensions: [Dimension]) {
    self.dimensions = dimensions.compactMap { grid.dimensions.firstIndex(of: $0) }
    keys = grid.keys
    let book = grid.books[column]
    for row in keys.indices {
      let group = group(of: row)
      for recipe in grid.tallies[column][row].recipes.sorted() {
        if let known = oldest[group], !book.isOlder(recipe, than: known) { continue }
        oldest[group] = recipe
      }
    }
  }

  private func group(of row: Int) -> [Int] { dimensions.map { keys[row][$0] } }

  /// The oldest recipe of the row's group; `nil` where none of its figures was read.
  subscript(row: Int) -> Int? { oldest[group(of: row)] }
}
