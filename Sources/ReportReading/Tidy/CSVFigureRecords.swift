/// The figures of a CSV file with a row for each, its columns found by their names.
struct CSVFigureRecords: FigureRecords {
  let columns: Set<FigureColumn>
  let ignored: [String]
  private var reader: CSVReader
  /// By position in a row.
  private let meanings: [FigureColumn?]
  private let isGuarded: Bool

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - required: what the header must have.
  ///   - isGuarded: whether a spreadsheet program may stand behind the file, so that texts may have
  ///     an apostrophe before them that keeps them from being run.
  init(
    _ reader: CSVReader, required: [FigureColumn], isGuarded: Bool
  ) throws(TableFlaw) {
    var reader = reader
    self.isGuarded = isGuarded
    let header = try reader.next() ?? CSVReader.Record(line: 1, fields: [])
    self.reader = reader
    meanings = header.fields.map { FigureColumn(name: $0) }
    var known: Set<FigureColumn> = []
    for (column, name) in zip(meanings, header.fields) {
      guard let column else { continue }
      guard known.insert(column).inserted else {
        throw TableFlaw(line: header.line, kind: .columnTwice(name))
      }
    }
    let missing = required.filter { !known.contains($0) }
    guard missing.isEmpty else {
      throw TableFlaw(line: header.line, kind: .missingColumns(missing))
    }
    columns = known
    ignored = zip(meanings, header.fields).enumerated().compactMap { index, pair in
      pair.0 == nil ? ColumnName.shown(pair.1, at: index) : nil
    }
  }

  mutating func next() throws(TableFlaw) -> FigureRecord? {
    while let row = try reader.next() {
      // Spreadsheet programs write rows of nothing but commas; nothing is lost with them.
      guard row.fields.contains(where: { !$0.isEmpty }) else { continue }
      var record = FigureRecord(line: row.line)
      for (column, field) in zip(meanings, row.fields) {
        guard let column else { continue }
        record[column] = isGuarded ? FormulaGuard.removed(from: field) : field
      }
      return record
    }
    return nil
  }
}

/// How a column that was not used is called.
enum ColumnName {
  /// Its name, or its number from 1 where it has none.
  static func shown(_ name: String, at index: Int) -> String {
    let trimmed = WhiteSpace.trimmed(name)
    return trimmed.isEmpty ? "#\(index + 1)" : trimmed
  }
}

/// The apostrophe that keeps spreadsheet programs from running a text as a formula.
enum FormulaGuard {
  /// What a text must begin with to be run.
  private static let starts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠",
  ]

  /// The text without the apostrophe, where it has one for this reason.
  static func removed(from text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'") else { return text }
    let scalars = text.unicodeScalars.dropFirst()
    guard let next = scalars.first, starts.contains(next) else { return text }
    return WhiteSpace.string(scalars)
  }
}
