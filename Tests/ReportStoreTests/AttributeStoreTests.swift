import Bodies
import GRDB
import Testing

@testable import ReportStore

@Suite("Attributes of bodies in a store")
struct AttributeStoreTests {
  private func table() -> AttributeTable {
    var table = AttributeTable()
    table.set(.region, of: "甲", to: "350582")
    table.set(.own("类别"), of: "甲", to: "山\0区")
    table.set(nil, of: "乙", to: nil)
    table.set(.own("a"), of: "丙", to: "1")
    return table
  }

  @Test("come back as they were given, bodies of which nothing is said among them")
  func roundTrip() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("a.nianbao")
    try ReportStore(path: path).add(table())
    let read = try ReportStore(path: path).attributes()
    #expect(read.bodies == ["丙", "乙", "甲"])
    #expect(read.text(.region, of: "甲") == "350582")
    #expect(read.text(.own("类别"), of: "甲") == "山\0区")
    #expect(Set(read.ownNames) == ["类别", "a"])
  }

  @Test("a later value takes the place of an earlier one, the others stay")
  func later() throws {
    let store = try ReportStore()
    try store.add(table())
    var later = AttributeTable()
    later.set(.region, of: "甲", to: "350500")
    try store.add(later)
    let read = try store.attributes()
    #expect(read.text(.region, of: "甲") == "350500")
    #expect(read.text(.own("a"), of: "丙") == "1")
  }

  @Test("any SQLite tool sees them in the view")
  func view() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("a.nianbao")
    try ReportStore(path: path).add(table())
    let rows = try DatabaseQueue(path: path).read { db in
      try String.fetchAll(
        db, sql: "SELECT body || ' ' || attribute FROM attributes ORDER BY body, attribute")
    }
    #expect(rows == ["丙 a", "甲 region", "甲 类别"])
  }

  @Test("a store of version 3 is brought up to date, and keeps its reports")
  func migration() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("old.nianbao")
    _ = try ReportStore(path: path).add([
      SmallReports.report("甲", 2022, penalties: 3, file: "a.html")
    ])
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: "DROP VIEW attributes; DROP TABLE body_attribute; DROP TABLE definition")
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    let store = try ReportStore(path: path)
    #expect(try store.attributes().isEmpty)
    try store.add(table())
    #expect(try store.attributes().bodies.count == 3)
    #expect(try store.count() == 1)
  }
}

@Suite("Derived indicators of the user's in a store")
struct DefinitionStoreTests {
  @Test("come back in the order in which they were defined, each with its last formula")
  func roundTrip() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("a.nianbao")
    let (a, b) = (
      StoredDefinition(name: "a", formula: "x"), StoredDefinition(name: "b", formula: "a")
    )
    try ReportStore(path: path).add([a, b])
    try ReportStore(path: path).add([StoredDefinition(name: "a", formula: "y")])
    #expect(
      try ReportStore(path: path).definitions() == [StoredDefinition(name: "a", formula: "y"), b])
  }
}
