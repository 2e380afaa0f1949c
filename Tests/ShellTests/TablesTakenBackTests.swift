import Testing

@testable import Shell

/// What `cells` writes is what `load` reads: the figures, the page's own text, status, unit and
/// origin go through a file and come back.
@Suite("Tables of figures, written and taken back")
struct TablesTakenBackTests {
  @Test("cells, load, cells: the same bytes", arguments: ["csv", "json", "jsonl"])
  func roundTrip(end: String) throws {
    let folder = try ScratchFolder.likeExamples()
    let first = try InProcess(in: folder)
    first.run("load reports; cells to out/a.\(end)")
    let written = try folder.bytes("out/a.\(end)")
    #expect(written.count > 100_000)
    let second = try InProcess(in: folder)
    let notices = second.run("load out/a.\(end); cells to out/b.\(end); check to out/findings.csv")
      .notices
    #expect(second.status == .done || second.status == .findings, "\(notices)")
    #expect(try folder.bytes("out/b.\(end)") == written)
    let again = second.run("load out/a.\(end); cells to out/c.\(end)")
    #expect(again.notices.contains("unchanged"))
    #expect(try folder.bytes("out/c.\(end)") == written)
    // Beside the pages themselves nothing changes either.
    first.run("load out/a.\(end); cells to out/d.\(end)")
    #expect(try folder.bytes("out/d.\(end)") == written)
  }

  @Test("The spreadsheet's CSV comes back as well")
  func spreadsheet() throws {
    let folder = try ScratchFolder.likeExamples()
    let shell = try InProcess(in: folder)
    shell.run("load reports; cells to out/a.csv; export out/excel.csv as csv-excel")
    let other = try InProcess(in: folder)
    other.run("load out/excel.csv; cells to out/b.csv")
    #expect(try folder.bytes("out/b.csv") == folder.bytes("out/a.csv"))
  }

  @Test("In a folder only tables that are beyond doubt count as reports")
  func folders() throws {
    let folder = try ScratchFolder.likeExamples()
    let shell = try InProcess(in: folder)
    shell.run("load reports; compare penalty.decisions by body, year to out/wide.csv")
    shell.run("trend penalty.decisions to out/trend.json; reports to out/reports.csv")
    shell.run("check to out/findings.csv; cells to out/all.jsonl")
    try folder.write("{\"settings\": true}", to: "out/other.json")
    let other = try InProcess(in: folder)
    let notices = other.run("load out").notices
    #expect(notices.contains("5 other files skipped"), "\(notices)")
    #expect(!notices.contains("not loaded"), "\(notices)")
    #expect(other.status == .done)
  }

  @Test("Of a table with a bad row the other reports are read, and what was passed over is named")
  func badRows() throws {
    let folder = try ScratchFolder()
    try folder.write(
      """
      body,year,region,rules.issued
      甲局,2022,东,3
      乙局,2022,东,"1,200"
      丙局,2022,东,5

      """, to: "wide.csv")
    let shell = try InProcess(in: folder)
    let notices = shell.run("load wide.csv; cells rules.issued to c.csv").notices
    #expect(notices.contains("line 3: rules.issued cannot be “1,200”"), "\(notices)")
    #expect(notices.contains("columns not used: region"), "\(notices)")
    #expect(shell.status == .data)
    #expect(
      try folder.text("c.csv").split(separator: "\n").dropFirst() == [
        "丙局,2022,gid-2021,2,rules.issued,,5,count,reported,5,wide.csv,row:4 column:4 line:4",
        "甲局,2022,gid-2021,2,rules.issued,,3,count,reported,3,wide.csv,row:2 column:4 line:2",
      ])
  }
}
