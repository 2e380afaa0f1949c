import ReportModel

/// Finds indicators that contain each other's figures, so that their sum would count some twice.
struct IndicatorOverlap {
  private let books: [RecipeBook]

  init(_ books: [RecipeBook]) {
    self.books = books
  }

  /// The first pair in the order of the query, the one that contains the other first.
  var first: (IndicatorCode, IndicatorCode)? {
    let figures = books.map { book in
      book.formula.parts.reduce(into: Set<IndicatorCode>()) { $0.formUnion(book.contained(in: $1)) }
    }
    for one in books.indices {
      for other in books.indices.dropFirst(one + 1)
      where !figures[one].isDisjoint(with: figures[other]) {
        let isWhole = figures[one].count >= figures[other].count
        let (whole, part) = isWhole ? (one, other) : (other, one)
        return (books[whole].indicator.code, books[part].indicator.code)
      }
    }
    return nil
  }
}
