import Testing

@testable import ReportReading

@Suite("Comma-separated values")
struct CSVReaderTests {
  private func read(
    _ text: String, limits: ReadingLimits = .standard
  ) throws(TableFlaw) -> [(line: Int, fields: [String])] {
    var reader = CSVReader(Array(text.utf8), limits: limits)
    var records: [(line: Int, fields: [String])] = []
    while let record = try reader.next() { records.append((record.line, record.fields)) }
    return records
  }

  @Test("quotes, line ends of both kinds, line feeds in fields, empty lines")
  func good() throws {
    let records = try read("a,b\r\n\n\"1,\"\"x\"\"\",\n\"two\nlines\",年\r\n,\"\"")
    #expect(
      records.map(\.fields) == [["a", "b"], ["1,\"x\"", ""], ["two\nlines", "年"], ["", ""]])
    #expect(records.map(\.line) == [1, 3, 4, 6])
  }

  @Test("what breaks the rules is refused, with line and character")
  func bad() {
    let cases: [(String, TableFlaw)] = [
      ("a,b\n年度\"x,1\n", TableFlaw(line: 2, column: 3, kind: .quoteInsideField)),
      ("a,b\n\"1\"2,3\n", TableFlaw(line: 2, column: 4, kind: .textBehindQuote)),
      ("a,b\n1,\"2\n3\n", TableFlaw(line: 2, column: 3, kind: .unclosedQuote)),
      ("a,b\r1,2", TableFlaw(line: 1, column: 4, kind: .loneCarriageReturn)),
      ("a,b\n\n1,2,3\n", TableFlaw(line: 3, kind: .fieldCount(3, expected: 2))),
      ("a,b\n1\n", TableFlaw(line: 2, kind: .fieldCount(1, expected: 2))),
    ]
    for (text, flaw) in cases {
      #expect(throws: flaw, "\(text)") { try read(text) }
    }
  }

  @Test("fields and rows without end")
  func limits() {
    var limits = ReadingLimits()
    limits.fieldSize = 10
    limits.tableColumns = 3
    #expect(throws: TableFlaw(line: 1, column: 14, kind: .fieldTooLong(limit: 10))) {
      try read("a,01234567890,b", limits: limits)
    }
    #expect(throws: TableFlaw.self) { try read("\"0123456789\n0123\"", limits: limits) }
    #expect(throws: TableFlaw(line: 1, column: 7, kind: .tooManyColumns(limit: 3))) {
      try read("a,b,c,d", limits: limits)
    }
  }
}
