/// The oldest recipe behind groups of rows: what the flags of their figures are measured against.
struct OldestRecipes {
  /// For each row the number of its group; empty where all rows are one.
  private var groupOfRow: [Int] = []
  private var oldest: [Int?]

  /// - Parameters:
  ///   - dimensions: rows that have the same values of these are one group; where empty, all rows
  ///     are.
  ///   - all: the recipes behind any row.
  init(_ grid: Grid, column: Int, sharing dimensions: [Dimension], all: NumberSet) {
    let positions = dimensions.compactMap { grid.dimensions.firstIndex(of: $0) }
    let book = grid.books[column]
    guard !positions.isEmpty else {
      oldest = [Self.oldest(of: all, in: book)]
      return
    }
    var groups: [[Int]: Int] = [:]
    for key in grid.keys {
      let values = positions.map { key[$0] }
      let group = groups[values] ?? groups.count
      groups[values] = group
      groupOfRow.append(group)
    }
    oldest = Array(repeating: nil, count: groups.count)
    // Rows of one group mostly rest on the same recipes as the row before.
    var last: (group: Int, recipes: NumberSet)?
    for row in grid.keys.indices {
      let group = groupOfRow[row]
      let recipes = grid.tallies[column][row].recipes
      if let last, last.group == group, last.recipes == recipes { continue }
      last = (group, recipes)
      for recipe in recipes.sorted {
        if let known = oldest[group], !book.isOlder(recipe, than: known) { continue }
        oldest[group] = recipe
      }
    }
  }

  private static func oldest(of recipes: NumberSet, in book: RecipeBook) -> Int? {
    var oldest: Int?
    for recipe in recipes.sorted {
      if let known = oldest, !book.isOlder(recipe, than: known) { continue }
      oldest = recipe
    }
    return oldest
  }

  /// The oldest recipe of the row's group; `nil` where none of its figures was read.
  subscript(row: Int) -> Int? { oldest[groupOfRow.isEmpty ? 0 : groupOfRow[row]] }
}
