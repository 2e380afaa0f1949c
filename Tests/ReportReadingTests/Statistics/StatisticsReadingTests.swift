import Forms
import ReportModel
import Testing

@testable import ReportReading

/// No published report with one of these tables was at hand: all pages here are made.
@Suite("Statistics tables of the years before 2019")
struct StatisticsReadingTests {
  static let forms = ["fujian-2011", "fujian-2014", "gid-2014"]
  static let reader = ReportReader()

  static func read(_ page: SamplePage, _ layout: PageLayout = .spans) throws -> Report {
    try reader.read(bytes: page.bytes(layout), path: "page")
  }

  static func cell(_ report: Report, _ code: String) throws -> Cell {
    try #require(
      report.tables.flatMap(\.cells).first { $0.key.indicator.text == code }, "\(code)")
  }

  static func wholeTable(_ page: SamplePage, _ layout: PageLayout, form: String) throws {
    let report = try read(page, layout)
    #expect(report.tables.map(\.number) == [1])
    #expect(report.tables.map(\.form) == [form])
    #expect(report.problems.isEmpty, "\(layout): \(report.problems)")
    for cell in report.tables[0].cells {
      let printed = page.printed[cell.key]
      #expect(cell.status == (printed == nil ? .absent : .reported), "\(layout): \(cell.key)")
      #expect(cell.value?.description == printed, "\(layout): \(cell.key)")
    }
  }

  @Test("every layout of a whole page is read whole", arguments: forms, PageLayout.allCases)
  func layouts(form: String, layout: PageLayout) throws {
    for isSplit in [false, true] {
      let style = StatisticsStyle(isSplit: isSplit, hasCommas: isSplit)
      try Self.wholeTable(SamplePage.statistics(form, style: style), layout, form: form)
    }
  }

  @Test(
    "rows that the table of a year lacks are absent, and nobody is blamed",
    arguments: PageLayout.allCases)
  func variants(layout: PageLayout) throws {
    for (form, year, without) in [
      ("fujian-2011", 2011, ["fujian.appeals_reports"]),
      ("fujian-2011", 2012, ["fujian.requests.other", "fujian.appeals"]),
      ("fujian-2014", 2018, ["fujian.fee_reductions"]),
    ] {
      let page = try SamplePage.statistics(
        form, style: StatisticsStyle(year: year, without: Set(without)))
      try Self.wholeTable(page, layout, form: form)
    }
  }

  @Test("heads torn over lines, and a year parted from 年度")
  func tornHeads() throws {
    var page = try SamplePage.statistics("fujian-2011", style: StatisticsStyle(year: 2011))
    page.rename("计量单位", to: "计量\n单位")
    page.rename("2011年度", to: "2011\n年度")
    for layout in [PageLayout.lines, .brokenLines] {
      try Self.wholeTable(page, layout, form: "fujian-2011")
    }
    page.rename("计量\n单位", to: "计量<br>单位")
    page.rename("2011\n年度", to: "2011<br>年度")
    try Self.wholeTable(page, .spans, form: "fujian-2011")
  }

  @Test("wordings of labels: notes left out, 其中 and ordinals in other styles")
  func wordings() throws {
    var page = try SamplePage.statistics("gid-2014")
    page.rename("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", to: "(一)主动公开政府信息数")
    page.rename("其中：涉及国家秘密", to: "涉及国家秘密")
    page.rename("涉及商业秘密", to: "其中 : 涉及商业秘密")
    page.rename("5.其他方式公开政府信息数", to: "５．其它方式公开政府信息数")
    page.rename("1.当面申请数", to: "①当面申请数")
    page.rename("（二）被依法纠错数", to: "2、被依法纠错数")
    for layout in PageLayout.allCases { try Self.wholeTable(page, layout, form: "gid-2014") }
  }

  @Test("blank, dash, text and zero are four things")
  func statuses() throws {
    var page = try SamplePage.statistics("gid-2014")
    for (code, text) in [
      ("gid2014.complaints", ""), ("gid2014.fees", "—"), ("gid2014.staff", "若干"),
      ("gid2014.budget", "1.25"), ("gid2014.trainees", "0"), ("gid2014.meetings", "1.5"),
    ] { page.set(CellKey(IndicatorCode(code)), to: text) }
    let report = try Self.read(page)
    for (code, status) in [
      ("gid2014.complaints", CellStatus.blank), ("gid2014.fees", .dash), ("gid2014.staff", .text),
      ("gid2014.budget", .reported), ("gid2014.trainees", .reported), ("gid2014.meetings", .text),
    ] {
      #expect(try Self.cell(report, code).status == status, "\(code)")
    }
    let budget = try Self.cell(report, "gid2014.budget")
    #expect(budget.unit == .tenThousandYuan && budget.value == Quantity("1.25"))
    #expect(try Self.cell(report, "gid2014.trainees").value == .zero)
    #expect(report.problems.isEmpty)
  }

  @Test("a unit that is not the row's makes its figures doubtful", arguments: PageLayout.allCases)
  func units(layout: PageLayout) throws {
    var page = try SamplePage.statistics("gid-2014")
    page.edit { if $0.text == "万元" { $0.text = "元" } }
    page.edit { if $0.text == "人次" { $0.text = "次" } }
    let report = try Self.read(page, layout)
    let open = report.tables[0].cells.filter { $0.status != .reported }
    #expect(
      open.map(\.key.description) == ["gid2014.fees", "gid2014.budget", "gid2014.trainees"])
    #expect(open.allSatisfy { $0.status == .ambiguous })
    #expect(report.problems.map(\.kind) == [.unitUnclear, .unitUnclear, .unitUnclear])
  }

  @Test("money without its unit beside it is left open, counts are not")
  func blankUnits() throws {
    var page = try SamplePage.statistics("gid-2014")
    page.edit { if ["万元", "件"].contains($0.text) { $0.text = "" } }
    let open = try Self.read(page).tables[0].cells.filter { $0.status != .reported }
    #expect(open.map(\.key.description) == ["gid2014.fees", "gid2014.budget"])
  }

  @Test("a head of another year than the report's leaves all figures open")
  func headYear() throws {
    var page = try SamplePage.statistics("fujian-2014", style: StatisticsStyle(year: 2015))
    page.rename("2015年度", to: "2014年度")
    for layout in PageLayout.allCases {
      let report = try Self.read(page, layout)
      #expect(report.tables[0].cells.allSatisfy { $0.status == .ambiguous }, "\(layout)")
      #expect(report.problems.map(\.kind).contains(.headYear), "\(layout)")
    }
  }

  @Test("a head that nobody knows, or a column of another year, closes the table")
  func strangeHeads() throws {
    for (head, other) in [("历年累计", "上年度"), ("历年累计", "2014年度"), ("2015年度", "")] {
      var page = try SamplePage.statistics("fujian-2014", style: StatisticsStyle(year: 2015))
      page.rename(head, to: other)
      for layout in PageLayout.allCases {
        let figures = try? Self.read(page, layout).tables.flatMap(\.cells)
          .filter { $0.status == .reported }
        #expect((figures ?? []).isEmpty, "\(head) → \(other), \(layout)")
      }
    }
  }

  @Test("a column of row numbers and one of remarks are passed over")
  func sideColumns() throws {
    var page = try SamplePage.statistics("gid-2014")
    var sheet = try #require(page.sheets[1]?.first)
    for row in sheet.indices {
      sheet[row].insert(.init(text: row == 0 ? "序号" : String(row)), at: 0)
      sheet[row].append(.init(text: row == 0 ? "备注" : ""))
    }
    page.sheets[1] = [sheet]
    for layout in [PageLayout.spans, .emptyCells, .pipes] {
      try Self.wholeTable(page, layout, form: "gid-2014")
    }
  }

  @Test("a table cut by a page break goes on, with or without its heads")
  func pageBreak() throws {
    for repeatsHeads in [false, true] {
      var page = try SamplePage.statistics("gid-2014")
      let sheet = try #require(page.sheets[1]?.first)
      let heads = repeatsHeads ? [sheet[0]] : []
      page.sheets[1] = [Array(sheet[..<30]), heads + sheet[30...]]
      try Self.wholeTable(page, .spans, form: "gid-2014")
    }
  }

  @Test("rows of one name are told by the row before them, else left open")
  func sameNames() throws {
    var page = try SamplePage.statistics("gid-2014")
    // Without its heading and first row nothing says whose the second is.
    page.edit { if $0.text.hasPrefix("（一）维持具体行政行为或者") { $0.text = "（一）结果" } }
    for layout in PageLayout.allCases {
      let report = try Self.read(page, layout)
      for code in ["suit.upheld", "suit.corrected", "suit.other"] {
        #expect(
          try Self.cell(report, "gid2014.\(code)").status == .ambiguous, "\(layout) \(code)")
      }
      #expect(try Self.cell(report, "gid2014.review.corrected").value != nil)
    }
  }

  @Test("a text with a page number beside a blank cell does not read it")
  func pageNumbers() throws {
    var lines = try SamplePage.statistics("gid-2014").text(.lines).split(separator: "\n")
    // The figure of the thirtieth row gives way to the number of the page.
    let index = try #require(lines.firstIndex(of: "1030"))
    lines[index] = "2"
    lines.append("3")
    let report = try Self.reader.read(
      bytes: Array(lines.joined(separator: "\n").utf8), path: "page")
    let cell = try #require(report.tables[0].cells.dropFirst(30).first)
    #expect(cell.status == .ambiguous)
  }

  @Test("a page with the table of 2014 and the later ones has all of them")
  func both() throws {
    let later = try SamplePage(form: "gid-2019", title: "青石市水务局2019年政府信息公开工作年度报告")
    let older = try SamplePage.statistics("gid-2014", style: StatisticsStyle(year: 2019))
    let sheet = try #require(older.sheets[1]?.first)
    for layout in [PageLayout.spans, .pipes, .lines] {
      let before = try Self.read(later, layout)
      let bytes = Array((later.text(layout) + "\n" + SamplePage.render(sheet, layout) + "\n").utf8)
      let report = try Self.reader.read(bytes: bytes, path: "page")
      #expect(report.tables.map(\.number) == [1, 2, 3, 4], "\(layout)")
      #expect(report.tables.dropFirst().map(\.form) == before.tables.map(\.form))
      for (table, old) in zip(report.tables.dropFirst(), before.tables) {
        // In text, figures behind the row without label of table 4 leave that row open.
        let isOpen = layout == .lines && table.number == 4
        for (cell, before) in zip(table.cells, old.cells) where !isOpen || cell.value != nil {
          #expect(cell.value == before.value, "\(layout): \(cell.key)")
        }
      }
      #expect(report.tables[0].cells.allSatisfy { $0.status == .reported }, "\(layout)")
    }
  }
}
