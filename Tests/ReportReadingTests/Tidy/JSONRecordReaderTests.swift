import Testing

@testable import ReportReading

@Suite("Records of JSON")
struct JSONRecordReaderTests {
  private func read(_ text: String) throws(TableFlaw) -> [JSONRecordReader.Record] {
    var reader = JSONRecordReader(Array(text.utf8), limits: .standard)
    var records: [JSONRecordReader.Record] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  @Test("lines and arrays, numbers to the digit, escapes, values that are passed over")
  func good() throws {
    let number = "123456789012345678.10"
    let first = #"{"a": \#(number), "b": "\u5e74\ud840\udc00\"\\\/\n", "c": null}"#
    let second = #"{"d": [1, {"x": []}, "]"], "e": {}, "f": true, "g": -0.5e+3}"#
    for text in [
      "\(first)\n\n\(second)", " [\(first),\n\n \(second) ]\n", "\(first)\r\n\r\n\(second)\r\n",
    ] {
      let records = try read(text)
      #expect(records.map(\.line) == [1, 3])
      #expect(records.first?.members.map(\.name) == ["a", "b", "c"])
      #expect(
        records.first?.members.map(\.value)
          == [.number(number), .text("年𠀀\"\\/\n"), .null])
      #expect(records.last?.members.map(\.value) == [.other, .other, .other, .number("-0.5e+3")])
    }
    for text in ["", " \n", "[]", " [ ] \n"] { #expect(try read(text).isEmpty) }
  }

  @Test("what breaks the grammar is refused, with line and character")
  func bad() {
    let cases: [(String, Int, Int)] = [
      ("{\"a\": 1} {\"a\": 1}", 1, 10), ("{\"a\": 1},\n{\"a\": 1}", 1, 9),
      ("[{\"a\": 1}\n{\"a\": 1}]", 2, 1), ("[{\"a\": 1},]", 1, 11), ("[{\"a\": 1}] x", 1, 12),
      ("[{\"a\": 1}", 1, 10), ("[1]", 1, 2), ("{\"a\": 01}", 1, 8), ("{\"a\": .5}", 1, 7),
      ("{\"a\": 1.}", 1, 9), ("{\"a\": +1}", 1, 7), ("{\"a\": 1,}", 1, 9), ("{a: 1}", 1, 2),
      ("{\"a\": nul}", 1, 10), ("{\"a\": NaN}", 1, 7), ("{\"a\": 'x'}", 1, 7),
      ("{\"a\": [1 2]}", 1, 10), ("{\"a\":\n \"x\ny\"}", 2, 4), ("{\"a\": \"\\x\"}", 1, 9),
      ("{\"a\": \"\\ud800\"}", 1, 14), ("{\"a\": \"\\udc00\"}", 1, 14), ("{\"a\"", 1, 5),
    ]
    for (text, line, column) in cases {
      #expect(throws: TableFlaw(line: line, column: column, kind: .notJSON), "\(text)") {
        try read(text)
      }
    }
    #expect(throws: TableFlaw(line: 1, column: 10, kind: .columnTwice("a"))) {
      try read("{\"a\": 1, \"a\": 2}")
    }
  }

  @Test("arrays without end do not overflow the stack")
  func deep() {
    #expect(throws: TableFlaw(line: 1, column: 70, kind: .nestedTooDeeply(limit: 64))) {
      try read("{\"a\": " + String(repeating: "[", count: 100_000))
    }
  }
}
