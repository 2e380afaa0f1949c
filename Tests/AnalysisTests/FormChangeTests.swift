import Forms
import Panel
import ReportModel
import Testing

@testable import Analysis

@Suite("Comparing across the change of forms")
struct FormChangeTests {
  private func run(
    _ query: CompareQuery, _ fixture: PanelFixture, catalog: FormCatalog = .standard
  ) throws -> ResultTable {
    try query.run(on: fixture.panel(), catalog: catalog)
  }

  @Test("the rows of the new form add up to the row of the old one, marked")
  func aggregate() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2020, ["outcome.other[total]": .value("9")])
    fixture.add(
      "甲", 2021,
      [
        "outcome.other.not_corrected[total]": .value("1"),
        "outcome.other.fee_unpaid[total]": .value("2"), "outcome.other.rest[total]": .value("4"),
      ])
    fixture.add("甲", 2022, ["outcome.other.rest[total]": .unread(.blank)])
    // The new table 2 above the old table 3, as it occurs.
    fixture.add(
      "甲", 2023, forms: [3: PanelFixture.old], ["outcome.other[total]": .value("5")])
    let table = try run(CompareQuery([IndicatorCode("outcome.other")], by: [.year]), fixture)
    #expect(
      ResultText.rows(table) == [
        "2020 9 1 1", "2021 7'a 1 1", "2022 -'u 0 1", "2023 5 1 1",
      ])
    #expect(table.footnotes.map(\.flag) == [.aggregated, .unread])
    #expect(
      ResultText.footnotes(table).first
        == "a Other handling – Form of 2021 has no such row; added up from its parts. "
        + "The three rows of the form of 2021 add up to the one row of the form of 2019.")
  }

  @Test("a figure of one form only is not available elsewhere, and the footnote says why")
  func oneFormOnly() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2020)
    fixture.add("甲", 2021, ["rules.in_force": .value("12")])
    fixture.add("甲", 2022, ["rules.in_force": .value("15")])
    let code = IndicatorCode("rules.in_force")
    let table = try run(CompareQuery([code], by: [.year]), fixture)
    #expect(ResultText.rows(table) == ["2020 -': 0 1", "2021 12 1 1", "2022 15 1 1"])
    #expect(
      ResultText.footnotes(table) == [
        ": Rules: in force – Form of 2019 has no such figure. The forms measure different "
          + "quantities (made and published in 2019; issued, repealed, in force in 2021)."
      ])
    let change = try run(CompareQuery([code], by: [.year], measure: .change), fixture)
    #expect(ResultText.rows(change) == ["2020 - 0 1", "2021 -': 1 1", "2022 3 1 1"])
  }

  @Test("a year in which only some forms have the figure says so beside the sum")
  func partlyAvailable() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2021, ["rules.in_force": .value("12")])
    fixture.add("乙", 2021, form: PanelFixture.old)
    let table = try run(CompareQuery([IndicatorCode("rules.in_force")], by: [.year]), fixture)
    #expect(ResultText.rows(table) == ["2021 12': 1 2"])
  }

  @Test("a series of one form is not marked because of other bodies' forms")
  func marksOfOwnSeries() throws {
    var fixture = PanelFixture()
    for (body, years) in [("甲", [2020, 2021]), ("乙", [2021, 2022])] {
      for year in years { fixture.add(body, year, ["penalty.decisions": .value("5")]) }
    }
    for dimensions in [[Dimension.body, .year], [.body, .year, .form]] {
      let table = try run(CompareQuery([code], by: dimensions), fixture)
      #expect(table.rows.map { $0[dimensions.count].flags } == [[], [], [], [.definitionDiffers]])
    }
    // The forms themselves follow each other.
    let byForm = try run(CompareQuery([code], by: [.form, .year]), fixture)
    #expect(
      ResultText.rows(byForm) == [
        "gid-2019 2020 5 1 1", "gid-2021 2021 10'd 2 2", "gid-2021 2022 5'dc 1 1",
      ])
    // Side by side without the years, bodies are compared with each other.
    let byBody = try run(CompareQuery([code], by: [.body]), fixture)
    #expect(byBody.rows.map { $0[1].flags.first } == [.definitionDiffers, .definitionDiffers])
  }

  @Test("a break between bodies of one year is marked, though neither series has one")
  func breakSideBySide() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2021, form: PanelFixture.old)
    fixture.add("乙", 2021)
    fixture.add("乙", 2022)
    let query = CompareQuery([code], by: [.year, .body], breaks: .show)
    #expect(
      ResultText.rows(try run(query, fixture, catalog: try catalog("none"))) == [
        "2021 乙 0'b 1 1", "2021 甲 0 1 1", "2022 乙 0 1 1",
      ])
    #expect(
      ResultText.rows(try run(query, fixture)) == [
        "2021 乙 0 1 1", "2021 甲 0 1 1", "2022 乙 0 1 1",
      ])
  }

  private func catalog(_ match: String) throws -> FormCatalog {
    let crosswalk = try Crosswalk(
      yaml: """
        - {from: gid-2019, to: gid-2021, codes: ["*"], match: \(match), why: {zh: 因, en: reason}}
        """)
    return FormCatalog(
      forms: FormCatalog.standard.forms, indicators: FormCatalog.standard.indicators,
      crosswalk: crosswalk)
  }

  private func penalties() -> PanelFixture {
    var fixture = PanelFixture()
    for (year, count) in [(2019, "4"), (2020, "5"), (2021, "8"), (2022, "10")] {
      fixture.add("甲", year, ["penalty.decisions": .value(count)])
    }
    return fixture
  }

  private let code = IndicatorCode("penalty.decisions")

  @Test("figures of different meaning are not put side by side")
  func breakRefused() throws {
    let catalog = try catalog("none")
    let expected = AnalysisError.breakInSeries(
      indicator: code, fromForm: "gid-2019", toForm: "gid-2021",
      why: LocalizedText(chinese: "因", english: "reason"))
    for measure in [Measure.count, .change, .growth, .index(base: 2019), .share] {
      let query = CompareQuery([code], by: [.year], measure: measure)
      #expect(throws: expected) { try run(query, penalties(), catalog: catalog) }
    }
    let within = CompareQuery([code], by: [.year], selection: Selection(years: [2021...2022]))
    #expect(try ResultText.rows(run(within, penalties(), catalog: catalog)).count == 2)
  }

  @Test("a break that is asked for is shown with its mark and never bridged")
  func breakShown() throws {
    let catalog = try catalog("none")
    var query = CompareQuery([code], by: [.year], breaks: .show)
    let table = try run(query, penalties(), catalog: catalog)
    #expect(
      ResultText.rows(table) == ["2019 4 1 1", "2020 5 1 1", "2021 8'b 1 1", "2022 10'b 1 1"])
    #expect(
      ResultText.footnotes(table) == [
        "b Penalties: decisions – Form of 2021 and Form of 2019 cannot be compared: reason"
      ])
    // No line of a chart crosses it, whatever the order of the rows.
    #expect(table.chart?.stretches == [0, 0, 1, 1])
    let long = try run(
      CompareQuery([code], by: [.year, .indicator], breaks: .show), penalties(), catalog: catalog)
    #expect(long.chart?.stretches == [0, 0, 1, 1])
    #expect(try run(query, penalties()).chart?.stretches == [])
    query.measure = .growth
    #expect(
      ResultText.rows(try run(query, penalties(), catalog: catalog)) == [
        "2019 - 1 1", "2020 0.25 1 1", "2021 -'b 1 1", "2022 0.25 1 1",
      ])
    query.measure = .count
    query.dimensions = [.body]
    #expect(ResultText.rows(try run(query, penalties(), catalog: catalog)) == ["甲 -'b 4 4"])
  }

  @Test("shares across a break are missing, shares within a year are not")
  func sharesAcrossBreak() throws {
    let catalog = try catalog("none")
    var query = CompareQuery([code], by: [.year], measure: .share, breaks: .show)
    #expect(
      try ResultText.rows(run(query, penalties(), catalog: catalog)).allSatisfy {
        $0.contains("-'b")
      })
    query.dimensions = [.year, .body]
    #expect(
      try ResultText.rows(run(query, penalties(), catalog: catalog)) == [
        "2019 甲 1 1 1", "2020 甲 1 1 1", "2021 甲 1'b 1 1", "2022 甲 1'b 1 1",
      ])
  }

  @Test("forms on which nothing is stated do not compare")
  func nothingStated() throws {
    let silent = FormCatalog(
      forms: FormCatalog.standard.forms, indicators: FormCatalog.standard.indicators,
      crosswalk: try Crosswalk(yaml: "[]"))
    #expect(throws: AnalysisError.self) {
      try run(CompareQuery([code], by: [.year]), penalties(), catalog: silent)
    }
  }

  @Test("a change is marked where it crosses the forms, not after")
  func marksOfChanges() throws {
    let query = CompareQuery([code], by: [.year], measure: .change)
    #expect(
      ResultText.rows(try run(query, penalties())) == [
        "2019 - 1 1", "2020 1 1 1", "2021 3'd 1 1", "2022 2 1 1",
      ])
  }
}
