import Forms
import ReportModel
import Testing

@testable import ReportStore

@Suite("Adding reports")
struct AddingTests {
  struct Stop: Error {}

  @Test("the same file again changes nothing")
  func sameFileTwice() throws {
    let scratch = try ScratchFolder()
    let store = try ReportStore(path: scratch.path("a.nianbao"))
    let report = SmallReports.report("甲", 2022, penalties: 3, file: "a.html")
    #expect(try store.add([report]) == [.added])
    let bytes = try scratch.bytes("a.nianbao")
    #expect(try store.add([report]) == [.unchanged])
    #expect(try scratch.bytes("a.nianbao") == bytes)
    #expect(try store.count() == 1)
  }

  @Test("the same file within one batch is added once")
  func sameFileInBatch() throws {
    let store = try ReportStore()
    let report = SmallReports.report("甲", 2022, penalties: 3, file: "a.html")
    #expect(try store.add([report, report]) == [.added, .unchanged])
  }

  @Test("a file loaded under another name takes that name and counts once")
  func renamed() throws {
    let store = try ReportStore()
    let outcomes = try store.add([
      SmallReports.report("甲", 2022, penalties: 1, file: "page.html"),
      SmallReports.report("乙", 2023, penalties: 1, file: "page.html"),
    ])
    #expect(outcomes == [.added, .renamed(previousBody: "甲", year: 2022)])
    #expect(try store.reports().map(\.body) == ["乙"])
    #expect(try store.panel().columns[SmallReports.penalties]?.values == [1])
  }

  @Test("of two files of one body and year both are kept, the one loaded later is current")
  func replaced() throws {
    let store = try ReportStore()
    _ = try store.add([SmallReports.report("甲", 2022, penalties: 3, file: "old.html")])
    let outcome = try store.add([SmallReports.report("甲", 2022, penalties: 4, file: "new.html")])
    #expect(outcome == [.replaced(previousPath: "old.html")])
    let reports = try store.reports()
    #expect(reports.map(\.source.path) == ["old.html", "new.html"])
    #expect(reports.map(\.isCurrent) == [false, true])
    #expect(try store.current(body: "甲", year: 2022)?.source.path == "new.html")
    let panel = try store.panel()
    #expect(panel.reports.map(\.id) == [reports[1].id])
    #expect(panel.quantity(of: SmallReports.penalties, at: 0) == Quantity(4))
    let old = try store.cells(ofReport: reports[0].id).flatMap(\.cells)
    #expect(old.first { $0.key == SmallReports.penalties }?.value == Quantity(3))
  }

  @Test("reports are listed by body in the order of Unicode scalars, then year, then loading")
  func listing() throws {
    let store = try ReportStore()
    _ = try store.add([
      SmallReports.report("乙", 2021, penalties: 0, file: "1"),
      SmallReports.report("𠀀", 2020, penalties: 0, file: "2"),
      SmallReports.report("\u{ffff}", 2020, penalties: 0, file: "3"),
      SmallReports.report("乙", 2020, penalties: 0, file: "4"),
      SmallReports.report("A", 2022, penalties: 0, file: "5"),
      SmallReports.report("乙", 2021, penalties: 0, file: "6"),
    ])
    #expect(try store.reports().map(\.source.path) == ["5", "4", "1", "6", "3", "2"])
    #expect(try store.panel().reports.map(\.id) == [5, 4, 6, 3, 2])
  }

  @Test("an error in the middle of a batch leaves none of it")
  func wholeOrNone() throws {
    let store = try ReportStore()
    _ = try store.add([SmallReports.report("甲", 2021, penalties: 1, file: "1")])
    let batch = (0..<10).map {
      SmallReports.report("乙", 2010 + $0, penalties: 2, file: "file \($0)")
    }
    #expect(throws: StoreError.self) {
      try store.add(batch) { if $0 == 5 { throw Stop() } }
    }
    #expect(try store.count() == 1)
    #expect(try store.panel().reports.map(\.body) == ["甲"])
    #expect(try store.add(batch).allSatisfy { $0 == .added })
    #expect(try store.count() == 11)
  }

  @Test("a report that has not exactly its form's cells is refused, and the batch with it")
  func unfit() throws {
    let right = SmallReports.report("甲", 2021, penalties: 1, file: "1")
    let table = right.tables[0]
    let store = try ReportStore()
    let wrong = [
      [ReportTable(number: 2, form: "gid-2021", cells: Array(table.cells.dropLast()))],
      [ReportTable(number: 2, form: "gid-2021", cells: table.cells.reversed())],
      [ReportTable(number: 2, form: "gid-2019", cells: table.cells)],
      [ReportTable(number: 2, form: "gid-2014", cells: table.cells)],
      [table, table],
    ]
    for tables in wrong {
      let report = Report(
        body: "乙", year: 2021, source: right.source, tables: tables, claims: [], problems: [])
      #expect {
        try store.add([right, report])
      } throws: { error in
        guard case .unfit(body: "乙", year: 2021, form: _, table: 2) = error as? StoreError else {
          return false
        }
        return true
      }
    }
    #expect(try store.count() == 0)
  }
}
