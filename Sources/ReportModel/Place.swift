/// Where something stands in a file. What a format does not have is left out.
public struct Place: Hashable, Sendable {
  /// The page of a paged format, from 1.
  public var page: Int32?
  /// The table of the document in reading order, with its grid row and column, each from 1.
  public var table: Int32?
  /// The row of that table's grid, from 1; a cell over several rows stands in the first.
  public var row: Int32?
  /// The column of that table's grid, from 1; a cell over several columns stands in the first.
  public var column: Int32?
  /// The line of the decoded text, from 1.
  public var line: Int32?

  /// Numbers must be positive, or `locator` writes what cannot be read back.
  public init(
    page: Int32? = nil, table: Int32? = nil, row: Int32? = nil, column: Int32? = nil,
    line: Int32? = nil
  ) {
    self.page = page
    self.table = table
    self.row = row
    self.column = column
    self.line = line
  }

  private static let parts: [(name: String, path: WritableKeyPath<Place, Int32?> & Sendable)] = [
    ("page", \.page), ("table", \.table), ("row", \.row), ("column", \.column), ("line", \.line),
  ]

  /// The form that data files carry, such as `table:3 row:7 column:2 line:1`.
  public var locator: String {
    Self.parts.compactMap { part in self[keyPath: part.path].map { "\(part.name):\($0)" } }
      .joined(separator: " ")
  }

  /// Reads what `locator` writes; `nil` for anything else.
  public init?(locator: some StringProtocol) {
    self.init()
    for word in locator.split(separator: " ") {
      let halves = word.split(separator: ":", omittingEmptySubsequences: false)
      guard halves.count == 2, let number = Int32(halves[1]), number > 0,
        let part = Self.parts.first(where: { $0.name == halves[0] }),
        self[keyPath: part.path] == nil
      else { return nil }
      self[keyPath: part.path] = number
    }
  }
}

extension Place: Comparable {
  /// Reading order: page, table, row, column, line.
  public static func < (left: Place, right: Place) -> Bool {
    for part in parts {
      let (a, b) = (left[keyPath: part.path] ?? 0, right[keyPath: part.path] ?? 0)
      if a != b { return a < b }
    }
    return false
  }
}
