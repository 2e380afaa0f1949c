import Foundation
import Testing

@testable import ReportReading

@Suite("Which files are tables of figures")
struct TableRecognitionTests {
  private func recognise(_ text: String) -> TableRecognition? {
    TableReader(catalog: .standard, limits: .standard).recognise(Array(text.utf8))
  }

  @Test("by their columns; in folders only those that name the form")
  func kinds() {
    let cases: [(String, TableKind, Bool)] = [
      ("body,year,form,indicator,value\n", .tidyCSV, true),
      ("body,year,indicator,value\n", .tidyCSV, false),
      ("finding,year,indicator,applicant,value,status\n", .tidyCSV, false),
      ("year,body,form,penalty.decisions\n", .wideCSV, true),
      ("year,body,penalty.decisions,reports\n", .wideCSV, false),
      ("{\"body\":\"\",\"year\":1,\"form\":1,\"indicator\":1,\"value\":1}\n", .tidyJSONLines, true),
      ("[{\"body\":\"\",\"year\":1,\"indicator\":1,\"value\":1}]\n", .tidyJSON, false),
    ]
    for (text, kind, isCertain) in cases {
      let found = recognise(text)
      #expect(found?.kind == kind, "\(text)")
      #expect(found?.isCertain == isCertain, "\(text)")
    }
  }

  @Test("all others are none")
  func others() {
    let texts = [
      "", "body", "body,region,level\n", "body,year,table_2,source\n", "id,rule,body,year,table\n",
      "body,indicator,trend,2019,2020\n", "<table><tr><td>body,year,indicator,value",
      "{\"a\": 1}", "[1, 2]", "{", "body,year,indi\"cator,value\n", "云岭市2022年政府信息公开年报\n",
    ]
    for text in texts { #expect(recognise(text) == nil, "\(text)") }
  }

  @Test("files: a table whose columns nobody knows, a large table, other tables of a folder")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tables-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ text: String, _ name: String) throws -> String {
      let url = folder.appending(path: name)
      try Data(text.utf8).write(to: url)
      return url.path
    }
    let reader = ReportReader()
    let missing = ReadingError.table(
      TableFlaw(line: 1, kind: .missingColumns(FigureColumn.required)))
    let cases: [(String, String, ReadingError)] = [
      ("region,level\na,b\n", "a.csv", missing), ("region,level\na,b\n", "a.txt", .noTables),
      ("{\"a\": 1}", "a.jsonl", .table(TableFlaw(line: 1, kind: .noFigureRecords))),
      ("[]\n", "b.json", .empty),
      ("a,b\"\n", "b.CSV", .table(TableFlaw(line: 1, column: 4, kind: .quoteInsideField))),
    ]
    for (text, name, error) in cases {
      let path = try write(text, name)
      #expect(!reader.isTableOfReports(path: path))
      #expect(throws: error, "\(name)") {
        try #require(reader.readAll(path: path).first).result.get()
      }
    }
    let row = "甲局,2022,gid-2021,rules.issued,1,\(String(repeating: "x", count: 99_000))\n"
    var limits = ReadingLimits()
    limits.fileSize = 1000
    let large = try write("body,year,form,indicator,value,note\n" + row, "large.csv")
    #expect(reader.isTableOfReports(path: large))
    let items = ReportReader(limits: limits).readAll(path: large, shown: "l.csv")
    #expect(try items.first?.result.get().source.path == "l.csv")
    #expect(items.first?.ignoredColumns == ["note"])
    limits.tableSize = 2000
    #expect(throws: ReadingError.tooLarge(size: 99_000 + 73, limit: 2000)) {
      try #require(ReportReader(limits: limits).readAll(path: large).first).result.get()
    }
    #expect(!reader.isTableOfReports(path: folder.path))
  }
}
