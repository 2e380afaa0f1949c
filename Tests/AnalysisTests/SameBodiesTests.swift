import ReportModel
import Testing

@testable import Analysis

@Suite("The same bodies in every year")
struct SameBodiesTests {
  private static let panel = {
    var fixture = PanelFixture()
    for (body, figures) in [
      ("甲", ["1", "2", "3"]), ("乙", ["10", "20", "30"]), ("丙", ["100", "", "300"]),
      ("丁", ["1000", "-", "3000"]),
    ] {
      for (year, figure) in zip(2021...2023, figures) where figure != "-" {
        fixture.add(
          body, year,
          ["penalty.decisions": figure.isEmpty ? .unread(.blank) : .value(figure)])
      }
    }
    return fixture.panel()
  }()
  private static let code = IndicatorCode("penalty.decisions")

  @Test("sums are over bodies with a figure in each year, and the note says who is not among them")
  func sums() throws {
    let all = try CompareQuery([Self.code], by: [.year]).run(on: Self.panel, catalog: .standard)
    #expect(ResultText.rows(all) == ["2021 1111 4 4", "2022 22'uc 2 3", "2023 3333'c 4 4"])
    #expect(all.notes == [])
    let same = try CompareQuery([Self.code], by: [.year], sameBodies: true)
      .run(on: Self.panel, catalog: .standard)
    #expect(ResultText.rows(same) == ["2021 11 2 2", "2022 22 2 2", "2023 33 2 2"])
    #expect(
      same.notes.map(\.english) == [
        "Same bodies: 2 of 4 have every figure in each of the years 2021..2023; "
          + "left out: 丁, 丙."
      ])
  }

  @Test("the years selected are the ones that count")
  func years() throws {
    let same = try CompareQuery(
      [Self.code], by: [.year], selection: Selection(years: [2021...2021, 2023...2023]),
      sameBodies: true
    ).run(on: Self.panel, catalog: .standard)
    #expect(ResultText.rows(same) == ["2021 1111 4 4", "2023 3333 4 4"])
    let trend = try TrendQuery([Self.code], sameBodies: true)
      .run(on: Self.panel, catalog: .standard)
    #expect(trend.rows.count == 2)
    #expect(trend.notes.count == 1)
  }

  @Test("where there is none, the query is refused")
  func nobody() {
    #expect(throws: AnalysisError.noSameBodies(years: [2021, 2022, 2023], bodies: 4)) {
      try CompareQuery([Self.code, IndicatorCode("rules.made")], sameBodies: true)
        .run(on: Self.panel, catalog: .standard)
    }
  }
}
