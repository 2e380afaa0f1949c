import Forms
import Panel
import ReportModel
import Testing

@testable import Analysis

@Suite("Figures of several years taken together")
struct YearsTakenTogetherTests {
  private let inForce = IndicatorCode("normative.in_force")
  private let decisions = IndicatorCode("penalty.decisions")
  private let new = IndicatorCode("requests.new")

  private func run(_ query: CompareQuery, _ fixture: PanelFixture) throws -> ResultTable {
    try query.run(on: fixture.panel(), catalog: .standard)
  }

  private func fixture() -> PanelFixture {
    var fixture = PanelFixture()
    for (body, years) in [("甲", [2021: "297", 2022: "289"]), ("乙", [2022: "10"])] {
      for (year, count) in years.sorted(by: { $0.key < $1.key }) {
        fixture.add(
          body, year,
          [
            "normative.in_force": .value(count), "penalty.decisions": .value(count),
            "requests.new[total]": .value("4"), "requests.carried_in[total]": .value("1"),
          ])
      }
    }
    return fixture
  }

  @Test("a stock is not added up over years")
  func stock() throws {
    let fixture = fixture()
    for dimension in [Dimension.body, .form] {
      #expect(throws: AnalysisError.stockOverYears(inForce)) {
        try run(CompareQuery([inForce], by: [dimension]), fixture)
      }
    }
    #expect(throws: AnalysisError.stockOverYears(inForce)) {
      try run(CompareQuery([decisions, inForce], by: [.body]), fixture)
    }
  }

  @Test("within a year stocks of several bodies add up, and years stand side by side")
  func stockOfOneYear() throws {
    let fixture = fixture()
    let byYear = try run(CompareQuery([inForce], by: [.year]), fixture)
    #expect(ResultText.rows(byYear) == ["2021 297 1 1", "2022 299'c 2 2"])
    let one = CompareQuery([inForce], by: [.body], selection: Selection(years: [2022...2022]))
    #expect(ResultText.rows(try run(one, fixture)) == ["乙 10 1 1", "甲 289 1 1"])
    let change = CompareQuery([inForce], by: [.body, .year], measure: .change)
    #expect(
      ResultText.rows(try run(change, fixture)) == [
        "乙 2022 - 1 1", "甲 2021 - 1 1", "甲 2022 -8 1 1",
      ]
    )
  }

  @Test("what contains a stock is not added up over years either")
  func derivedFromStock() throws {
    let load = IndicatorCode("requests.handled_load")
    #expect(throws: AnalysisError.stockOverYears(load)) {
      try run(CompareQuery([load], by: [.body]), fixture())
    }
    let byYear = try run(CompareQuery([load], by: [.year]), fixture())
    #expect(ResultText.rows(byYear) == ["2021 5 1 1", "2022 10'c 2 2"])
  }

  @Test("the whole of a stock's shares lies within one year")
  func sharesOfStock() throws {
    var query = CompareQuery([inForce], by: [.body, .year], measure: .share)
    #expect(throws: AnalysisError.stockOverYears(inForce)) { try run(query, fixture()) }
    var apart = PanelFixture()
    apart.add("甲", 2021, ["normative.in_force": .value("3")])
    apart.add("乙", 2022, ["normative.in_force": .value("1")])
    query.dimensions = [.body]
    #expect(throws: AnalysisError.stockOverYears(inForce)) { try run(query, apart) }
    query.dimensions = [.year, .body]
    #expect(
      ResultText.rows(try run(query, fixture())).map { $0.prefix(6) } == [
        "2021 甲", "2022 乙", "2022 甲",
      ])
  }

  @Test("a sum over several years is marked with the years")
  func flow() throws {
    let table = try run(
      CompareQuery([decisions], by: [.body], selection: Selection(bodies: ["甲"])), fixture())
    #expect(ResultText.rows(table) == ["甲 586'y 2 2"])
    #expect(
      ResultText.footnotes(table) == ["y Penalties: decisions – sum of the years 2021, 2022."])
    #expect(table.footnotes.map(\.text.chinese) == ["行政处罚处理决定数量：2021、2022年合计。"])
  }

  @Test("a value of one year is no sum over years; figures not read do not count")
  func oneYearOnly() throws {
    var fixture = fixture()
    fixture.add("乙", 2023, ["penalty.decisions": .unread(.blank)])
    let table = try run(CompareQuery([decisions], by: [.body]), fixture)
    #expect(ResultText.rows(table) == ["乙 10'uc 1 2", "甲 586'y 2 2"])
  }

  @Test("where rows add up different years the footnote says so")
  func differentYears() throws {
    var fixture = fixture()
    fixture.add("乙", 2023, ["penalty.decisions": .value("5")])
    let table = try run(CompareQuery([decisions], by: [.body]), fixture)
    #expect(ResultText.rows(table) == ["乙 15'cy 2 2", "甲 586'cy 2 2"])
    #expect(
      ResultText.footnotes(table).last
        == "y Penalties: decisions – sum of several of the years 2021, 2022, 2023.")
  }

  @Test("rates and shares over several years say so too")
  func ratesAndShares() throws {
    let rate = try run(
      CompareQuery([IndicatorCode("rate.dispute")], by: [.body]), fixture())
    #expect(
      ResultText.footnotes(rate).contains(
        "y Dispute rate – ratio of the sums of the years 2021, 2022."))
    let shares = try run(
      CompareQuery(
        [new], by: [.applicant], measure: .share, selection: Selection(bodies: ["甲"])), fixture())
    #expect(shares.footnotes.map(\.flag) == [.severalYears])
  }

  @Test("several bodies within a year are no several years")
  func severalBodies() throws {
    let byYear = try run(CompareQuery([decisions], by: [.year]), fixture())
    #expect(!byYear.footnotes.map(\.flag).contains(.severalYears))
    let one = CompareQuery([new], by: [.applicant], selection: Selection(years: [2022...2022]))
    #expect(try run(one, fixture()).footnotes.isEmpty)
  }
}
