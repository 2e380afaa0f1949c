import Forms
import Foundation
import ReportModel
import Testing

@testable import ReportReading

@Suite("Tables with one figure a row")
struct TidyTableTests {
  private static func samples(_ seed: UInt64) throws -> [Report] {
    try [
      TableSample.report("云岭市人民政府", 2020, form: "gid-2019", source: "a/1.html", seed: seed),
      TableSample.report("云岭市人民政府", 2021, form: "gid-2021", source: "a,2.html", seed: seed + 1),
      TableSample.report("乙局 \"x\"", 2021, form: "gid-2021", source: "b.txt", seed: seed + 2),
    ]
  }

  private func expectSame(_ items: [ReadItem], _ reports: [Report]) throws {
    #expect(items.count == reports.count)
    for (item, report) in zip(items, reports) {
      let read = try item.result.get()
      #expect(read.body == report.body && read.year == report.year)
      #expect(read.source.path == report.source.path)
      #expect(read.tables.map(\.form) == report.tables.map(\.form))
      #expect(read.tables.map(\.cells) == report.tables.map(\.cells))
    }
    #expect(TableSample.rows(try items.map { try $0.result.get() }) == TableSample.rows(reports))
  }

  @Test("what is written is read back whole", arguments: 1...4 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let reports = try Self.samples(seed)
    let rows = TableSample.rows(reports)
    let texts = [
      ("tidy-csv", TableSample.csv(rows)), ("tidy-csv", TableSample.csv(rows, lineEnd: "\r\n")),
      ("tidy-jsonl", TableSample.json(rows, asArray: false)),
      ("tidy-json", TableSample.json(rows, asArray: true)),
    ]
    var digests: Set<[String]> = []
    for (format, text) in texts {
      let items = try #require(TableSample.read(text))
      try expectSame(items, reports)
      let sources = try items.map { try $0.result.get().source }
      #expect(sources.allSatisfy { $0.format == format && $0.encoding == "UTF-8" })
      digests.insert(sources.map(\.digest))
      #expect(Set(sources.map(\.digest)).count == reports.count)
    }
    // The same rows are the same reports, whatever they are written in.
    #expect(digests.count == 1)
  }

  @Test("columns in any order, further columns named, rows of reports mixed")
  func anyOrder() throws {
    let reports = try Self.samples(9)
    var random = SeededGenerator(seed: 5)
    let order = Array(0..<TableSample.columns.count).shuffled(using: &random)
    let rows = TableSample.rows(reports)
    let header = ["note"] + order.map { TableSample.columns[$0].uppercased() } + [""]
    let mixed = (rows.prefix(1) + rows.dropFirst().shuffled(using: &random)).map { row in
      ["x"] + order.map { row[$0] } + [""]
    }
    let items = try #require(TableSample.read(TableSample.csv(mixed, header: header)))
    #expect(items.map(\.ignoredColumns) == [["note", "#14"], [], []])
    let read = try items.map { try $0.result.get() }
    for report in reports {
      let same = try #require(read.first { $0.body == report.body && $0.year == report.year })
      #expect(same.tables.map(\.cells) == report.tables.map(\.cells))
    }
  }

  @Test("only the columns that are needed: the places are the rows of the table itself")
  func fewColumns() throws {
    let report = try TableSample.report(
      "机关,年度,指标,数值,printed\n甲局,2020,rules.made,3,３\n甲局,2020,penalty.decisions,,—\n"
        + "甲局,2020,行政许可,,\n")
    #expect(report.source.path == "x.csv")
    #expect(report.tables.map(\.form) == ["gid-2019"])
    let cells = try #require(report.tables.first).cells
    let made = CellKey(IndicatorCode("rules.made"))
    #expect(
      cells.first { $0.key == made }
        == .reported(made, value: Quantity(3), unit: .count, printed: "３", place: Place(line: 2)))
    let penalties = cells.first { $0.key.indicator.text == "penalty.decisions" }
    #expect(penalties?.status == .dash && penalties?.place == Place(line: 3))
    #expect(cells.filter { $0.status == .absent }.count == cells.count - 2)
    #expect(cells.allSatisfy { $0.status != .absent || $0.place == nil })
  }

  @Test("the form where none is named: certain, or refused")
  func forms() throws {
    func flaw(_ indicators: [String]) throws -> TableFlaw {
      try TableSample.flaw(
        "body,year,indicator,value\n" + indicators.map { "甲局,2020,\($0),1\n" }.joined())
    }
    #expect(
      try flaw(["penalty.decisions"])
        == TableFlaw(
          line: 2, kind: .formUnclear(table: 2, candidates: ["gid-2019", "gid-2021"])))
    #expect(
      try flaw(["rules.made", "rules.issued"])
        == TableFlaw(line: 2, kind: .formUnclear(table: 2, candidates: [])))
    // Table 4 is the same in both forms and follows table 2.
    let report = try TableSample.report(
      "body,year,indicator,value\n甲局,2022,rules.issued,1\n甲局,2022,review.upheld,1\n")
    #expect(report.tables.map(\.number) == [2, 4])
    #expect(report.tables.map(\.form) == ["gid-2021", "gid-2021"])
  }

  @Test("bad rows refuse their report, with their line; the others are read")
  func flaws() throws {
    let firm = CellKey(IndicatorCode("requests.new"), .firm)
    let decisions = CellKey(IndicatorCode("penalty.decisions"))
    let cases: [(String, TableFlaw.Kind)] = [
      ("gid-2021,,penalty.decision,,1,,,", .unknown(.indicator, "penalty.decision")),
      ("gid-2021,,requests.new,firms!,1,,,", .unknown(.applicant, "firms!")),
      ("gid-2022,,penalty.decisions,,1,,,", .unknown(.form, "gid-2022")),
      ("gid-2021,,penalty.decisions,,1,pieces,,", .unknown(.unit, "pieces")),
      ("gid-2021,,penalty.decisions,,1,,read,", .unknown(.status, "read")),
      ("gid-2021,,penalty.decisions,,1e3,,,", .unreadable(.value, "1e3")),
      ("gid-2021,,penalty.decisions,,\"1,234\",,,", .unreadable(.value, "1,234")),
      ("gid-2021,,penalty.decisions,,１２,,,", .unreadable(.value, "１２")),
      ("gid-2021,,penalty.decisions,,012,,,", .unreadable(.value, "012")),
      (
        "gid-2021,,penalty.decisions,,99999999999999999999,,,",
        .unreadable(.value, "99999999999999999999")
      ),
      ("gid-2021,,penalty.decisions,,1.5,,,", .unreadableFigure(decisions, "1.5")),
      ("gid-2021,two,penalty.decisions,,1,,,", .unreadable(.table, "two")),
      ("gid-2021,3,penalty.decisions,,1,,,", .otherTable(decisions, table: 2)),
      ("gid-2021,,penalty.decisions,,1,yuan,,", .unitUnfit(decisions, .yuan)),
      ("gid-2021,,penalty.decisions,,1,,dash,", .valueBesideStatus(.dash)),
      ("gid-2021,,penalty.decisions,,12,,,21", .valueUnlikePrinted(Quantity(12), "21")),
      ("gid-2021,,penalty.decisions,,12,,,１３件", .valueUnlikePrinted(Quantity(12), "１３件")),
      ("gid-2021,,penalty.decisions,,,,reported,", .missing(.value)),
      ("gid-2021,,penalty.decisions,,,,,12", .statusUnclear("12")),
      ("gid-2021,,,,1,,,", .missing(.indicator)),
      (
        "gid-2021,,requests.new,,1,,,",
        .notOnForm(CellKey(IndicatorCode("requests.new")), form: "gid-2021")
      ),
      (
        "gid-2019,,rules.issued,,1,,,",
        .notOnForm(CellKey(IndicatorCode("rules.issued")), form: "gid-2019")
      ),
      ("gid-2021,3,requests.new,firm,1,,,", .cellTwice(firm, firstLine: 2)),
      ("gid-2019,3,requests.new,firm,1,,,", .severalForms(["gid-2019", "gid-2021"])),
    ]
    let head = "body,year,form,table,indicator,applicant,value,unit,status,printed\n"
    for (row, kind) in cases {
      let text =
        head + "甲局,2022,gid-2021,3,requests.new,firm,5,,,\n" + "甲局,2022,\(row)\n"
        + "乙局,2022,gid-2021,3,requests.new,firm,5,,,\n"
      let items = try #require(TableSample.read(text))
      #expect(items.count == 2)
      #expect(items.first?.path == "x.csv")
      guard case .failure(.table(let flaw))? = items.first?.result else {
        Issue.record("read: \(row)")
        continue
      }
      #expect(flaw == TableFlaw(line: 3, kind: kind), "\(row)")
      #expect(try items.last?.result.get().body == "乙局")
    }
  }

  @Test("sources and places that do not fit")
  func sources() throws {
    let head = "body,year,form,indicator,value,source,locator\n"
    let row = "甲局,2022,gid-2021,rules.issued,1,a.html,line:3\n"
    #expect(
      try TableSample.flaw(head + row + "甲局,2022,gid-2021,rules.repealed,1,b.html,line:3\n")
        == TableFlaw(line: 3, kind: .severalSources(["a.html", "b.html"])))
    for locator in ["line:0", "row:1 table:2", "A7"] {
      #expect(
        try TableSample.flaw(head + "甲局,2022,gid-2021,rules.issued,1,a.html,\(locator)\n")
          == TableFlaw(line: 2, kind: .unreadable(.locator, locator)))
    }
    // A locator without its source would point into another file.
    let items = try #require(
      TableSample.read(
        "body,year,form,indicator,value,locator\n甲局,2022,gid-2021,rules.issued,1,line:3\n"))
    #expect(items.first?.ignoredColumns == ["locator"])
    #expect(try items.first?.result.get().tables.first?.cells.first?.place == Place(line: 2))
  }

  @Test("rows that belong to no report, and broken text, refuse the file")
  func wholeFile() throws {
    let head = "body,year,form,indicator,value\n甲局,2022,gid-2021,rules.issued,1\n"
    let cases: [(String, TableFlaw)] = [
      (head + ",2022,gid-2021,rules.repealed,1\n", TableFlaw(line: 3, kind: .missing(.body))),
      (head + "甲局,,gid-2021,rules.repealed,1\n", TableFlaw(line: 3, kind: .missing(.year))),
      (
        head + "甲局,22,gid-2021,rules.repealed,1\n",
        TableFlaw(line: 3, kind: .unreadable(.year, "22"))
      ),
      (head + "甲局,2022\n", TableFlaw(line: 3, kind: .fieldCount(2, expected: 5))),
      (
        "form,indicator,status\n",
        TableFlaw(line: 1, kind: .missingColumns([.body, .year, .value]))
      ),
      ("body,year,indicator,value,Year\n", TableFlaw(line: 1, kind: .columnTwice("Year"))),
      (
        "{\"indicator\": \"rules.made\", \"year\": 2020, \"value\": 1}",
        TableFlaw(line: 1, kind: .missingColumns([.body]))
      ),
    ]
    for (text, flaw) in cases { #expect(try TableSample.flaw(text) == flaw, "\(text)") }
    let items = try #require(TableSample.read("body,year,indicator,value\n"))
    guard case .failure(.empty)? = items.first?.result else {
      Issue.record("a table without rows was read")
      return
    }
  }

  @Test("what the user says of body and year counts, and the columns may be missing")
  func given() throws {
    let text = "indicator,value,form\nrules.issued,1,gid-2021\n"
    let items = try #require(TableSample.read(text, body: "丙局", year: 2023))
    let report = try #require(items.first).result.get()
    #expect(report.body == "丙局" && report.year == 2023)
    #expect(
      try TableSample.flaw(text) == TableFlaw(line: 1, kind: .missingColumns([.body, .year])))
  }

  @Test("other encodings, and the apostrophes of spreadsheet files")
  func spreadsheets() throws {
    let text = "body,year,form,indicator,value,printed\n甲局,2022,gid-2021,rules.issued,-1,'-1\n"
    func printed(_ bytes: [UInt8]) throws -> String? {
      let item = try #require(TableSample.read(bytes)?.first)
      let report = try item.result.get()
      #expect(report.body == "甲局")
      return report.tables.first?.cells.first?.printed
    }
    #expect(try printed([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == "-1")
    #expect(try printed(Array(text.utf8)) == "'-1")
    var gbk = Array("body,year,form,indicator,value,printed\n".utf8)
    gbk += [0xBC, 0xD7, 0xBE, 0xD6] + Array(",2022,gid-2021,rules.issued,-1,'-1\n".utf8)
    #expect(try printed(gbk) == "-1")
  }

  @Test("a file that has grown gives the same reports again, and places that still hold")
  func digests() throws {
    func digests(_ rows: [String], source: Bool) throws -> [String] {
      let head = "body,year,form,indicator,value" + (source ? ",source" : "") + "\n"
      let text = head + rows.map { $0 + (source ? ",a.html" : "") + "\n" }.joined()
      return try #require(TableSample.read(text)).map { try $0.result.get().source.digest }
    }
    let (one, two, other) = (
      "甲局,2022,gid-2021,rules.issued,1", "乙局,2022,gid-2021,rules.issued,1",
      "乙局,2022,gid-2021,rules.issued,2"
    )
    let alone = try digests([two], source: true)
    #expect(try digests([one, two], source: true).last == alone.first)
    #expect(try digests([other], source: true) != alone)
    #expect(try digests([one, two], source: false).last != digests([two], source: false).first)
    #expect(alone.first?.utf8.count == 64)
  }

  @Test(
    "tables of published reports", .enabled(if: FileManager.default.fileExists(atPath: expected)))
  func published() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.expected).sorted()
      .filter { $0.hasSuffix(".csv") }
    #expect(!names.isEmpty)
    for name in names {
      let items = ReportReader().readAll(path: Self.expected + "/" + name)
      #expect(items.count == 1)
      #expect(try !items[0].result.get().tables.isEmpty, "\(name)")
    }
  }

  private static let expected = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/reports/expected").path

  @Test("broken bytes end in reports or errors", arguments: 0..<60)
  func anyBytes(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let rows = Array(TableSample.rows(try Self.samples(UInt64(seed))).prefix(200))
    var bytes = Array(
      (seed % 2 == 0 ? TableSample.csv(rows) : TableSample.json(rows, asArray: seed % 3 == 0))
        .utf8)
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 1...255, using: &random)
      case 1: bytes.removeSubrange(index..<min(bytes.count, index + 50))
      default: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 50)], at: index)
      }
    }
    #expect(TableSample.read(bytes)?.isEmpty != true)
  }
}
