/// What a table of figures is written in. The raw values are the formats of `SourceFile`.
enum TableKind: String {
  case tidyCSV = "tidy-csv"
  case tidyJSONLines = "tidy-jsonl"
  case tidyJSON = "tidy-json"
  case wideCSV = "wide-csv"

  /// The tables that a file's name announces.
  enum Notation {
    case csv, json
  }

  /// What a file's name says; the content says more.
  static func notation(ofName path: String) -> Notation? {
    let name = path.lowercased()
    if name.hasSuffix(".csv") { return .csv }
    return [".json", ".jsonl", ".ndjson"].contains { name.hasSuffix($0) } ? .json : nil
  }
}

/// Tells tables of figures from all other files, by the names of their columns.
struct TableRecognition {
  let kind: TableKind
  /// Whether nothing else has such columns: it names the form of its figures besides all that a
  /// figure needs. Of the files in a folder only these are taken for reports.
  let isCertain: Bool

  /// So much of a file is looked at.
  static let headSize = 1 << 16

  private static let lineFeed = UInt8(ascii: "\n")

  /// - Parameter head: the first `headSize` bytes of a file, or all of them.
  /// - Returns: `nil` where the file is anything else.
  init?(head: ArraySlice<UInt8>, names: FigureNames, limits: ReadingLimits) {
    // Most files are pages, whatever their encoding.
    if Self.beginsWithTag(head) { return nil }
    var head = head.prefix(Self.headSize)
    if head.count == Self.headSize {
      // A character may be cut in two at the end, a line feed is never part of another character.
      guard let end = head.lastIndex(of: Self.lineFeed) else { return nil }
      head = head[...end]
    }
    guard FormatSniffing.foreignFormat(of: Array(head)) == nil,
      let text = try? TextDecoding.decode(Array(head)).bytes,
      let mark = JSONRecordReader.firstMark(text), mark != UInt8(ascii: "<")
    else { return nil }
    if mark == UInt8(ascii: "{") || mark == UInt8(ascii: "[") {
      var reader = JSONRecordReader(text, limits: limits)
      guard let record = try? reader.next(),
        let isCertain = Self.isTidy(record.members.map(\.name))
      else { return nil }
      kind = reader.isArray ? .tidyJSON : .tidyJSONLines
      self.isCertain = isCertain
      return
    }
    var reader = CSVReader(text, limits: limits)
    guard let header = try? reader.next()?.fields, header.count > 1 else { return nil }
    if let isCertain = Self.isTidy(header) {
      kind = .tidyCSV
      self.isCertain = isCertain
    } else if let isCertain = Self.isWide(header, names: names) {
      kind = .wideCSV
      self.isCertain = isCertain
    } else {
      return nil
    }
  }

  private static func beginsWithTag(_ head: ArraySlice<UInt8>) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = head.starts(with: mark) ? head.dropFirst(mark.count) : head
    return text.first { !JSONRecordReader.isSpace($0) } == UInt8(ascii: "<")
  }

  /// Whether the names are those of a table with one figure a row, and certainly so; `nil` where
  /// they are not. Names that are missing are told when the table is read.
  private static func isTidy(_ header: [String]) -> Bool? {
    let columns = Set(header.compactMap { FigureColumn(name: $0) })
    guard columns.contains(.indicator) || columns.contains(.value), columns.count >= 3 else {
      return nil
    }
    return columns.isSuperset(of: FigureColumn.required) && columns.contains(.form)
  }

  private static func isWide(_ header: [String], names: FigureNames) -> Bool? {
    let columns = header.map { try? WideReader.column($0, names: names, line: 1) }
    let hasFigure = columns.contains { if case .figure = $0 { true } else { false } }
    guard hasFigure, columns.contains(.body) || columns.contains(.year) else { return nil }
    return columns.contains(.body) && columns.contains(.year) && columns.contains(.form)
  }
}
