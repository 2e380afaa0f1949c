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
    var bytes: [UInt8] = []
    func append(_ name: StaticString, _ number: Int32?) {
      guard let number else { return }
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      name.withUTF8Buffer { bytes.append(contentsOf: $0) }
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: String(number).utf8)
    }
    append("page", page)
    append("table", table)
    append("row", row)
    append("column", column)
    append("line", line)
    return String(decoding: bytes, as: UTF8.self)
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
  private var numbers: (Int32, Int32, Int32, Int32, Int32) {
    (page ?? 0, table ?? 0, row ?? 0, column ?? 0, line ?? 0)
  }

  /// Reading order: page, table, row, column, line.
  public static func < (left: Place, right: Place) -> Bool {
    left.numbers < right.numbers
  }
}
