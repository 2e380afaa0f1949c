import Synchronization
import Testing

@testable import ReportStore

@Suite("Queries in SQL")
struct SQLQueryTests {
  private func store() throws -> ReportStore {
    let store = try ReportStore()
    _ = try store.add([
      SmallReports.report("甲", 2022, penalties: 3, file: "a.html"),
      SmallReports.report("乙", 2022, penalties: 5, file: "b.html"),
    ])
    return store
  }

  private func failure(_ statement: String, in store: ReportStore) -> SQLFailure? {
    do throws(SQLFailure) {
      _ = try store.answer(sql: statement)
      return nil
    } catch {
      return error
    }
  }

  @Test("read the store's views, in memory and in a file")
  func views() throws {
    let statement = """
      SELECT body, value FROM cells WHERE indicator = 'penalty.decisions' ORDER BY value
      """
    let expected: [[SQLValue]] = [[.text("甲"), .integer(3)], [.text("乙"), .integer(5)]]
    let memory = try store().answer(sql: statement)
    #expect(memory.columns == ["body", "value"])
    #expect(memory.rows == expected)
    let scratch = try ScratchFolder()
    let file = try ReportStore(path: scratch.path("a.nianbao"))
    _ = try file.add([
      SmallReports.report("甲", 2022, penalties: 3, file: "a.html"),
      SmallReports.report("乙", 2022, penalties: 5, file: "b.html"),
    ])
    #expect(try file.answer(sql: statement + ";\n").rows == expected)
    #expect(try scratch.names() == ["a.nianbao"])
  }

  @Test("read tables that are made for them")
  func tables() throws {
    let scratch = try ScratchFolder()
    for store in [try store(), try ReportStore(path: scratch.path("a.nianbao"))] {
      let table = SQLTable(
        name: "findings", columns: ["id", "left"],
        rows: [[.text("F1"), .integer(7)], [.text("F2"), .null]])
      let answer = try store.answer(
        sql: "SELECT id FROM findings WHERE \"left\" IS NULL", with: [table])
      #expect(answer.rows == [[.text("F2")]])
      #expect(throws: SQLFailure.self) { try store.answer(sql: "SELECT id FROM findings") }
    }
  }

  @Test(
    "do nothing but read",
    arguments: [
      "DELETE FROM report", "INSERT INTO problem VALUES (1, 9, 'x', NULL, '', NULL)",
      "UPDATE report SET year = 1", "DROP TABLE report", "CREATE TABLE x (a)",
      "CREATE TEMP TABLE x (a)", "ATTACH 'x.db' AS x", "PRAGMA user_version = 9",
      "PRAGMA user_version", "VACUUM", "BEGIN", "REINDEX", "SELECT load_extension('x')",
      "WITH x AS (SELECT 1) DELETE FROM report",
    ])
  func readOnly(statement: String) throws {
    let scratch = try ScratchFolder()
    let file = try ReportStore(path: scratch.path("a.nianbao"))
    _ = try file.add([SmallReports.report("甲", 2022, penalties: 3, file: "a.html")])
    let bytes = try scratch.bytes("a.nianbao")
    #expect(failure(statement, in: file) == .notAllowed, "\(statement)")
    #expect(failure(statement, in: try store()) == .notAllowed, "\(statement)")
    #expect(try scratch.bytes("a.nianbao") == bytes)
    #expect(try scratch.names() == ["a.nianbao"])
  }

  @Test("are one statement each")
  func oneStatement() throws {
    let store = try store()
    for statement in ["SELECT 1; SELECT 2", "", " ;", "-- nothing"] {
      #expect(failure(statement, in: store) == .notOneStatement, "\(statement)")
    }
  }

  @Test("tell what is wrong and where")
  func problems() throws {
    #expect(
      failure("SELECT 甲, valu FROM cells", in: try store())
        == .problem(message: "no such column: 甲", offset: 7))
    guard case .problem(_, let offset) = failure("SELECT FROM cells", in: try store()) else {
      Issue.record("no problem")
      return
    }
    #expect(offset == 7)
  }

  @Test("stop when the user wants to")
  func stopping() throws {
    let asked = Mutex(0)
    let endless = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
      """
    #expect(throws: SQLFailure.stopped) {
      try store().answer(
        sql: endless,
        isStopped: {
          asked.withLock {
            $0 += 1
            return $0 > 3
          }
        })
    }
    #expect(asked.withLock { $0 } == 4)
  }
}
