import ReportModel
import Testing

@testable import ReportReading

@Suite("Tables with one report a row")
struct WideTableTests {
  @Test("a form that is not named must be certain, table by table")
  func forms() throws {
    let text = """
      year,region,body,rules.issued,行政处罚,requests.new[firm],rate.disclosure
      2022,东,甲局,3,,5,0.5
      2023,西,甲局,,12,,
      2022,东,"乙局",1,12,,
      """
    let items = try #require(TableSample.read(text.replacingAll("\n", by: "\r\n")))
    #expect(items.map(\.ignoredColumns) == [["region", "rate.disclosure"], [], []])
    let flaws = items.map { item -> TableFlaw? in
      guard case .failure(.table(let flaw)) = item.result else { return nil }
      return flaw
    }
    let both = ["gid-2019", "gid-2021"]
    #expect(
      flaws == [
        TableFlaw(line: 2, kind: .formUnclear(table: 3, candidates: both)),
        TableFlaw(line: 3, kind: .formUnclear(table: 2, candidates: both)), nil,
      ])
    let report = try #require(items.last).result.get()
    #expect(report.body == "乙局" && report.year == 2022)
    #expect(report.source.format == "wide-csv" && report.source.path == "x.csv")
    #expect(report.tables.map(\.form) == ["gid-2021"])
  }

  @Test("each figure with its place; empty fields are absent")
  func cells() throws {
    let text = """
      body,year,form,rules.issued,行政处罚,requests.new[firm],予以公开,outcome.granted[自然人]
      甲局,2022,gid-2021,3,,5,7,-
      """
    let items = try #require(TableSample.read(text))
    let report = try #require(items.first).result.get()
    #expect(report.tables.map(\.number) == [2, 3])
    let cells = report.tables.flatMap(\.cells)
    func cell(_ code: String, _ applicant: Applicant? = nil) -> Cell? {
      cells.first { $0.key == CellKey(IndicatorCode(code), applicant) }
    }
    func figure(_ code: String, _ applicant: Applicant?, _ value: Int64, _ column: Int32) -> Cell {
      .reported(
        CellKey(IndicatorCode(code), applicant), value: Quantity(value), unit: .count,
        printed: "\(value)", place: Place(row: 2, column: column, line: 2))
    }
    #expect(cell("rules.issued") == figure("rules.issued", nil, 3, 4))
    #expect(cell("requests.new", .firm) == figure("requests.new", .firm, 5, 6))
    #expect(cell("outcome.granted", .total) == figure("outcome.granted", .total, 7, 7))
    #expect(cell("outcome.granted", .person)?.status == .dash)
    #expect(cell("outcome.granted", .person)?.printed == "-")
    #expect(cell("penalty.decisions")?.status == .absent)
    #expect(cells.filter { $0.status == .reported }.count == 3)
  }

  @Test("what is wrong, with its line")
  func flaws() throws {
    let decisions = CellKey(IndicatorCode("penalty.decisions"))
    let cases: [(String, TableFlaw)] = [
      (
        "body,year,penalty.decisions\n甲局,2022,\"1,234\"\n",
        TableFlaw(line: 2, kind: .unreadableFigure(decisions, "1,234"))
      ),
      (
        "body,year,penalty.decisions\n甲局,2022,1\n",
        TableFlaw(line: 2, kind: .formUnclear(table: 2, candidates: ["gid-2019", "gid-2021"]))
      ),
      ("body,year,penalty.decisions\n甲局,2022,\n", TableFlaw(line: 2, kind: .noFigures)),
      (
        "body,year,form,penalty.decisions\n甲局,2022,gid-2021,1\n甲局,2022,gid-2021,2\n",
        TableFlaw(line: 3, kind: .reportTwice(firstLine: 2))
      ),
      (
        "body,year,penalty.decisions,行政处罚\n",
        TableFlaw(line: 1, kind: .columnTwice("行政处罚"))
      ),
      ("body,penalty.decisions\n", TableFlaw(line: 1, kind: .missingColumns([.year]))),
      (
        "body,year,rules.issued,requests.new[company]\n",
        TableFlaw(line: 1, kind: .unknown(.applicant, "company"))
      ),
      (
        "body,year,rules.issued,rules.repealed[firm]\n",
        TableFlaw(line: 1, kind: .unknown(.applicant, "firm"))
      ),
    ]
    for (text, flaw) in cases { #expect(try TableSample.flaw(text) == flaw, "\(text)") }
  }
}
