import Forms
import Panel
import ReportModel
import Testing

@testable import Analysis

@Suite("Measures and derived indicators")
struct MeasureTests {
  private let code = IndicatorCode("requests.new")
  private let rate = IndicatorCode("rate.disclosure")

  private func run(_ query: CompareQuery, _ fixture: PanelFixture) throws -> ResultTable {
    try query.run(on: fixture.panel(), catalog: .standard)
  }

  private func requests(_ years: [Int: String], body: String = "甲") -> PanelFixture {
    var fixture = PanelFixture()
    for (year, count) in years { fixture.add(body, year, ["requests.new[total]": .value(count)]) }
    return fixture
  }

  @Test("growth from zero is missing; a year that is not loaded gives no change")
  func growth() throws {
    let fixture = requests([2019: "0", 2020: "8", 2021: "10", 2023: "12"])
    let growth = CompareQuery([code], by: [.year], measure: .growth)
    #expect(
      ResultText.rows(try run(growth, fixture)) == [
        "2019 - 1 1", "2020 - 1 1", "2021 0.25 1 1", "2023 - 1 1",
      ])
    let change = CompareQuery([code], by: [.year], measure: .change)
    #expect(
      ResultText.rows(try run(change, fixture)) == [
        "2019 - 1 1", "2020 8 1 1", "2021 2 1 1", "2023 - 1 1",
      ])
  }

  @Test("an index sets its base year to 100")
  func index() throws {
    let fixture = requests([2020: "30", 2021: "40", 2022: "10"])
    let query = CompareQuery([code], by: [.year], measure: .index(base: 2020))
    #expect(
      ResultText.rows(try run(query, fixture)) == [
        "2020 100 1 1", "2021 133.33 1 1", "2022 33.33 1 1",
      ])
    #expect(throws: AnalysisError.baseYearNotSelected(2018)) {
      try run(CompareQuery([code], by: [.year], measure: .index(base: 2018)), fixture)
    }
  }

  @Test("growth between sums of other bodies says so")
  func growthOfOtherBodies() throws {
    var fixture = requests([2021: "10", 2022: "20"])
    fixture.add("乙", 2022, ["requests.new[total]": .value("10")])
    let query = CompareQuery([code], by: [.year], measure: .growth)
    #expect(ResultText.rows(try run(query, fixture)) == ["2021 - 1 1", "2022 2'c 2 2"])
  }

  @Test("shares are of the rows that differ in the last dimension only")
  func shares() throws {
    var fixture = requests([2021: "1", 2022: "2"])
    fixture.add("乙", 2021, ["requests.new[total]": .value("3")])
    fixture.add("乙", 2022, ["requests.new[total]": .value("0")])
    let query = CompareQuery([code], by: [.year, .body], measure: .share)
    #expect(
      ResultText.rows(try run(query, fixture)) == [
        "2021 乙 0.75 1 1", "2021 甲 0.25 1 1", "2022 乙 0 1 1", "2022 甲 1 1 1",
      ])
  }

  @Test("shares of a whole of other bodies than the year before say so")
  func sharesOfOtherBodies() throws {
    var fixture = requests([2021: "1", 2022: "2", 2023: "2"])
    fixture.add("乙", 2021, ["requests.new[total]": .value("3")])
    var query = CompareQuery([code], by: [.year, .body], measure: .share)
    #expect(
      ResultText.rows(try run(query, fixture)) == [
        "2021 乙 0.75 1 1", "2021 甲 0.25 1 1", "2022 甲 1'c 1 1", "2023 甲 1 1 1",
      ])
    query.dimensions = [.body, .year]
    #expect(
      ResultText.rows(try run(query, fixture)) == [
        "乙 2021 1'c 1 1", "甲 2021 0.2 1 1", "甲 2022 0.4 1 1", "甲 2023 0.4 1 1",
      ])
  }

  @Test("a share of a whole that was not read in full is marked")
  func sharesOfUnread() throws {
    var fixture = requests([2021: "1"])
    fixture.add("乙", 2021, ["requests.new[total]": .unread(.blank)])
    let query = CompareQuery([code], by: [.year, .body], measure: .share)
    #expect(ResultText.rows(try run(query, fixture)) == ["2021 乙 -'u 0 1", "2021 甲 1'u 1 1"])
  }

  @Test("shares over indicators need indicators that do not contain each other")
  func sharesOverIndicators() throws {
    var fixture = PanelFixture()
    fixture.add(
      "甲", 2022,
      ["outcome.granted[total]": .value("6"), "outcome.partial[total]": .value("2")])
    let parts = [IndicatorCode("outcome.granted"), IndicatorCode("outcome.partial")]
    let query = CompareQuery(parts, by: [.year, .indicator], measure: .share)
    #expect(
      ResultText.rows(try run(query, fixture)) == [
        "2022 outcome.granted 0.75 1 1", "2022 outcome.partial 0.25 1 1",
      ])
    for (whole, part) in [
      ("outcome.total", "outcome.granted"), ("outcome.refused", "outcome.refused.security"),
      ("outcome.other", "outcome.other.rest"), ("suit.total", "suit_direct.upheld"),
    ] {
      let (whole, part) = (IndicatorCode(whole), IndicatorCode(part))
      #expect(throws: AnalysisError.indicatorsOverlap(whole, part)) {
        try run(
          CompareQuery([part, whole], by: [.year, .indicator], measure: .share), fixture)
      }
    }
  }

  @Test("the rate of several reports is the ratio of their sums")
  func ratioOfSums() throws {
    var fixture = PanelFixture()
    fixture.add(
      "甲", 2022,
      ["outcome.granted[total]": .value("1"), "outcome.total[total]": .value("2")])
    fixture.add(
      "乙", 2022,
      [
        "outcome.granted[total]": .value("1"), "outcome.partial[total]": .value("1"),
        "outcome.total[total]": .value("8"),
      ])
    // Counts in neither sum: the denominator is there, a part of the numerator is not.
    fixture.add(
      "丙", 2022,
      ["outcome.granted[total]": .unread(.blank), "outcome.total[total]": .value("90")])
    let table = try run(CompareQuery([rate], by: [.year]), fixture)
    #expect(ResultText.rows(table) == ["2022 0.3'u 2 3"])
    #expect(table.columns[1].kind == .share)
    #expect(table.columns[1].heading.english == "Disclosure rate (derived)")
  }

  @Test("a rate without a denominator is missing, never zero")
  func zeroDenominator() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2022)
    let table = try run(CompareQuery([rate], by: [.year]), fixture)
    #expect(ResultText.rows(table) == ["2022 -': 1 1"])
    #expect(
      ResultText.footnotes(table) == [
        ": Disclosure rate – The denominator is zero; there is no rate."
      ])
  }

  @Test("every derived indicator of the dictionary can be worked out in both forms")
  func allDerived() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2020)
    fixture.add("甲", 2021)
    let derived = FormCatalog.standard.indicators.all.filter(\.isDerived)
    #expect(derived.count >= 9)
    for indicator in derived {
      let table = try run(CompareQuery([indicator.code], by: [.year]), fixture)
      let value = indicator.unit == .ratio ? "-':" : "0"
      #expect(ResultText.rows(table) == ["2020 \(value) 1 1", "2021 \(value) 1 1"])
    }
  }

  @Test("a derived figure of a report counts only where all its parts were read")
  func derivedWithUnreadPart() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2022, ["outcome.refused.security[total]": .value("2")])
    fixture.add(
      "乙", 2022,
      [
        "outcome.refused.security[total]": .value("3"),
        "outcome.refused.internal[total]": .unread(.dash),
      ])
    let query = CompareQuery([IndicatorCode("outcome.refused")], by: [.year])
    #expect(ResultText.rows(try run(query, fixture)) == ["2022 2'u 1 2"])
  }

  @Test("a formula can name its applicant")
  func namedApplicant() throws {
    var fixture = PanelFixture()
    fixture.add(
      "甲", 2022,
      [
        "requests.new[total]": .value("8"), "review.total": .value("1"),
        "suit_direct.total": .value("1"),
      ])
    let query = CompareQuery([IndicatorCode("rate.dispute")], by: [.year])
    #expect(ResultText.rows(try run(query, fixture)) == ["2022 0.25 1 1"])
  }

  @Test("money without a stated unit stands as printed and is never added")
  func unstatedMoney() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2020, ["procurement.amount": .value("2568.714")])
    fixture.add("乙", 2020, ["procurement.amount": .value("8040")])
    let amount = IndicatorCode("procurement.amount")
    let single = try run(CompareQuery([amount], by: [.body, .year]), fixture)
    #expect(ResultText.rows(single) == ["乙 2020 8040 1 1", "甲 2020 2568.714 1 1"])
    #expect(single.columns[2].kind == .figure(.unstatedMoney))
    let sum = try run(CompareQuery([amount], by: [.year]), fixture)
    #expect(ResultText.rows(sum) == ["2020 -'u 2 2"])
    #expect(
      ResultText.footnotes(sum) == [
        "u Procurement: amount – Amounts whose unit is not stated cannot be added up or compared."
      ])
    let share = try run(CompareQuery([amount], by: [.year, .body], measure: .share), fixture)
    #expect(ResultText.rows(share) == ["2020 乙 -'u 1 1", "2020 甲 -'u 1 1"])
  }

  @Test("money in a stated unit is added exactly")
  func statedMoney() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2022, ["fees.amount": .value("0.1")])
    fixture.add("乙", 2022, ["fees.amount": .value("2000", unit: .yuan)])
    let table = try run(CompareQuery([IndicatorCode("fees.amount")], by: [.year]), fixture)
    #expect(ResultText.rows(table) == ["2022 0.3 2 2"])
    #expect(table.columns[1].kind == .figure(.tenThousandYuan))
  }
}
