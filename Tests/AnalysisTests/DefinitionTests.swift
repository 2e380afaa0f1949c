import Forms
import ReportModel
import Testing

@testable import Analysis

@Suite("Derived indicators of the user's")
struct DefinitionTests {
  private func indicator(_ formula: String) throws(AnalysisError) -> Indicator {
    try Definition(code: IndicatorCode("x"), formula: formula).indicator(in: .standard)
  }

  @Test(
    "have the unit, the table and the applicants of their parts",
    arguments: [
      ("outcome.granted / outcome.total", .ratio, 3, true),
      ("outcome.refused.internal + outcome.refused.process", .count, 3, true),
      ("requests.new[firm] / requests.new[total]", .ratio, 3, false),
      ("penalty.decisions + licensing.decisions", .count, 2, false),
      ("fees.amount", .tenThousandYuan, 2, false),
      ("review.total / requests.new[total]", .ratio, 4, false),
      ("rate.disclosure", .ratio, 3, true),
    ] as [(String, MeasureUnit, Int, Bool)])
  func shape(formula: String, unit: MeasureUnit, table: Int, hasApplicants: Bool) throws {
    let indicator = try indicator(formula)
    #expect(indicator.unit == unit)
    #expect(indicator.table == table)
    #expect(indicator.hasApplicants == hasApplicants)
    #expect(indicator.isDerived)
  }

  @Test("never mix units, and are sums or ratios of sums only")
  func refused() {
    let penalties = IndicatorCode("penalty.decisions")
    let fees = IndicatorCode("fees.amount")
    for (formula, expected) in [
      (
        "penalty.decisions + fees.amount",
        AnalysisError.unitsNotAdded(penalties, .count, fees, .tenThousandYuan)
      ),
      (
        "fees.amount / penalty.decisions",
        .unitsNotDivided(fees, .tenThousandYuan, penalties, .count)
      ),
      (
        "penalty.decisions * 2",
        .formulaNotSupported(IndicatorCode("x"), formula: "penalty.decisions * 2")
      ),
      ("x + 1", .formulaNotSupported(IndicatorCode("x"), formula: "x + 1")),
      ("no.such", .unknownIndicator(IndicatorCode("no.such"))),
    ] {
      #expect(throws: expected, "\(formula)") { try indicator(formula) }
    }
  }

  @Test("may not double from one to the next without end")
  func doubling() {
    let names = (0...30).map { IndicatorCode("d\($0)") }
    let definitions = names.indices.map { index in
      let before = index == 0 ? "penalty.decisions" : names[index - 1].text
      return Definition(code: names[index], formula: "\(before) + \(before)")
    }
    #expect(throws: AnalysisError.formulaTooLong(names[9], limit: 1_000)) {
      try FormCatalog.standard.adding(definitions)
    }
  }

  @Test("may rest on each other, but not in a circle")
  func chain() throws {
    let a = Definition(code: IndicatorCode("a"), formula: "review.total + suit.total")
    let b = Definition(code: IndicatorCode("b"), formula: "a / requests.new[total]")
    let catalog = try FormCatalog.standard.adding([a, b])
    #expect(catalog.indicators[IndicatorCode("b")]?.unit == .ratio)
    #expect(throws: AnalysisError.self) {
      try FormCatalog.standard.adding([
        a, b, Definition(code: IndicatorCode("a"), formula: "b"),
      ])
    }
  }

  @Test("a rate without denominator, or with one that was not read, has no value")
  func missing() throws {
    var fixture = PanelFixture()
    let firm = "requests.new[firm]"
    let total = "requests.new[total]"
    fixture.add("甲", 2021, [firm: .value("1"), total: .value("3")])
    fixture.add("甲", 2022, [firm: .value("0"), total: .value("0")])
    fixture.add("甲", 2023, [firm: .value("1"), total: .unread(.blank)])
    let catalog = try FormCatalog.standard.adding([
      Definition(code: IndicatorCode("x"), formula: "requests.new[firm] / requests.new[total]")
    ])
    let table = try CompareQuery([IndicatorCode("x")], by: [.year])
      .run(on: fixture.panel(), catalog: catalog)
    #expect(ResultText.rows(table) == ["2021 0.333333 1 1", "2022 -': 1 1", "2023 -'u 0 1"])
  }
}
