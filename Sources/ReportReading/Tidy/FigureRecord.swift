/// A row of a table with one figure a row, each field as it is written.
struct FigureRecord {
  /// Where the row begins, from 1.
  let line: Int
  /// In the order of the columns.
  private(set) var texts: [String?] = Array(repeating: nil, count: FigureColumn.allCases.count)

  init(line: Int) {
    self.line = line
  }

  /// The field of a column; `nil` where the table or the record does not have it.
  subscript(column: FigureColumn) -> String? {
    get { texts[column.rawValue] }
    set { texts[column.rawValue] = newValue }
  }

  /// The field without the spaces around it; `nil` where nothing stands in it.
  func name(_ column: FigureColumn) -> String? {
    guard let text = texts[column.rawValue], !text.isEmpty else { return nil }
    let trimmed = WhiteSpace.trimmed(text)
    return trimmed.isEmpty ? nil : trimmed
  }
}

/// The rows of a table with one figure a row, whatever it is written in.
protocol FigureRecords {
  /// The columns that the table has, of those that are known.
  var columns: Set<FigureColumn> { get }
  /// The names of all others, in the order in which they were met.
  var ignored: [String] { get }
  /// The next row, or `nil` behind the last.
  mutating func next() throws(TableFlaw) -> FigureRecord?
}
