import ReportModel
import Testing

@testable import ReportReading

@Suite("What a page prints besides plain figures, and what it lacks")
struct FittingTests {
  private let reader = ReportReader()

  private func cells(_ page: SamplePage, _ layout: PageLayout = .spans) throws -> [CellKey: Cell] {
    let report = try reader.read(bytes: page.bytes(layout), path: "page")
    var cells: [CellKey: Cell] = [:]
    for cell in report.tables.flatMap(\.cells) { cells[cell.key] = cell }
    return cells
  }

  private func key(_ code: String, _ applicant: Applicant? = nil) -> CellKey {
    CellKey(IndicatorCode(code), applicant)
  }

  @Test("blank, dash, zero, text and amounts with units")
  func statuses() throws {
    var page = try SamplePage(form: "gid-2019")
    page.set(key("rules.made"), to: "&nbsp;")
    page.set(key("rules.published"), to: "-")
    page.set(key("rules.public_total"), to: "0")
    page.set(key("normative.made"), to: "见附件")
    page.set(key("penalty.items_change"), to: "117(增)")
    page.set(key("procurement.amount"), to: "251000元")
    page.set(key("requests.new", .law), to: "<p> 3 <o:p></o:p></p>")
    let cells = try cells(page)
    #expect(cells[key("rules.made")]?.status == .blank)
    #expect(cells[key("rules.published")]?.status == .dash)
    #expect(cells[key("rules.published")]?.printed == "-")
    #expect(cells[key("rules.public_total")]?.value == .zero)
    #expect(cells[key("normative.made")]?.status == .text)
    #expect(cells[key("normative.made")]?.printed == "见附件")
    #expect(cells[key("penalty.items_change")]?.value == Quantity(117))
    #expect(cells[key("penalty.items_change")]?.printed == "117(增)")
    #expect(cells[key("procurement.amount")]?.unit == .yuan)
    #expect(cells[key("requests.new", .law)]?.value == Quantity(3))
  }

  @Test("a figure that is not what the text says is not read")
  func opaque() throws {
    for trick in [
      "<img src=\"5.png\">", "<s>5</s>6", "12<sup>1</sup>", "<input value=\"4\">",
      "<table><tr><td>5</td></tr></table>",
    ] {
      var page = try SamplePage(form: "gid-2021")
      page.set(key("rules.issued"), to: trick)
      #expect(try cells(page)[key("rules.issued")]?.status == .ambiguous, "\(trick)")
    }
    var page = try SamplePage(form: "gid-2021")
    page.set(key("rules.issued"), to: "7<span style='display: none'>5</span><script>1</script>")
    #expect(try cells(page)[key("rules.issued")]?.value == Quantity(7))
  }

  @Test("each cell knows where it stands")
  func places() throws {
    let page = try SamplePage(form: "gid-2021")
    let html = try cells(page)[key("requests.new", .person)]
    #expect(html?.place?.table == 2)
    #expect(html?.place?.row == 4)
    #expect(html?.place?.column == 4)
    let text = page.text(.lines)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0 == html?.printed ?? "" }
    let place = try cells(page, .lines)[key("requests.new", .person)]?.place
    #expect(place == Place(line: line.map { Int32($0 + 1) }))
  }

  @Test("a row that the page lacks is absent and said to be missing")
  func lostRow() throws {
    var page = try SamplePage(form: "gid-2021")
    page.sheets[3]?[0].removeAll { $0.contains { $0.text == "2.重复申请" } }
    // The group's cell must not reach beyond its rows.
    page.edit { if $0.text == "（五）不予处理" || $0.text == "三、本年度办理结果" { $0.rowSpan -= 1 } }
    let report = try reader.read(bytes: page.bytes(.spans), path: "page")
    let absent = report.tables.flatMap(\.cells).filter { $0.status == .absent }
    #expect(absent.count == 7)
    #expect(absent.allSatisfy { $0.key.indicator.text == "outcome.declined.repeat" })
    #expect(report.problems.map(\.kind) == [.rowMissing])
    #expect(report.problems.first?.seen == "2.重复申请")
  }

  @Test("rows in another order and swapped columns are read by their labels")
  func reordered() throws {
    var page = try SamplePage(form: "gid-2021")
    let printed = page.printed
    page.sheets[3]?[0].swapAt(8, 9)
    for row in page.sheets[3]?[0].indices ?? 0..<0 {
      guard let first = page.sheets[3]?[0][row].firstIndex(where: { $0.key?.applicant == .firm })
      else { continue }
      page.sheets[3]?[0][row].swapAt(first, first + 1)
    }
    page.sheets[3]?[0][2].swapAt(0, 1)
    let cells = try cells(page)
    for (key, text) in printed { #expect(cells[key]?.printed == text, "\(key)") }
  }

  @Test("a column that the form does not have is passed over")
  func extraColumn() throws {
    var page = try SamplePage(form: "gid-2021")
    page.sheets[3]?[0][0].append(.init(text: "备注", rowSpan: 3))
    for row in 3..<28 { page.sheets[3]?[0][row].append(.init(text: "9")) }
    let printed = page.printed
    let cells = try cells(page)
    for (key, text) in printed { #expect(cells[key]?.printed == text, "\(key)") }
  }

  @Test("the same row twice: equal is fine, different is not read")
  func rowTwice() throws {
    var page = try SamplePage(form: "gid-2021")
    let row = try #require(page.sheets[3]?[0][3])
    page.sheets[3]?[0].insert(row, at: 3)
    #expect(try cells(page)[key("requests.new", .person)]?.status == .reported)
    page.sheets[3]?[0][3][2].text = "7"
    let report = try reader.read(bytes: page.bytes(.spans), path: "page")
    let cells = report.tables[1].cells.filter { $0.key.indicator.text == "requests.new" }
    #expect(cells.allSatisfy { $0.status == .ambiguous })
    #expect(report.problems.map(\.kind) == [.labelUnclear])
  }

  @Test("a whole table twice with different figures is not read", arguments: [2, 3, 4])
  func tableTwice(number: Int) throws {
    var page = try SamplePage(form: "gid-2021")
    let sheet = try #require(page.sheets[number]?[0])
    page.sheets[number]?.append(sheet)
    #expect(try reader.read(bytes: page.bytes(.spans), path: "page").problems.isEmpty)
    for row in sheet.indices {
      for cell in sheet[row].indices where sheet[row][cell].key != nil {
        page.sheets[number]?[1][row][cell].text += "5"
      }
    }
    let report = try reader.read(bytes: page.bytes(.spans), path: "page")
    let table = try #require(report.tables.first { $0.number == number })
    #expect(table.cells.allSatisfy { $0.status == .ambiguous })
    #expect(report.problems.map(\.kind) == [.tableTwice])
  }

  @Test("a table cut in two by a page break goes on")
  func splitTable() throws {
    var page = try SamplePage(form: "gid-2021")
    let printed = page.printed
    let sheet = try #require(page.sheets[3]?[0])
    // The group labels of the second part are lost, as page breaks have it.
    page.sheets[3] = [Array(sheet[..<20]), Array(sheet[20...])]
    page.edit { $0.rowSpan = min($0.rowSpan, 3) }
    let cells = try cells(page, .compactPipes)
    for (key, text) in printed { #expect(cells[key]?.printed == text, "\(key)") }
  }

  @Test("a label with lost characters is read only between its neighbours")
  func slip() throws {
    for layout in PageLayout.allCases {
      var page = try SamplePage(form: "gid-2021")
      page.rename("2.其他法律行政法规禁止公开", to: "2.其他法律行政止公开")
      let code = key("outcome.refused.statute", .person)
      #expect(try cells(page, layout)[code]?.status == .reported, "\(layout)")
      page.rename("3.危及“三安全一稳定”", to: "3.别的")
      #expect(try cells(page, layout)[code]?.status != .reported, "\(layout)")
    }
    var page = try SamplePage(form: "gid-2021")
    page.rename("2.其他法律行政法规禁止公开", to: "9.其他法律行政法规禁止公开")
    #expect(try cells(page)[key("outcome.refused.statute", .person)]?.status == .ambiguous)
  }

  @Test("labels as pages vary them")
  func variants() throws {
    for (label, printed) in [
      ("1.属于国家秘密", "１、属于国家秘密"), ("3.其他", "３．其它"), ("（七）总计", "(七)合计"),
      ("（一）予以公开", "一）予以公开"), ("规章", "規 章"), ("现行有效件数", "现行有效件数（历史累计）"),
      ("2.重复申请", "重复申请"), ("三、本年度办理结果", "三<br>、<br>本<br>年<br>度<br>办理结果"),
    ] {
      var page = try SamplePage(form: "gid-2021")
      page.rename(label, to: printed)
      let report = try reader.read(bytes: page.bytes(.spans), path: "page")
      let read = report.tables.flatMap(\.cells).filter { $0.status == .reported }
      #expect(read.count == 200, "\(printed) \(report.problems)")
    }
  }

  @Test("table 2 of one form beside table 3 of the other")
  func mixedForms() throws {
    var page = try SamplePage(form: "gid-2021")
    page.sheets[3] = try SamplePage(form: "gid-2019").sheets[3]
    for layout in [PageLayout.spans, .pipes, .lines] {
      let report = try reader.read(bytes: page.bytes(layout), path: "page")
      #expect(report.tables.map(\.form) == ["gid-2021", "gid-2019", "gid-2019"])
      #expect(report.problems.isEmpty)
    }
  }

  @Test("a page that ends before the forms differ says that its form is unclear")
  func truncated() throws {
    var page = try SamplePage(form: "gid-2021")
    page.sheets[3] = page.sheets[3]?.map { Array($0.prefix(12)) }
    page.sheets[4] = []
    let report = try reader.read(bytes: page.bytes(.lines), path: "page")
    #expect(report.tables.map(\.number) == [2, 3])
    #expect(report.tables[1].cells.filter { $0.status == .reported }.count == 63)
    let kinds = Set(report.problems.map(\.kind))
    #expect(kinds == [.formUnclear, .rowMissing, .tableMissing])
  }

  @Test("a blank cell in text leaves its row unread and no other")
  func blankInText() throws {
    var page = try SamplePage(form: "gid-2021")
    page.set(key("requests.new", .law), to: "")
    let report = try reader.read(bytes: page.bytes(.lines), path: "page")
    let unread = report.tables.flatMap(\.cells).filter { $0.status != .reported }
    #expect(unread.count == 7)
    #expect(unread.allSatisfy { $0.status == .ambiguous })
    #expect(report.problems.map(\.kind) == [.figureCount])
  }

  @Test("an amount whose head states another unit than the form")
  func headUnit() throws {
    var page = try SamplePage(form: "gid-2021")
    page.rename("本年收费金额（单位：万元）", to: "本年收费金额（单位：元）")
    for layout in [PageLayout.spans, .pipes, .lines] {
      #expect(try cells(page, layout)[key("fees.amount")]?.unit == .yuan)
    }
  }
}
