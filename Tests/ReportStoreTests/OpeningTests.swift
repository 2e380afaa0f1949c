import Foundation
import GRDB
import ReportModel
import Testing

@testable import ReportStore

@Suite("Opening a store")
struct OpeningTests {
  static func error(opening path: String) -> StoreError? {
    do throws(StoreError) {
      _ = try ReportStore(path: path, patience: 0.1)
      return nil
    } catch {
      return error
    }
  }

  @Test("a store is made where there is none, and found again")
  func madeAndFound() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("统计 %20.nianbao")
    _ = try ReportStore(path: path).add([
      SmallReports.report("甲", 2022, penalties: 3, file: "a.html")
    ])
    #expect(try scratch.names() == ["统计 %20.nianbao"], "one file, no journal left")
    let again = try ReportStore(path: path)
    #expect(again.file == path)
    #expect(try again.reports().map(\.body) == ["甲"])
    #expect(try again.panel().columns[SmallReports.penalties]?.values == [3])
  }

  @Test("an empty file becomes a store")
  func emptyFile() throws {
    let scratch = try ScratchFolder()
    try scratch.write(Data(), "empty.nianbao")
    #expect(try ReportStore(path: scratch.path("empty.nianbao")).count() == 0)
  }

  @Test("a store from before the short form of places is read and brought up to date")
  func longPlaces() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("old.nianbao")
    let added = SmallReports.report("甲", 2022, penalties: 3, file: "a.html")
    _ = try ReportStore(path: path).add([added])
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: "UPDATE report_place SET places = replace(places, '@', 'line:')")
      try db.execute(sql: "DROP VIEW cells")
      try db.execute(sql: "CREATE VIEW cells AS SELECT 1 AS locator")
      try db.execute(sql: "DROP VIEW attributes; DROP TABLE body_attribute; DROP TABLE definition")
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    let store = try ReportStore(path: path)
    #expect(try store.report(id: 1)?.tables.map(\.cells) == added.tables.map(\.cells))
    _ = try store.add([SmallReports.report("乙", 2022, penalties: 4, file: "b.html")])
    let locators = try DatabaseQueue(path: path).read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT locator FROM cells WHERE body IN ('甲', '乙')")
    }
    #expect(locators == ["line:1"])
  }

  @Test("a folder is refused")
  func folder() throws {
    let scratch = try ScratchFolder()
    #expect(Self.error(opening: scratch.path) == .isFolder(file: scratch.path))
    #expect(Self.error(opening: "") == .isFolder(file: ""))
  }

  @Test("a missing folder is refused, and none is made")
  func missingFolder() throws {
    let scratch = try ScratchFolder()
    for name in ["none/a.nianbao", "file/a.nianbao"] {
      try scratch.write(Data("x".utf8), "file")
      let path = scratch.path(name)
      #expect(Self.error(opening: path) == .noFolder(file: path))
    }
    #expect(try scratch.names() == ["file"])
  }

  @Test("names that SQLite takes for something else are files like any other")
  func specialNames() throws {
    let location = try StoreLocation(":memory:")
    #expect(location.databasePath == "./:memory:")
    #expect(try StoreLocation("file:x?mode=memory").databasePath == "./file:x?mode=memory")
  }

  @Test("junk is refused and left as it is")
  func junk() throws {
    let scratch = try ScratchFolder()
    for (name, bytes) in [
      ("page.html", Data("<html><body>年报</body></html>".utf8)),
      ("short", Data([0xff])),
      ("picture.jpeg", Data([0xff, 0xd8, 0xff, 0xe0] + Array(repeating: 7, count: 5000))),
    ] {
      try scratch.write(bytes, name)
      #expect(Self.error(opening: scratch.path(name)) == .notAStore(file: scratch.path(name)))
      #expect(try scratch.bytes(name) == bytes)
    }
  }

  @Test("another program's database is refused and left as it is")
  func foreignDatabase() throws {
    let scratch = try ScratchFolder()
    for (name, sql) in [
      ("tables.db", "CREATE TABLE report (id INTEGER)"),
      ("marked.db", "PRAGMA application_id = 42"),
      ("versioned.db", "PRAGMA user_version = 1"),
    ] {
      let path = scratch.path(name)
      try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
      let bytes = try scratch.bytes(name)
      #expect(Self.error(opening: path) == .notAStore(file: path))
      #expect(try scratch.bytes(name) == bytes)
    }
  }

  @Test("a store of a later version is refused, and its version told")
  func laterVersion() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("later.nianbao")
    _ = try ReportStore(path: path)
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 9") }
    #expect(Self.error(opening: path) == .newerVersion(file: path, version: 9, newest: 4))
  }

  @Test("a store that another program holds is said to be locked")
  func locked() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("held.nianbao")
    let store = try ReportStore(path: path, patience: 0.1)
    try DatabaseQueue(path: path).inDatabase { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      #expect(Self.error(opening: path) == .locked(file: path))
      #expect(throws: StoreError.locked(file: path)) {
        try store.add([SmallReports.report("甲", 2022, penalties: 3, file: "a.html")])
      }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try store.count() == 0)
  }

  @Test(
    "a store that may not be written is read, and refuses to be added to",
    .enabled(if: geteuid() != 0, "the superuser may write anything"))
  func readOnly() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("fixed.nianbao")
    let report = SmallReports.report("甲", 2022, penalties: 3, file: "a.html")
    _ = try ReportStore(path: path).add([report])
    chmod(path, 0o400)
    let store = try ReportStore(path: path)
    #expect(try store.reports().count == 1)
    #expect(throws: StoreError.readOnly(file: path)) {
      try store.add([SmallReports.report("乙", 2022, penalties: 3, file: "b.html")])
    }
    chmod(path, 0o000)
    #expect(Self.error(opening: path) == .noPermission(file: path))
  }

  @Test(
    "in a folder that may not be written no store is made",
    .enabled(if: geteuid() != 0, "the superuser may write anything"))
  func readOnlyFolder() throws {
    let scratch = try ScratchFolder()
    chmod(scratch.path, 0o500)
    defer { chmod(scratch.path, 0o700) }
    let path = scratch.path("a.nianbao")
    #expect(Self.error(opening: path) == .noPermission(file: path))
  }

  @Test("what SQLite says is told apart")
  func databaseErrors() {
    for (code, expected) in [
      (ResultCode.SQLITE_READONLY, StoreError.readOnly(file: "f")),
      (.SQLITE_READONLY_DIRECTORY, .readOnly(file: "f")), (.SQLITE_BUSY, .locked(file: "f")),
      (.SQLITE_FULL, .full(file: "f")), (.SQLITE_CORRUPT, .damaged(file: "f", .pages)),
      (.SQLITE_CANTOPEN, .noPermission(file: "f")), (.SQLITE_NOTADB, .notAStore(file: "f")),
      (.SQLITE_IOERR, .database(file: "f", message: "words")),
    ] {
      #expect(
        StoreError(DatabaseError(resultCode: code, message: "words"), file: "f") == expected)
    }
  }

  @Test("a damaged store is said to be damaged, and never read past the damage")
  func damaged() throws {
    let scratch = try ScratchFolder()
    for (name, sql, damage) in [
      ("short", "UPDATE report SET figures = '[1,2]'", StoreError.Damage.report(1)),
      ("words", "UPDATE report SET figures = replace(figures, '3', 'x')", .report(1)),
      ("hole", "UPDATE report SET figures = replace(figures, '3', 'null')", .report(1)),
      ("status", "INSERT INTO irregular VALUES (1, 0, 'guessed', NULL, NULL)", .report(1)),
      ("blank", "INSERT INTO irregular VALUES (1, 0, 'blank', '', NULL)", .report(1)),
      ("position", "INSERT INTO irregular VALUES (1, 99, 'blank', '', NULL)", .report(1)),
      ("unit", "UPDATE layout_cell SET unit = 'euro'", .layout(1)),
      ("cells", "DELETE FROM layout_cell WHERE position = 3", .layout(1)),
    ] {
      let path = scratch.path(name)
      _ = try ReportStore(path: path).add([
        SmallReports.report("甲", 2022, penalties: 3, file: "a.html")
      ])
      try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
      let store = try ReportStore(path: path)
      #expect(throws: StoreError.damaged(file: path, damage), "\(name)") { try store.panel() }
      #expect(throws: StoreError.damaged(file: path, damage), "\(name)") {
        try store.report(id: 1)
      }
    }
  }

  @Test("without its index of bodies and years a store can be read")
  func withoutIndex() throws {
    let scratch = try ScratchFolder()
    let path = try Self.store(in: scratch, "without")
    try DatabaseQueue(path: path).write { try $0.execute(sql: "DROP INDEX report_of_body") }
    #expect(try ReportStore(path: path).panel().reports.map(\.body) == ["甲"])
  }

  @Test("a name that is no text is damage")
  func damagedName() throws {
    let scratch = try ScratchFolder()
    let path = try Self.store(in: scratch, "name")
    try DatabaseQueue(path: path).write {
      try $0.execute(sql: "UPDATE report SET body = CAST(x'ff41' AS TEXT)")
    }
    let store = try ReportStore(path: path)
    #expect(throws: StoreError.damaged(file: path, .report(1))) { try store.panel() }
  }

  @Test("an index that does not tell of the same reports as the table is damage")
  func damagedIndex() throws {
    let scratch = try ScratchFolder()
    let path = try Self.store(in: scratch, "index")
    // The index is made without the second report, and says that it has all.
    try DatabaseQueue(path: path).write { db in
      try db.execute(
        sql: """
          INSERT INTO report SELECT 2, '乙', year, 'b.html', 'b', format, encoding, layout, figures
          FROM report;
          DROP INDEX report_of_body;
          CREATE INDEX report_of_body ON report(body, year) WHERE id < 2;
          PRAGMA writable_schema = ON;
          UPDATE sqlite_schema SET sql = 'CREATE INDEX report_of_body ON report(body, year)'
          WHERE name = 'report_of_body'
          """)
    }
    let store = try ReportStore(path: path)
    #expect(throws: StoreError.damaged(file: path, .report(2))) { try store.panel() }
  }

  /// A file with one report.
  private static func store(in scratch: ScratchFolder, _ name: String) throws -> String {
    let path = scratch.path(name)
    _ = try ReportStore(path: path).add([
      SmallReports.report("甲", 2022, penalties: 3, file: "a.html")
    ])
    return path
  }

  @Test("of many reports, loaded in any order and again, those that count are in the panel's order")
  func manyReports() throws {
    let store = try ReportStore()
    var expected: [String: Int] = [:]
    let numbers = (0..<1_500).map { ($0 * 607) % 1_500 }
    for batch in 0..<3 {
      let reports = numbers[(batch * 500)..<(batch * 500 + 500)].map { number in
        // A body's report of a year comes twice or more, each with a figure of its own.
        let (body, year) = ("机关\(number % 140)", 2015 + number / 140 % 5)
        expected["\(body) \(year)"] = number
        return SmallReports.report(
          body, year, penalties: Int64(number), file: "\(number).html")
      }
      #expect(try store.add(reports).count == 500)
    }
    let panel = try store.panel()
    let key = CellKey(IndicatorCode("penalty.decisions"))
    #expect(panel.reports.count == expected.count)
    for (index, report) in panel.reports.enumerated() {
      let figure = expected["\(report.body) \(report.year)"] ?? -1
      #expect(panel.quantity(of: key, at: index) == Quantity(Int64(figure)))
      guard index > 0 else { continue }
      let before = panel.reports[index - 1]
      #expect(
        before.body == report.body
          ? before.year < report.year
          : before.body.utf8.lexicographicallyPrecedes(report.body.utf8))
    }
  }
}
