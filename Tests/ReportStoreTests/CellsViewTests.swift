import Foundation
import GRDB
import ReportModel
import ReportStore
import Testing

/// Looks into the file the way any SQLite tool would.
@Suite("The views for other tools")
struct CellsViewTests {
  @Test("cells shows every cell of the current reports", arguments: [51, 52] as [UInt64])
  func cells(seed: UInt64) throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("open.nianbao")
    var random = RandomReports(seed: seed)
    let replaced = random.report(body: "机关0", year: 2020)
    let current = (0..<6).map { random.report(body: "机关\($0 % 2)", year: 2020 + $0 / 2) }
    _ = try ReportStore(path: path).add([replaced] + current)
    let rows = try DatabaseQueue(path: path).read { db in
      // Texts as bytes: a plain string would end at the first NUL.
      try Row.fetchAll(
        db,
        sql: """
          SELECT body, year, form, "table", indicator, applicant, value, unit, status,
            CAST(printed AS BLOB), CAST(source AS BLOB), locator, exact
          FROM cells
          """)
    }
    let shown = rows.map { row in
      let exact: String? = row[12]
      let value: Double? = row[6]
      #expect((value == nil) == (exact == nil))
      if let value, let exact {
        let expected = Double(exact) ?? .nan
        #expect(abs(value - expected) <= abs(expected) * 1e-15)
      }
      return Shown(
        body: row[0], year: row[1], form: row[2], table: row[3], indicator: row[4],
        applicant: row[5], unit: row[7], status: row[8], printed: bytes(row, 9),
        source: bytes(row, 10), locator: row[11], exact: exact)
    }
    let expected = current.flatMap { report in
      report.tables.flatMap { table in
        table.cells.map { cell in
          Shown(
            body: report.body, year: report.year, form: table.form, table: table.number,
            indicator: cell.key.indicator.text, applicant: cell.key.applicant?.rawValue,
            unit: cell.unit.rawValue, status: cell.status.rawValue,
            printed: Array(cell.printed.utf8), source: Array(report.source.path.utf8),
            locator: cell.place?.locator, exact: cell.value?.description)
        }
      }
    }
    #expect(shown.count == expected.count)
    #expect(Set(shown) == Set(expected))
  }

  struct Shown: Hashable {
    let body: String
    let year: Int
    let form: String
    let table: Int
    let indicator: String
    let applicant: String?
    let unit: String
    let status: String
    let printed: [UInt8]
    let source: [UInt8]
    let locator: String?
    let exact: String?
  }

  func bytes(_ row: Row, _ column: Int) -> [UInt8] {
    let data: Data = row[column]
    return Array(data)
  }

  @Test("whole numbers are integers, and can be added up")
  func sums() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("open.nianbao")
    _ = try ReportStore(path: path).add([
      SmallReports.report("甲", 2022, penalties: Int64.max, file: "a"),
      SmallReports.report("甲", 2023, penalties: Int64.min, file: "b"),
    ])
    try DatabaseQueue(path: path).read { db in
      let sum = try Row.fetchOne(
        db,
        sql: """
          SELECT sum(value), typeof(max(value)), max(value), min(value) FROM cells
          WHERE indicator = 'penalty.decisions'
          """)
      #expect(sum?[0] == -1)
      #expect(sum?[1] == "integer")
      #expect(sum?[2] == Int64.max)
      #expect(sum?[3] == Int64.min)
    }
  }

  @Test("reports shows every report and which one counts")
  func reports() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("open.nianbao")
    _ = try ReportStore(path: path).add([
      SmallReports.report("甲", 2022, penalties: 1, file: "old"),
      SmallReports.report("甲", 2022, penalties: 2, file: "new"),
    ])
    try DatabaseQueue(path: path).read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT source, tables, is_current FROM reports ORDER BY id")
      #expect(rows.map { $0["source"] as String } == ["old", "new"])
      #expect(rows.map { $0["tables"] as String } == ["gid-2021:2", "gid-2021:2"])
      #expect(rows.map { $0["is_current"] as Int } == [0, 1])
      let values = try Int.fetchAll(
        db, sql: "SELECT value FROM cells WHERE indicator = 'penalty.decisions'")
      #expect(values == [2])
    }
  }
}
