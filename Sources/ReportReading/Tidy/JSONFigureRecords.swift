/// The figures of JSON records, one a record, its columns found by the members' names. A member
/// that a record does not have counts as empty.
struct JSONFigureRecords: FigureRecords {
  private(set) var columns: Set<FigureColumn> = []
  private(set) var ignored: [String] = []
  private var reader: JSONRecordReader
  private let required: [FigureColumn]
  /// What each name met so far means.
  private var meanings: [String: FigureColumn?] = [:]
  private var isFirst = true

  /// - Parameter required: what the first record must have.
  init(_ reader: JSONRecordReader, required: [FigureColumn]) {
    self.reader = reader
    self.required = required
  }

  mutating func next() throws(TableFlaw) -> FigureRecord? {
    guard let object = try reader.next() else { return nil }
    var record = FigureRecord(line: object.line)
    var known: Set<FigureColumn> = []
    for (name, value) in object.members {
      guard let column = meaning(of: name) else { continue }
      guard known.insert(column).inserted else {
        throw TableFlaw(line: object.line, kind: .columnTwice(name))
      }
      switch value {
      case .null: record[column] = ""
      case .text(let text), .number(let text): record[column] = text
      case .other: throw TableFlaw(line: object.line, kind: .unreadable(column, "…"))
      }
    }
    columns.formUnion(known)
    if isFirst {
      let missing = required.filter { !known.contains($0) }
      guard missing.isEmpty else {
        throw TableFlaw(line: object.line, kind: .missingColumns(missing))
      }
      isFirst = false
    }
    return record
  }

  private mutating func meaning(of name: String) -> FigureColumn? {
    if let known = meanings[name] { return known }
    let column = FigureColumn(name: name)
    meanings[name] = .some(column)
    if column == nil { ignored.append(ColumnName.shown(name, at: ignored.count)) }
    return column
  }
}
