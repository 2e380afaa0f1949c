import ReportModel
import Testing

@testable import Analysis

@Suite("Percentiles of a comparison")
struct PercentileTests {
  private static let code = IndicatorCode("penalty.decisions")
  private static let panel = {
    var fixture = PanelFixture()
    for (body, figures) in [
      ("甲", ["1", "4"]), ("乙", ["2", "8"]), ("丙", ["30", ""]), ("丁", ["4", "6"]),
    ] {
      for (year, figure) in zip(2022...2023, figures) {
        fixture.add(
          body, year,
          ["penalty.decisions": figure.isEmpty ? .unread(.blank) : .value(figure)])
      }
    }
    return fixture.panel()
  }()

  @Test("are taken over the bodies of a row, without those that have no figure")
  func rows() throws {
    let median = try CompareQuery([Self.code], measure: .percentile(50))
      .run(on: Self.panel, catalog: .standard)
    #expect(ResultText.header(median).hasPrefix("year penalty.decisions.median reports"))
    #expect(ResultText.rows(median) == ["2022 3 4 4", "2023 6'uc 3 4"])
    let tenth = try CompareQuery([Self.code], by: [.year], measure: .percentile(90))
      .run(on: Self.panel, catalog: .standard)
    #expect(ResultText.rows(tenth) == ["2022 22.2 4 4", "2023 7.6'uc 3 4"])
    #expect(tenth.columns[1].kind == .figure(.count))
  }

  @Test("of a rate are of the bodies' rates, not of the rate of their sums")
  func rates() throws {
    var fixture = PanelFixture()
    for (body, granted, total) in [("甲", "1", "2"), ("乙", "9", "90"), ("丙", "0", "0")] {
      fixture.add(
        body, 2022,
        ["outcome.granted[total]": .value(granted), "outcome.total[total]": .value(total)])
    }
    let table = try CompareQuery(
      [IndicatorCode("rate.disclosure")], by: [.year], measure: .percentile(50)
    ).run(on: fixture.panel(), catalog: .standard)
    #expect(ResultText.rows(table).first?.hasPrefix("2022 0.3") == true)
    #expect(table.columns[1].kind == .share)
    #expect(
      table.notes.map(\.english) == [
        "In 1 row a body with nothing to divide by is not among the values."
      ])
  }

  @Test("of one body make no sense")
  func ofOneBody() {
    #expect(throws: AnalysisError.percentileOfOneBody) {
      try CompareQuery([Self.code], by: [.body], measure: .percentile(50))
        .run(on: Self.panel, catalog: .standard)
    }
  }
}
