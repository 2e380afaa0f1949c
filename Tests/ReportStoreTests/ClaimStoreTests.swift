import GRDB
import ReportModel
import ReportStore
import Testing

@Suite("Claims in a store")
struct ClaimStoreTests {
  /// A store as version 1 made it: with a table of claims that nothing filled.
  private static func makeOld(_ path: String) throws {
    _ = try ReportStore(path: path).add([
      SmallReports.report("甲", 2022, penalties: 3, file: "a.html")
    ])
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: "DROP VIEW claims")
      try db.execute(sql: "DROP VIEW attributes")
      for table in ["claim_doubt", "claim", "claim_sentence", "body_attribute", "definition"] {
        try db.execute(sql: "DROP TABLE \(table)")
      }
      try db.execute(
        sql: """
          CREATE TABLE claim (
            report INTEGER NOT NULL, position INTEGER NOT NULL, indicator TEXT,
            value TEXT NOT NULL, sentence TEXT NOT NULL, locator TEXT NOT NULL,
            PRIMARY KEY (report, position)
          ) STRICT, WITHOUT ROWID
          """)
      try db.execute(sql: "PRAGMA user_version = 1")
    }
  }

  @Test("a store of version 1 is brought up to date, and keeps its reports")
  func migration() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("old.nianbao")
    try Self.makeOld(path)
    let store = try ReportStore(path: path)
    let old = try #require(try store.current(body: "甲", year: 2022))
    #expect(try store.claims(ofReport: old.id) == [])
    var random = RandomReports(seed: 7)
    let report = random.report(body: "乙", year: 2023)
    _ = try store.add([report])
    let added = try #require(try store.current(body: "乙", year: 2023))
    #expect(try store.claims(ofReport: added.id) == report.claims)
    let version = try DatabaseQueue(path: path).read { db in
      try Int.fetchOne(db, sql: "PRAGMA user_version")
    }
    #expect(version == 4)
    #expect(try ReportStore(path: path).count() == 2)
  }

  private static let sentence = "新收申请9件，予以公开及部分公开4件。"

  private static func claim(
    _ meanings: [[String]], _ value: Int64, doubts: [Claim.Doubt] = []
  ) -> Claim {
    Claim(
      kind: .count, meanings: meanings.map { $0.map { IndicatorCode($0) } },
      value: Quantity(value), printed: "\(value)件", unit: "件", doubts: doubts,
      sentence: sentence, place: Place(line: 3), offset: 4)
  }

  @Test("the view shows each claim of the current reports with its scope and sentence")
  func view() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("open.nianbao")
    let claims = [
      Self.claim([["requests.new"]], 9),
      Self.claim([["outcome.granted", "outcome.partial"]], 4),
      Self.claim(
        [["requests.new"], ["requests.handled_load"]], 9,
        doubts: [Claim.Doubt(.word, "受理"), Claim.Doubt(.body, "市政府")]),
      Self.claim([], 7),
    ]
    let plain = SmallReports.report("甲", 2022, penalties: 3, file: "a.html")
    let report = Report(
      body: plain.body, year: plain.year, source: plain.source, tables: plain.tables,
      claims: claims, problems: [])
    _ = try ReportStore(path: path).add([report])
    let rows = try DatabaseQueue(path: path).read { db in
      try Row.fetchAll(
        db, sql: "SELECT indicator, scope, value, sentence, locator FROM claims ORDER BY position")
    }
    let shown = rows.map { row in
      [row["indicator"] ?? "-", row["scope"], row["value"], row["locator"]] as [String]
    }
    #expect(
      shown == [
        ["requests.new", "certain", "9", "line:3"],
        ["outcome.granted + outcome.partial", "certain", "4", "line:3"],
        ["requests.new | requests.handled_load", "word:受理; body:市政府", "9", "line:3"],
        ["-", "", "7", "line:3"],
      ])
    #expect(rows.allSatisfy { $0["sentence"] == Self.sentence })
  }

  @Test("in one walk over all reports, claims are those of each report without where they stand")
  func walk() throws {
    let store = try ReportStore()
    var random = RandomReports(seed: 11)
    let reports = (0..<40).map { random.report(body: "机关\($0 / 4)", year: 2019 + $0 % 4) }
    _ = try store.add(reports)
    let all = try store.reports().map(\.id)
    let wanted = Set(all.filter { $0 % 3 != 0 })
    var found: [Int64: [Claim]] = [:]
    var order: [Int64] = []
    try store.forEachReportWithClaims(among: wanted) { id, claims in
      found[id] = claims
      order.append(id)
    }
    #expect(order == order.sorted() && Set(order).count == order.count)
    #expect(found.values.contains { $0.contains { !$0.doubts.isEmpty } })
    for id in all {
      let own = try store.claims(ofReport: id).map { claim in
        Claim(
          kind: claim.kind, meanings: claim.meanings, applicants: claim.applicants,
          value: claim.value, printed: claim.printed, decimals: claim.decimals, unit: claim.unit,
          bound: claim.bound, year: claim.year, doubts: claim.doubts, part: claim.part,
          subject: claim.subject, sentence: "", place: Place(), offset: 0)
      }
      #expect(found[id] == (wanted.contains(id) && !own.isEmpty ? own : nil))
    }
  }
}
