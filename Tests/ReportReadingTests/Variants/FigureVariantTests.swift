import ReportModel
import Testing

@testable import ReportReading

/// What pages print in the cells of figures. The parser itself is tested in `FigureReadingTests`.
///
/// - changes: `117(增)`, `减8`, signs of every kind; decreases where only counts can stand
/// - blanks: nothing, spaces of any width, `&nbsp;`, Word's empty paragraphs; dashes, 无; spaces that
///   a conversion turned into question marks
/// - amounts in yuan, in ten thousand yuan, without a unit, with many decimals
/// - notes behind figures, words and round numbers in place of figures
/// - separators of thousands, full-width digits; what may be read in two ways
/// - figures that are hardly true but stand there
@Suite("Variants of figures")
struct FigureVariantTests {
  private static let layouts: [PageLayout] = [.spans, .pipes, .compactPipes, .lines]

  private func cell(
    _ code: String, _ text: String, _ layout: PageLayout, form: String = "gid-2019"
  ) throws -> Cell? {
    var page = try SamplePage(form: form)
    page.set(CellKey(IndicatorCode(code)), to: text)
    let check = try PageCheck(page.bytes(layout), of: page)
    #expect(check.wrong.isEmpty, "\(text) \(layout)")
    return check.report.tables.flatMap(\.cells).first { $0.key.indicator.text == code }
  }

  @Test(
    "changes",
    arguments: [
      ("117(增)", "117"), ("5（增）", "5"), ("5(减)", "-5"), ("减8", "-8"), ("增8", "8"), ("减少8", "-8"),
      ("增加12项", "12"), ("-18", "-18"), ("－15", "-15"), ("−15", "-15"), ("﹣15", "-15"), ("+3", "3"),
      ("＋3", "3"), ("-8（减）", "-8"), ("0", "0"),
    ])
  func changes(printed: String, value: String) throws {
    for layout in Self.layouts {
      let cell = try cell("penalty.items_change", printed, layout)
      #expect(cell?.value?.description == value, "\(printed) \(layout)")
      #expect(cell?.printed == printed)
      #expect(
        try self.cell("penalty.decisions", printed, layout)?.value?.description
          == (["增", "减"].contains { printed.contains($0) } ? nil : value))
    }
  }

  @Test("two signs that contradict each other", arguments: ["-5（增）", "减-5", "+5（减）", "增5(减)", "减"])
  func contradictions(printed: String) throws {
    for layout in Self.layouts {
      #expect(try cell("penalty.items_change", printed, layout)?.value == nil)
    }
  }

  @Test(
    "blank cells",
    arguments: ["", " ", "&nbsp;", "<p><o:p>&nbsp;</o:p></p>", "\u{3000}\u{3000}", "<o:p> </o:p>"])
  func blanks(printed: String) throws {
    #expect(try cell("rules.made", printed, .spans)?.status == .blank)
    if !printed.contains("<"), !printed.contains("&") {
      #expect(try cell("rules.made", printed, .pipes)?.status == .blank)
      // In text a blank cell leaves no line: the row has a figure too few.
      #expect(try cell("rules.made", printed, .lines)?.status == .ambiguous)
    }
  }

  @Test(
    "dashes, slashes and 无", arguments: ["-", "—", "——", "–", "－", "﹘", "/", "／", "无", "無", "─"])
  func dashes(printed: String) throws {
    for layout in Self.layouts {
      let cell = try cell("rules.made", printed, layout)
      #expect(cell?.status == .dash, "\(layout)")
      #expect(cell?.printed == printed)
    }
  }

  @Test(
    "padded figures", arguments: ["  0", " 0", "0 ", "\u{3000}0", "&nbsp;0&nbsp;", "\u{200B}0"])
  func padded(printed: String) throws {
    var page = try SamplePage(form: "gid-2019")
    page.set(CellKey(IndicatorCode("rules.published")), to: printed)
    let report = try ReportReader().read(bytes: page.bytes(.spans), path: "page")
    let cell = report.tables[0].cells.first { $0.key.indicator.text == "rules.published" }
    #expect(cell?.value == .zero)
    #expect(cell?.printed == "0")
  }

  @Test("spaces that a conversion turned into question marks", arguments: ["????", "????0", "0??"])
  func lostSpaces(printed: String) throws {
    for layout in Self.layouts {
      #expect(try cell("rules.made", printed, layout)?.value == nil)
    }
  }

  @Test(
    "amounts whose unit the form does not fix",
    arguments: [
      ("251000元", "251000", MeasureUnit.yuan), ("75394432.52元", "75394432.52", .yuan),
      ("2568.714", "2568.714", .unstatedMoney), ("8040", "8040", .unstatedMoney),
      ("96171.6", "96171.6", .unstatedMoney), ("3.5万元", "3.5", .tenThousandYuan),
    ])
  func amounts(printed: String, value: String, unit: MeasureUnit) throws {
    for layout in Self.layouts {
      let cell = try cell("procurement.amount", printed, layout)
      #expect(cell?.value?.description == value, "\(layout)")
      #expect(cell?.unit == unit)
    }
  }

  @Test(
    "amounts in ten thousand yuan, as the form has them",
    arguments: [
      ("0.092 万元", "0.092"), ("24252.311082", "24252.311082"), ("4166.241619", "4166.241619"),
      ("316441", "316441"), ("0", "0"),
    ])
  func fees(printed: String, value: String) throws {
    for layout in [PageLayout.spans, .pipes] {
      let cell = try cell("fees.amount", printed, layout, form: "gid-2021")
      #expect(cell?.value?.description == value)
      #expect(cell?.unit == .tenThousandYuan)
    }
  }

  @Test(
    "notes behind figures",
    arguments: [
      ("22（其中修订16件）", "22"), ("55（含自然失效29件）", "55"), ("12件", "12"), ("3 项", "3"), ("1起", "1"),
    ])
  func notes(printed: String, value: String) throws {
    for layout in Self.layouts where layout != .lines || !printed.contains(" ") {
      let cell = try cell("normative.in_force", printed, layout, form: "gid-2021")
      #expect(cell?.value?.description == value, "\(layout)")
      #expect(cell?.printed == printed)
    }
  }

  @Test(
    "words and round numbers in place of figures",
    arguments: [
      "260余", "68余条", "5500余条", "18万余条", "195.4万余条", "173769万条", "部分公开67", "见附件", "约30",
      "近百", "二", "１２～１５", "3-5", "12(另有3件)", "1/2", "50%",
    ])
  func words(printed: String) throws {
    for layout in Self.layouts {
      #expect(try cell("licensing.decisions", printed, layout, form: "gid-2021")?.value == nil)
    }
  }

  @Test(
    "separators of thousands and full-width digits",
    arguments: [
      ("1,234", "1234"), ("1，234", "1234"), ("１２３４", "1234"), ("11,398,889", "11398889"),
      ("3985758", "3985758"),
      ("１，２３４", "1234"),
    ])
  func separators(printed: String, value: String) throws {
    for layout in Self.layouts {
      let cell = try cell("licensing.decisions", printed, layout, form: "gid-2021")
      #expect(cell?.value?.description == value, "\(layout)")
      #expect(cell?.printed == printed)
    }
  }

  @Test(
    "what may be read in two ways is left open",
    arguments: [
      "1,23", "12,34", "1.234", "1 234", "1 234 567", "1'234", "1.", "007", "1,2345", "1、234",
    ])
  func twoWays(printed: String) throws {
    for layout in Self.layouts {
      #expect(
        try cell("licensing.decisions", printed, layout, form: "gid-2021")?.value == nil,
        "\(layout)")
      #expect(
        try cell("normative.repealed", printed, layout, form: "gid-2021")?.value == nil, "\(layout)"
      )
    }
  }

  @Test("a space between thousands and a blank cell do not make a row whole")
  func spaceAndBlank() throws {
    for table in [
      ("rules.issued", "rules.repealed"), ("requests.new[person]", "requests.new[firm]"),
    ] {
      var page = try SamplePage(form: "gid-2021")
      page.edit { cell in
        if cell.key?.description == table.0 { cell.text = "1 234" }
        if cell.key?.description == table.1 { cell.text = "" }
      }
      let check = try PageCheck(page.bytes(.lines), of: page)
      #expect(check.wrong.isEmpty, "\(check.summary)")
    }
  }

  @Test("figures that are hardly true but stand there")
  func unlikely() throws {
    var page = try SamplePage(form: "gid-2021", title: "青石县云溪镇2023年政府信息公开工作年度报告")
    page.set(CellKey(IndicatorCode("rules.in_force")), to: "6")
    let check = try PageCheck(page.bytes(.spans), of: page)
    #expect(check.isWhole)
  }
}
