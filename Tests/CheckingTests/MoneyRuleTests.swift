import Forms
import Panel
import ReportModel
import Testing

@testable import Checking

@Suite("Money in rules")
struct MoneyRuleTests {
  private func counts(
    _ assertion: String, fees: (Quantity, MeasureUnit), procurement: Quantity? = nil
  ) throws -> OutcomeCounts {
    let rules = try RuleSet(
      yaml: """
        id: own
        version: "1"
        rules:
          - id: O.money
            label: {zh: 金额, en: money}
            severity: error
            basis: screen
            table: 2
            for: {groups: [fees]}
            assert: \(assertion)
        """)
    var builder = PanelBuilder()
    var entries = [
      PanelBuilder.Entry(
        key: CellKey(IndicatorCode("fees.amount")), state: .reported, value: fees.0, unit: fees.1)
    ]
    var form = "gid-2021"
    if let procurement {
      form = "gid-2019"
      entries = [
        PanelBuilder.Entry(
          key: CellKey(IndicatorCode("procurement.amount")), state: .reported,
          value: procurement, unit: .unstatedMoney)
      ]
    }
    builder.add(PanelReport(id: 1, body: "某局", year: 2022, forms: [2: form]), cells: entries)
    return try Checker(ruleSet: rules, catalog: .standard).check(builder.build()).total
  }

  @Test("figures are held against a rule in 10,000 yuan, whatever unit the page has")
  func units() throws {
    let amount = try #require(Quantity("25.1"))
    let yuan = Quantity(251_000)
    #expect(
      try counts("group.amount = 25.1", fees: (amount, .tenThousandYuan))
        == OutcomeCounts(passed: 1))
    #expect(try counts("group.amount = 25.1", fees: (yuan, .yuan)) == OutcomeCounts(passed: 1))
    #expect(try counts("group.amount = 25.2", fees: (yuan, .yuan)) == OutcomeCounts(failed: 1))
  }

  @Test("money without a stated unit is never blamed, but zero is zero in any unit")
  func unstated() throws {
    let amount = try #require(Quantity("2568.714"))
    #expect(
      try counts("procurement.amount < 100", fees: (.zero, .yuan), procurement: amount)
        == OutcomeCounts(unknown: 1))
    #expect(
      try counts("procurement.amount = 0", fees: (.zero, .yuan), procurement: amount)
        == OutcomeCounts(failed: 1))
  }
}
