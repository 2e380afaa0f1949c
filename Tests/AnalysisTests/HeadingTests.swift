import Forms
import Panel
import ReportModel
import Testing

@testable import Analysis

@Suite("Headings of shares")
struct HeadingTests {
  @Test(
    "a share says of what",
    arguments: [
      ([.year], "share of all years", "占各年合计"), ([.body], "share of all bodies", "占各机关合计"),
      ([.body, .year], "share of the body's years", "占该机关各年合计"),
      ([.year, .body], "share of the year's bodies", "占当年各机关合计"),
      ([.year, .applicant], "share of the year's applicants", "占当年各类申请人合计"),
      ([.form], "share of all forms", "占各格式合计"),
      (
        [.year, .body, .applicant], "share of the applicants of each year and body",
        "占该机关当年各类申请人合计"
      ),
      ([.year, .indicator], "share of the indicators shown", "占所列指标合计"),
      ([.indicator, .year], "share of all years", "占各年合计"),
    ] as [([Dimension], String, String)])
  func wholes(dimensions: [Dimension], english: String, chinese: String) {
    #expect(
      ShareWhole(dimensions).label == LocalizedText(chinese: chinese, english: english))
  }

  @Test("the whole stands in the heading of the values and above the chart")
  func headings() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2022, ["outcome.granted[total]": .value("6")])
    let codes = [IndicatorCode("outcome.granted"), IndicatorCode("outcome.partial")]
    let wide = try CompareQuery([codes[0]], by: [.year], measure: .share)
      .run(on: fixture.panel(), catalog: .standard)
    let expected = LocalizedText(chinese: "予以公开：占各年合计", english: "Granted: share of all years")
    #expect(wide.columns[1].heading == expected)
    #expect(wide.chart?.title == expected)
    let long = try CompareQuery(codes, by: [.year, .indicator], measure: .share)
      .run(on: fixture.panel(), catalog: .standard)
    #expect(long.columns[2].heading.english == "share of the indicators shown")
    #expect(long.columns[2].name == "share")
  }
}
