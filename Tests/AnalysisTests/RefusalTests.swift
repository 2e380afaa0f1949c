import Forms
import Panel
import ReportModel
import Testing

@testable import Analysis

@Suite("Queries without an honest answer")
struct RefusalTests {
  private let code = IndicatorCode("penalty.decisions")

  private func panel() -> Panel {
    var fixture = PanelFixture()
    fixture.add("甲", 2021)
    fixture.add("乙", 2023)
    return fixture.panel()
  }

  private func expect(_ error: AnalysisError, _ query: CompareQuery) {
    #expect(throws: error) { try query.run(on: panel(), catalog: .standard) }
  }

  @Test("a selection without reports is an error, never an empty table")
  func noReports() {
    let none = Selection(bodies: ["甲"], years: [2023...2023])
    expect(.noReports(none), CompareQuery([code], selection: none))
    expect(.bodyNotLoaded("丙"), CompareQuery([code], selection: Selection(bodies: ["丙"])))
    expect(
      .yearsNotLoaded(2022...2022), CompareQuery([code], selection: Selection(years: [2022...2022]))
    )
    #expect(throws: AnalysisError.noReports(.all)) {
      try CoverageQuery().run(on: PanelFixture().panel(), catalog: .standard)
    }
    #expect(throws: AnalysisError.noReports(.all)) {
      try TrendQuery([code]).run(on: PanelFixture().panel(), catalog: .standard)
    }
  }

  @Test("a query that contradicts itself is refused")
  func contradictions() {
    let rate = IndicatorCode("rate.disclosure")
    expect(.noIndicators, CompareQuery([]))
    expect(.unknownIndicator(IndicatorCode("x")), CompareQuery([IndicatorCode("x")]))
    expect(.repeatedIndicator(code), CompareQuery([code, code]))
    expect(.repeatedDimension(.year), CompareQuery([code], by: [.year, .body, .year]))
    expect(.noApplicants(code), CompareQuery([code], by: [.applicant]))
    expect(.noApplicants(code), CompareQuery([code], applicant: .firm))
    expect(.measureNeedsYear(.growth), CompareQuery([code], by: [.body], measure: .growth))
    expect(.measureDoesNotFit(.share, rate), CompareQuery([rate], measure: .share))
    expect(
      .unitsDiffer(code, .count, rate, .ratio),
      CompareQuery([code, rate], by: [.year, .indicator]))
  }

  @Test("an applicant as dimension and as filter is a contradiction")
  func applicantTwice() {
    let requests = IndicatorCode("requests.new")
    expect(
      .applicantTwice(.firm), CompareQuery([requests], applicant: .firm, by: [.applicant]))
  }

  @Test(
    "formulas that sums and ratios cannot express are refused",
    arguments: [
      "penalty.decisions * 2", "previous.penalty.decisions", "rate.disclosure + 1", "test.loop",
      "1 +", "sum(outcome.refused.*) = 0",
    ])
  func formulas(formula: String) throws {
    let loop = IndicatorCode("test.loop")
    let own = Indicator(
      code: loop, label: LocalizedText(verbatim: "own"), names: [], unit: .count,
      origin: .derived(formula: formula), table: 2, hasApplicants: false)
    let standard = FormCatalog.standard
    let catalog = FormCatalog(
      forms: standard.forms, indicators: IndicatorDictionary(standard.indicators.all + [own]),
      crosswalk: standard.crosswalk)
    let error = #expect(throws: AnalysisError.self) {
      try CompareQuery([loop]).run(on: panel(), catalog: catalog)
    }
    guard case .formulaNotSupported? = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
  }

  @Test("a sum that leaves the exact numbers is an error")
  func outOfRange() {
    var fixture = PanelFixture()
    for body in ["甲", "乙"] {
      fixture.add(body, 2022, ["penalty.decisions": .value("9223372036854775807")])
    }
    let panel = fixture.panel()
    #expect(throws: AnalysisError.outOfRange(code)) {
      try CompareQuery([code], by: [.year]).run(on: panel, catalog: .standard)
    }
  }
}
