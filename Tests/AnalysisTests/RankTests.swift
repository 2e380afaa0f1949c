import Bodies
import ReportModel
import Testing

@testable import Analysis

@Suite("Ranking bodies")
struct RankTests {
  private static let panel = {
    var fixture = PanelFixture()
    for (body, granted, total) in [
      ("甲", "1", "4"), ("乙", "2", "4"), ("丙", "3", "4"), ("丁", "2", "4"), ("戊", "0", "0"),
    ] {
      fixture.add(
        body, 2023,
        ["outcome.granted[total]": .value(granted), "outcome.total[total]": .value(total)])
    }
    fixture.add("己", 2023, ["outcome.total[total]": .unread(.dash)])
    fixture.add("庚", 2022)
    return fixture.panel()
  }()
  private static let rate = IndicatorCode("rate.disclosure")

  private func table(_ query: RankQuery) throws -> ResultTable {
    try query.run(on: Self.panel, catalog: .standard)
  }

  @Test("bodies of one value share a rank; who is left out is counted, with the reason")
  func ties() throws {
    let table = try table(RankQuery(Self.rate, selection: Selection(years: [2023...2023])))
    #expect(
      ResultText.header(table) == "rank body rate.disclosure numerator denominator percentile")
    // Bodies stand in the order of their Unicode scalars.
    #expect(
      ResultText.rows(table) == [
        "1 丙 0.75 3 4 1", "2 丁 0.5 2 4 0.75", "2 乙 0.5 2 4 0.75", "4 甲 0.25 1 4 0.25",
      ])
    #expect(
      table.notes.map(\.english) == [
        "Ranked: 4 bodies; median 50%, quartiles 43.75% and 56.25%.",
        "Bodies not ranked: 1 without a report of these years, 1 whose figure was not read, "
          + "1 with nothing to divide by.",
      ])
    #expect(table.notes.allSatisfy { !$0.chinese.isEmpty })
  }

  @Test("the last rank is listed whole, from either end")
  func cut() throws {
    let year = Selection(years: [2023...2023])
    let top = try table(RankQuery(Self.rate, selection: year, count: 2))
    #expect(ResultText.rows(top).map { $0.prefix(3) } == ["1 丙", "2 丁", "2 乙"])
    let bottom = try table(
      RankQuery(Self.rate, selection: year, order: .lowestFirst, count: 1))
    #expect(ResultText.rows(bottom) == ["1 甲 0.25 1 4 0.25"])
    #expect(bottom.notes.first?.english == "Rank 1 is the lowest.")
    #expect(top.notes == Array(bottom.notes.dropFirst()))
  }

  @Test("nothing to rank, and money without a unit, are refused")
  func refused() {
    #expect(throws: AnalysisError.nothingToRank(Self.rate)) {
      try table(RankQuery(Self.rate, selection: Selection(bodies: ["戊"])))
    }
    let money = IndicatorCode("procurement.amount")
    #expect(throws: AnalysisError.self) {
      var fixture = PanelFixture()
      fixture.add("甲", 2020, ["procurement.amount": .value("5")])
      _ = try RankQuery(money).run(on: fixture.panel(), catalog: .standard)
    }
  }

  @Test(
    "percentiles lie between neighbours in proportion",
    arguments: [
      ([7], 50, "7"), ([1, 2], 50, "1.5"), ([1, 2, 4], 50, "2"), ([1, 2, 3, 4], 25, "1.75"),
      ([4, 1, 3, 2], 75, "3.25"), ([0, 10], 33, "3.3"), ([1, 5], 0, "1"), ([1, 5], 100, "5"),
    ] as [([Int64], Int, String)])
  func percentiles(values: [Int64], percent: Int, expected: String) {
    let distribution = Distribution(values.map { Quantity($0) })
    #expect(distribution.percentile(percent)?.description == expected)
  }

  @Test("without values there is no percentile")
  func noValues() {
    #expect(Distribution([]).percentile(50) == nil)
  }
}
