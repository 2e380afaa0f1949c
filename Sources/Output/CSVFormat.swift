import ReportModel

/// Comma-separated values after RFC 4180: UTF-8, `\n`, quotes only where they are needed.
struct CSVFormat: OutputFormat {
  static let name = "csv"
  static let fileNameEnds = [".csv"]

  init(options: OutputOptions) {}

  func encode(_ table: ResultTable) throws(OutputError) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(table)
    return writer.bytes
  }
}

/// CSV for spreadsheet programs: a byte order mark so that they see UTF-8, and a quotation mark
/// before every text that they would run as a formula.
struct SpreadsheetCSVFormat: OutputFormat {
  static let name = "csv-excel"
  static let fileNameEnds: [String] = []

  init(options: OutputOptions) {}

  func encode(_ table: ResultTable) throws(OutputError) -> [UInt8] {
    var writer = CSVWriter()
    writer.bytes = [0xEF, 0xBB, 0xBF]
    writer.guardsFormulas = true
    writer.write(table)
    return writer.bytes
  }
}

private struct CSVWriter {
  var bytes: [UInt8] = []
  var guardsFormulas = false

  mutating func write(_ table: ResultTable) {
    let records = RecordColumns(table)
    writeRow(records.names.map { (text: $0, isText: true) })
    for row in table.rows {
      writeRow(records.fields(of: row).map(field))
    }
  }

  private func field(_ value: RecordColumns.Field) -> (text: String, isText: Bool) {
    switch value {
    case .missing: ("", false)
    case .text(let text): (text, true)
    case .number(let number): (number.description, false)
    case .flags(let flags): (flags.map(\.rawValue).joined(separator: " "), false)
    }
  }

  private mutating func writeRow(_ fields: [(text: String, isText: Bool)]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(field.text, isText: field.isText)
    }
    // A line with nothing in its only field would be read as no record at all.
    if fields.count == 1, fields[0].text.isEmpty { bytes += Array("\"\"".utf8) }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Whether a spreadsheet would take the text for more than it is. A sign alone, as pages print it
  /// where there is no figure, and a plain number are no formulas.
  private static func runsAsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first,
      ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"].contains(first)
    else { return false }
    return !["-", "－"].contains(text) && Quantity(text) == nil
  }

  private mutating func write(_ text: String, isText: Bool) {
    var text = text
    if guardsFormulas, isText, Self.runsAsFormula(text) { text = "'" + text }
    let utf8 = text.utf8
    let special: Set<UInt8> = [
      UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
    ]
    let space = UInt8(ascii: " ")
    guard utf8.contains(where: special.contains) || utf8.first == space || utf8.last == space
    else {
      bytes += utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
