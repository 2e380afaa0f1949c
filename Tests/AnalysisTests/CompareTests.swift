import Forms
import Panel
import ReportModel
import Testing

@testable import Analysis

@Suite("Comparing over years and bodies")
struct CompareTests {
  let penalties: IndicatorCode = IndicatorCode("penalty.decisions")
  static let figures = [
    ("甲", [2019: 10, 2020: 20, 2021: 30, 2022: 40, 2023: 50]),
    ("乙", [2019: 1, 2020: 2, 2021: 3, 2022: 4, 2023: 5]),
    ("丙", [2019: 100, 2020: 0, 2021: 300, 2022: 400, 2023: 500]),
  ]

  static func threeBodies() -> PanelFixture {
    var fixture = PanelFixture()
    for (body, years) in figures {
      for (year, count) in years.sorted(by: { $0.key < $1.key }) {
        fixture.add(body, year, ["penalty.decisions": .value(String(count))])
      }
    }
    return fixture
  }

  private func run(_ query: CompareQuery, _ fixture: PanelFixture) throws -> ResultTable {
    try query.run(on: fixture.panel(), catalog: .standard)
  }

  @Test("sums by year carry the mark of the form of 2021 with its reason")
  func penaltiesByYear() throws {
    let table = try run(CompareQuery([penalties], by: [.year]), Self.threeBodies())
    #expect(ResultText.header(table) == "year penalty.decisions reports reports_selected")
    #expect(
      ResultText.rows(table) == [
        "2019 111 3 3", "2020 22 3 3", "2021 333'd 3 3", "2022 444'd 3 3", "2023 555'd 3 3",
      ])
    #expect(
      ResultText.footnotes(table) == [
        "d Penalties: decisions – Form of 2021 and Form of 2019 differ in definition: "
          + "The form of 2021 counts decisions lawfully not published too; "
          + "the form of 2019 does not say."
      ])
    #expect(
      table.chart
        == ChartHint(
          mark: .line, x: "year", y: "penalty.decisions", series: [],
          title: LocalizedText(chinese: "行政处罚处理决定数量", english: "Penalties: decisions")))
  }

  @Test("the sums are those of the figures that went in")
  func sumsRecomputed() throws {
    let table = try run(CompareQuery([penalties], by: [.year]), Self.threeBodies())
    for row in table.rows {
      guard case .number(let year) = row[0].content, case .number(let sum) = row[1].content,
        let number = year.count
      else {
        Issue.record("a year and a sum")
        continue
      }
      let expected = Self.figures.compactMap { $0.1[Int(number)] }.reduce(0, +)
      #expect(sum == Quantity(Int64(expected)))
    }
  }

  @Test("within one form nothing is marked")
  func oneForm() throws {
    let table = try run(
      CompareQuery([penalties], by: [.year], selection: Selection(years: [2021...2023])),
      Self.threeBodies())
    #expect(ResultText.rows(table) == ["2021 333 3 3", "2022 444 3 3", "2023 555 3 3"])
    #expect(table.footnotes.isEmpty)
  }

  @Test("the default is body and year, for one body the year; bodies ascend by scalars")
  func defaultDimensions() throws {
    let all = try run(
      CompareQuery([penalties], selection: Selection(years: [2019...2019])), Self.threeBodies())
    #expect(ResultText.header(all) == "body year penalty.decisions reports reports_selected")
    #expect(ResultText.rows(all) == ["丙 2019 100 1 1", "乙 2019 1 1 1", "甲 2019 10 1 1"])
    let one = try run(
      CompareQuery([penalties], selection: Selection(bodies: ["乙"], years: [2019...2020])),
      Self.threeBodies())
    #expect(ResultText.rows(one) == ["2019 1 1 1", "2020 2 1 1"])
  }

  @Test("a value that mixes two forms within a year is marked")
  func mixedYear() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2021, form: PanelFixture.old, ["penalty.decisions": .value("5")])
    fixture.add("乙", 2021, ["penalty.decisions": .value("6")])
    let byYear = try run(CompareQuery([penalties], by: [.year]), fixture)
    #expect(ResultText.rows(byYear) == ["2021 11'd 2 2"])
    let byForm = try run(CompareQuery([penalties], by: [.form]), fixture)
    #expect(ResultText.rows(byForm) == ["gid-2019 5 1 1 1", "gid-2021 6'd 1 1 1"])
    #expect(byForm.chart?.mark == .bar)
  }

  @Test("blank and ambiguous cells are left out, marked and counted, never zero")
  func unreadCells() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2022, ["penalty.decisions": .value("7")])
    fixture.add("乙", 2022, ["penalty.decisions": .unread(.blank)])
    fixture.add("丙", 2022, ["penalty.decisions": .unread(.ambiguous)])
    fixture.add("乙", 2023, ["penalty.decisions": .unread(.dash)])
    let byYear = try run(CompareQuery([penalties], by: [.year]), fixture)
    #expect(ResultText.rows(byYear) == ["2022 7'u 1 3", "2023 -'u 0 1"])
    #expect(
      ResultText.footnotes(byYear) == [
        "u Penalties: decisions – 3 figures are blank or could not be read; "
          + "they are left out, not taken as zero; `cells INDICATOR` shows where."
      ])
    let derived = try run(
      CompareQuery([penalties, IndicatorCode("suit.total")], by: [.year]), withUnreadSuit())
    #expect(
      ResultText.footnotes(derived) == [
        "u Penalties: decisions – 1 figure is blank or could not be read; it is left out, "
          + "not taken as zero; `cells INDICATOR` shows where.",
        "u Litigation: total – 1 figure is blank or could not be read; it is left out, "
          + "not taken as zero; `cells INDICATOR` of its parts shows where.",
      ])
  }

  private func withUnreadSuit() -> PanelFixture {
    var fixture = PanelFixture()
    fixture.add(
      "甲", 2022,
      ["penalty.decisions": .unread(.blank), "suit_direct.total": .unread(.text)])
    return fixture
  }

  @Test("a page without the table is unread, not a form without the figure")
  func missingTable() throws {
    var fixture = PanelFixture()
    fixture.add("甲", 2022, ["penalty.decisions": .value("7")])
    fixture.add("乙", 2022, forms: [2: ""])
    let table = try run(CompareQuery([penalties], by: [.body]), fixture)
    #expect(ResultText.rows(table) == ["乙 -'u 0 1", "甲 7 1 1"])
    let byForm = try run(CompareQuery([penalties], by: [.form]), fixture)
    #expect(ResultText.rows(byForm) == ["gid-2021 7 1 1 1", "- -'u 0 1 0"])
  }

  @Test("a total that was not read is not replaced by the sum of the applicants")
  func unreadTotal() throws {
    var fixture = PanelFixture()
    fixture.add(
      "甲", 2022,
      [
        "requests.new[person]": .value("4"), "requests.new[firm]": .value("5"),
        "requests.new[total]": .unread(.ambiguous),
      ])
    let query = CompareQuery([IndicatorCode("requests.new")], by: [.year])
    #expect(ResultText.rows(try run(query, fixture)) == ["2022 -'u 0 1"])
  }

  @Test("applicants are the six columns of the form, never the total")
  func applicants() throws {
    var fixture = PanelFixture()
    for body in ["甲", "乙"] {
      fixture.add(
        body, 2022,
        [
          "requests.new[person]": .value("4"), "requests.new[firm]": .value("1"),
          "requests.new[total]": .value("99"),
        ])
    }
    let new = IndicatorCode("requests.new")
    #expect(
      ResultText.rows(try run(CompareQuery([new], by: [.applicant]), fixture)) == [
        "person 8 2 2 2", "firm 2 2 2 2", "research 0 2 2 2", "charity 0 2 2 2", "law 0 2 2 2",
        "other 0 2 2 2",
      ])
    let shares = try run(CompareQuery([new], by: [.applicant], measure: .share), fixture)
    #expect(ResultText.rows(shares).prefix(2) == ["person 0.8 2 2 2", "firm 0.2 2 2 2"])
    #expect(shares.columns[1].name == "requests.new.share")
    #expect(shares.columns[1].kind == .share)
    let total = try run(CompareQuery([new], by: [.year]), fixture)
    #expect(ResultText.rows(total) == ["2022 198 2 2"])
    let firms = try run(CompareQuery([new], applicant: .firm, by: [.year]), fixture)
    #expect(ResultText.header(firms) == "year requests.new[firm] reports reports_selected")
    #expect(ResultText.rows(firms) == ["2022 2 2 2"])
  }

  @Test("other bodies behind a value than behind the year before are pointed out")
  func coverageChanges() throws {
    var fixture = PanelFixture()
    for (body, years) in [("甲", [2021, 2022, 2023]), ("乙", [2021, 2023])] {
      for year in years { fixture.add(body, year, ["penalty.decisions": .value("10")]) }
    }
    let byYear = try run(CompareQuery([penalties], by: [.year]), fixture)
    #expect(ResultText.rows(byYear) == ["2021 20 2 2", "2022 10'c 1 1", "2023 20'c 2 2"])
    #expect(
      ResultText.footnotes(byYear) == [
        "c Penalties: decisions – Not the same bodies stand behind this value as behind the year "
          + "it is read against."
      ])
    let byBody = try run(CompareQuery([penalties], by: [.body]), fixture)
    #expect(ResultText.rows(byBody) == ["乙 20'cy 2 2", "甲 30'y 3 3"])
    let both = try run(CompareQuery([penalties], by: [.year, .body]), fixture)
    #expect(both.footnotes.isEmpty)
  }

  @Test("the order in which pages are loaded does not matter")
  func permutation() throws {
    let fixture = Self.threeBodies()
    let query = CompareQuery([penalties, IndicatorCode("outcome.other")], by: [.year, .body])
    let expected = try query.run(on: fixture.panel(), catalog: .standard)
    let forwards = Array(0..<fixture.count)
    for order in [forwards.reversed(), forwards.sorted { $0 * 7 % 15 < $1 * 7 % 15 }] {
      let table = try query.run(on: fixture.panel(order: order), catalog: .standard)
      #expect(table.rows == expected.rows)
      #expect(table.footnotes == expected.footnotes)
    }
  }

  @Test("several indicators stand in the query's order, side by side or below each other")
  func severalIndicators() throws {
    var fixture = PanelFixture()
    fixture.add(
      "甲", 2022,
      ["outcome.partial[total]": .value("3"), "outcome.granted[total]": .unread(.text)])
    let codes = [IndicatorCode("outcome.partial"), IndicatorCode("outcome.granted")]
    let wide = CompareQuery(codes, by: [.year])
    #expect(
      ResultText.header(try run(wide, fixture))
        == "year outcome.partial outcome.granted reports_selected")
    #expect(ResultText.rows(try run(wide, fixture)) == ["2022 3 -'u 1"])
    #expect(try run(wide, fixture).columns.last?.heading.english == "Reports selected")
    #expect(try run(wide, fixture).chart == nil)
    let long = try wide.series(on: fixture.panel(), catalog: .standard)
    #expect(ResultText.header(long) == "indicator year value reports reports_selected")
    #expect(
      ResultText.rows(long) == ["outcome.partial 2022 3 1 1", "outcome.granted 2022 -'u 0 1"])
    #expect(long.chart?.series == ["indicator"])
    #expect(long.chart?.x == "year")
  }
}
