import Forms
import Panel
import ReportModel
import Testing

@testable import Analysis

@Suite("Trends and coverage")
struct TrendAndCoverageTests {
  private let code = IndicatorCode("penalty.decisions")

  private func fixture() -> PanelFixture {
    var fixture = PanelFixture()
    for (year, count) in [(2019, "0"), (2020, "5"), (2022, "10"), (2023, "20")] {
      fixture.add("甲", year, ["penalty.decisions": .value(count)])
    }
    fixture.add("乙", 2023, ["penalty.decisions": .unread(.blank)])
    return fixture
  }

  @Test("a trend has the years across, gaps among them")
  func trend() throws {
    let query = TrendQuery([code])
    let table = try query.run(on: fixture().panel(), catalog: .standard)
    #expect(
      ResultText.header(table) == "body indicator trend 2019 2020 2021 2022 2023 change")
    #expect(
      ResultText.rows(table) == [
        "乙 penalty.decisions       - - - - -'u -",
        "甲 penalty.decisions ▁▃ ▅█ 0 5 - 10'd 20'd 20'd",
      ])
    #expect(table.footnotes.map(\.flag) == [.definitionDiffers, .unread])
    let series = try query.series(on: fixture().panel(), catalog: .standard)
    #expect(series.chart?.x == "year")
    #expect(series.chart?.series == ["body"])
    #expect(series.rows.count == 5)
  }

  @Test("indicators of different units share no trend")
  func units() throws {
    let rate = IndicatorCode("rate.disclosure")
    #expect(throws: AnalysisError.unitsDiffer(rate, .ratio, code, .count)) {
      try TrendQuery([rate, code]).run(on: fixture().panel(), catalog: .standard)
    }
  }

  @Test("the indicators of a body stand in the query's order")
  func order() throws {
    let table = try TrendQuery([IndicatorCode("outcome.total"), code])
      .run(on: fixture().panel(), catalog: .standard)
    #expect(
      ResultText.rows(table).map { $0.split(separator: " ")[1] }
        == ["outcome.total", "penalty.decisions", "outcome.total", "penalty.decisions"])
  }

  @Test(
    "bars run from the smallest to the largest value",
    arguments: [
      ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"), ([3, 3], "▄▄"), ([1, nil, 0], "█ ▁"), ([nil], " "),
      ([-4, 4], "▁█"), ([], ""),
    ] as [([Int64?], String)])
  func sparkline(values: [Int64?], expected: String) {
    #expect(Sparkline.text(values.map { $0.map { Quantity($0) } }) == expected)
  }

  @Test("coverage tells complete, partial and missing apart")
  func coverage() throws {
    var fixture = fixture()
    fixture.add("丙", 2022, forms: [4: ""])
    let table = try CoverageQuery().run(on: fixture.panel(), catalog: .standard)
    #expect(ResultText.header(table) == "body 2019 2020 2021 2022 2023 reports")
    #expect(
      ResultText.rows(table) == [
        "丙 missing missing missing partial missing 1",
        "乙 missing missing missing missing partial 1",
        "甲 complete complete missing complete complete 4",
      ])
    let some = try CoverageQuery(selection: Selection(bodies: ["乙"], years: [2022...2025]))
      .run(on: fixture.panel(), catalog: .standard)
    // Also years of which nobody has a report.
    #expect(ResultText.rows(some) == ["乙 missing partial missing missing 1"])
    let none = try CoverageQuery(selection: Selection(years: [2030...2030]), onlyMissing: true)
      .run(on: fixture.panel(), catalog: .standard)
    #expect(ResultText.rows(none) == ["丙 missing 0", "乙 missing 0", "甲 missing 0"])
  }
}
