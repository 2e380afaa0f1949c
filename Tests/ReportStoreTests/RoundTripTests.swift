import Forms
import Panel
import ReportModel
import ReportStore
import SeededNumbers
import Testing

@Suite("What is added comes back as it was")
struct RoundTripTests {
  /// Equal in every code unit: `==` would let another spelling of a character pass.
  static func expectSame(_ left: String, _ right: String) {
    #expect(Array(left.utf8) == Array(right.utf8))
  }

  static func expectSame(_ stored: Report, _ added: Report) {
    expectSame(stored.body, added.body)
    #expect(stored.year == added.year)
    #expect(stored.source == added.source)
    #expect(stored.claims == added.claims)
    #expect(stored.problems == added.problems)
    #expect(stored.tables.map(\.number) == added.tables.map(\.number))
    #expect(stored.tables.map(\.form) == added.tables.map(\.form))
    #expect(stored.tables.map(\.cells) == added.tables.map(\.cells))
    for (left, right) in zip(stored.tables.flatMap(\.cells), added.tables.flatMap(\.cells)) {
      expectSame(left.printed, right.printed)
    }
  }

  @Test("reports of every shape, whatever their texts", arguments: 1...6 as ClosedRange<UInt64>)
  func everyShape(seed: UInt64) throws {
    var random = RandomReports(seed: seed)
    let added = RandomReports.hostileTexts.enumerated().map { index, text in
      random.report(body: text, year: 2008 + index)
    }
    let store = try ReportStore()
    #expect(try store.add(added) == added.map { _ in .added })
    let listed = try store.reports()
    #expect(listed.count == added.count)
    for report in added {
      let current = try #require(try store.current(body: report.body, year: report.year))
      #expect(current.isCurrent && listed.contains(current))
      #expect(current.source == report.source)
      #expect(
        current.forms
          == Dictionary(uniqueKeysWithValues: report.tables.map { ($0.number, $0.form) }))
      Self.expectSame(try #require(try store.report(id: current.id)), report)
      #expect(
        try store.cells(ofReport: current.id).map(\.cells) == report.tables.map(\.cells))
      #expect(try store.claims(ofReport: current.id) == report.claims)
      #expect(try store.problems(ofReport: current.id) == report.problems)
      #expect(try store.containsDigest(report.source.digest))
    }
    #expect(try !store.containsDigest(String(repeating: "0", count: 64)))
  }

  @Test("the panel holds what was added", arguments: 21...26 as ClosedRange<UInt64>)
  func panel(seed: UInt64) throws {
    var random = RandomReports(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let added = (0..<24).map { index in
      random.report(body: "机关\(index % 5)", year: 2019 + index / 5)
    }.shuffled(using: &generator)
    let store = try ReportStore()
    _ = try store.add(Array(added.prefix(10)))
    _ = try store.add(Array(added.dropFirst(10)))
    let panel = try store.panel()
    #expect(panel.reports.map(\.id) == (try store.reports()).map(\.id))
    let keys = Set(added.flatMap(\.tables).flatMap(\.cells).map(\.key))
    #expect(Set(panel.columns.keys) == keys)
    for report in added {
      let index = try #require(
        panel.reports.firstIndex { $0.body == report.body && $0.year == report.year })
      let cells = Dictionary(
        uniqueKeysWithValues: report.tables.flatMap(\.cells).map { ($0.key, $0) })
      for (key, column) in panel.columns {
        guard let cell = cells[key] else {
          #expect(column.states[index] == .notOnForm)
          continue
        }
        // A figure too long for its column is left out, which only money can be.
        if cell.unit.isMoney, column.states[index] == .ambiguous { continue }
        #expect(column.states[index].status == cell.status)
        guard let value = cell.value, column.unit(at: index) == cell.unit else { continue }
        #expect(column.quantity(at: index) == value)
      }
    }
  }

  @Test(
    "the panel does not depend on the order of adding", arguments: 41...44 as ClosedRange<UInt64>)
  func anyOrder(seed: UInt64) throws {
    var random = RandomReports(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let added = (0..<20).map { random.report(body: "机关\($0 % 3)", year: 2000 + $0) }
    func panel(_ reports: [Report]) throws -> Panel {
      let store = try ReportStore()
      for report in reports { _ = try store.add([report]) }
      return try store.panel()
    }
    let straight = try panel(added)
    let shuffled = try panel(added.shuffled(using: &generator))
    #expect(straight.reports.map(\.body) == shuffled.reports.map(\.body))
    #expect(straight.reports.map(\.year) == shuffled.reports.map(\.year))
    #expect(straight.hasPrevious == shuffled.hasPrevious)
    #expect(Set(straight.columns.keys) == Set(shuffled.columns.keys))
    for (key, column) in straight.columns {
      #expect(column.values == shuffled.columns[key]?.values)
      #expect(column.states == shuffled.columns[key]?.states)
      #expect(column.scale == shuffled.columns[key]?.scale)
    }
  }

  @Test("an empty store has nothing, and says so")
  func empty() throws {
    let store = try ReportStore()
    #expect(try store.reports().isEmpty)
    #expect(try store.count() == 0)
    #expect(try store.panel().reports.isEmpty)
    #expect(try store.current(body: "甲", year: 2020) == nil)
    #expect(try store.report(id: 1) == nil)
    #expect(try store.cells(ofReport: 1).isEmpty)
    #expect(try store.add([]).isEmpty)
    #expect(store.file == nil)
  }
}
