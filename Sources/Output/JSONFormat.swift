import ReportModel

/// An array of records, one a line, keys sorted.
struct JSONFormat: OutputFormat {
  static let name = "json"
  static let fileNameEnds = [".json"]

  init(options: OutputOptions) {}

  func encode(_ table: ResultTable) throws(OutputError) -> [UInt8] {
    let lines = JSONRecords.lines(table)
    guard !lines.isEmpty else { return Array("[]\n".utf8) }
    return Array(("[\n" + lines.joined(separator: ",\n") + "\n]\n").utf8)
  }
}

/// One record a line and nothing else, keys sorted.
struct JSONLinesFormat: OutputFormat {
  static let name = "jsonl"
  static let fileNameEnds = [".jsonl", ".ndjson"]

  init(options: OutputOptions) {}

  func encode(_ table: ResultTable) throws(OutputError) -> [UInt8] {
    Array(JSONRecords.lines(table).map { $0 + "\n" }.joined().utf8)
  }
}

/// The records of a result as JSON objects.
enum JSONRecords {
  static func values(_ table: ResultTable) -> [JSONValue] {
    let columns = RecordColumns(table)
    return table.rows.map { row in
      var members: [String: JSONValue] = [:]
      for (name, field) in zip(columns.names, columns.fields(of: row)) {
        switch field {
        case .missing: members[name] = .null
        case .text(let text): members[name] = .text(text)
        case .number(let number): members[name] = .number(number)
        case .flags(let flags):
          // Only where there are some: most values have none.
          if !flags.isEmpty { members[name] = .list(flags.map { .text($0.rawValue) }) }
        }
      }
      return .object(members)
    }
  }

  static func lines(_ table: ResultTable) -> [String] {
    values(table).map(\.compact)
  }
}
