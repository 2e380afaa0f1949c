import ReportModel
import Testing

@testable import ReportReading

/// How text and pipe tables lay rows out.
///
/// - values and bars on alternate lines, the first bar on a line of its own
/// - rows on one line, as a printed page has them, with the group's label beside the first or the
///   middle row and long labels over several lines
/// - figures torn over two lines, bare page numbers among figures
/// - labels torn off their rows, a lone figure above its row, labels behind their figures
/// - tables that a machine made up: a table a row, heads that no form has
/// - table 2 as one table or four, table 4 as one row or three tables
@Suite("Layouts of text")
struct TextLayoutTests {
  private func check(_ text: String, _ page: SamplePage) throws -> PageCheck {
    try PageCheck(text, of: page, body: "青石市水务局", year: 2022)
  }

  @Test("values and bars on alternate lines, and a first bar on a line of its own")
  func bars() throws {
    for form in ["gid-2019", "gid-2021"] {
      let page = try SamplePage(form: form)
      let lines = page.text(.lines).split(separator: "\n").map(String.init)
      let start = try #require(lines.firstIndex { $0.hasPrefix("第二十条") })
      let alternate =
        lines[..<start].joined(separator: "\n") + "\n"
        + lines[start...].joined(separator: "\n|\n") + "\n"
      let check = try check(alternate, page)
      #expect(check.isWhole, "\(check.summary)")
      let first = page.text(.compactPipes).replacingFirst("| 第二十条", with: "|\n第二十条")
      let second = try self.check(first, page)
      #expect(second.isWhole, "\(second.summary)")
    }
  }

  /// Rows on one line; labels of more than `width` characters go on in the lines below.
  private func laidOut(
    _ page: SamplePage, width: Int = 100, groupRow: Int = 0, pageBreaks: Bool = false
  ) -> String {
    var lines = [page.title, "一、总体情况"]
    for number in page.sheets.keys.sorted() {
      lines.append("\(["二", "三", "四"][number - 2])、\(page.form.table(number)?.title.chinese ?? "")")
      for sheet in page.sheets[number] ?? [] {
        var waiting: [(text: String, row: Int)] = []
        for (index, row) in sheet.enumerated() {
          let labels = row.filter { $0.key == nil }
          for cell in labels where cell.rowSpan > 1 && row.contains(where: { $0.key != nil }) {
            waiting.append((cell.text, index + min(groupRow, cell.rowSpan - 1)))
          }
          var words = waiting.filter { $0.row == index }.map(\.text)
          waiting.removeAll { $0.row == index }
          let figures = row.filter { $0.key != nil }.map(\.text)
          let own = labels.filter { figures.isEmpty || $0.rowSpan == 1 }.map(\.text)
          var rest = ""
          if let label = own.last, label.count > width, !figures.isEmpty {
            words += own.dropLast() + [String(label.prefix(width))]
            rest = String(label.dropFirst(width))
          } else {
            words += own
          }
          lines.append("   " + (words + figures).joined(separator: "    "))
          if !rest.isEmpty { lines.append("        " + rest) }
          if pageBreaks, index % 9 == 8 { lines += ["", "- \(index) -", ""] }
        }
      }
    }
    return (lines + ["五、存在的主要问题及改进情况"]).joined(separator: "\n") + "\n"
  }

  @Test(
    "rows on one line, the group's label beside its first or another row", arguments: [0, 1, 3])
  func rowsOnOneLine(groupRow: Int) throws {
    for form in ["gid-2019", "gid-2021"] {
      for pageBreaks in [false, true] {
        let page = try SamplePage(form: form)
        let check = try check(laidOut(page, groupRow: groupRow, pageBreaks: pageBreaks), page)
        #expect(check.wrong.isEmpty, "\(check.summary)")
        #expect(
          check.unread.count == 0,
          "\(form) \(check.report.problems.prefix(4).map { "\($0.kind) \($0.seen)" })")
      }
    }
  }

  @Test("rows on one line with labels that go on below", arguments: [8, 10, 13, 20])
  func wrappedLabels(width: Int) throws {
    for form in ["gid-2019", "gid-2021"] {
      for groupRow in [0, 1] {
        let page = try SamplePage(form: form)
        let check = try check(laidOut(page, width: width, groupRow: groupRow), page)
        #expect(check.wrong.isEmpty, "\(check.summary)")
        #expect(check.unread.count == 0, "\(form) \(width) \(check.summary)")
      }
    }
  }

  @Test("a bare page number in place of a blank figure, where other pages mark theirs")
  func bareNumberAmongMarks() throws {
    var page = try SamplePage(form: "gid-2021")
    page.set(CellKey(IndicatorCode("fees.amount")), to: "1")
    let filler = (1...30).map { "这是第\($0)条说明。" }.joined(separator: "\n")
    let text = page.text(.lines)
      .replacingFirst("二、主动公开政府信息情况", with: filler + "\n二、主动公开政府信息情况")
      .replacingFirst("（四）无法提供", with: "- 2 -\n（四）无法提供")
      .replacingFirst("四、政府信息公开", with: "- 3 -\n四、政府信息公开")
    let check = try check(text, page)
    #expect(check.unread == ["fees.amount"], "\(check.summary)")
    // With the page's own mark in its place the figure is one.
    let marked = text.replacingFirst("信息内容\n本年收费", with: "- 1 -\n信息内容\n本年收费")
    #expect(try self.check(marked, page).isWhole)
  }

  @Test("a figure over two lines and a blank cell do not make a row whole")
  func tornAndBlank() throws {
    var page = try SamplePage(form: "gid-2021") { _, _ in "0" }
    let row: [(Applicant, String)] = [
      (.person, "58\n204"), (.firm, "17"), (.research, ""), (.total, "58221"),
    ]
    for (applicant, text) in row {
      page.set(CellKey(IndicatorCode("requests.new"), applicant), to: text)
    }
    let check = try check(page.text(.lines), page)
    #expect(check.unread.filter { $0.hasPrefix("requests.new") }.count == 5, "\(check.summary)")
    #expect(check.report.tables[1].cells.filter { $0.status != .reported }.count == 7)
    // A row that merely does not add up is read as it stands.
    page.set(CellKey(IndicatorCode("requests.new"), .person), to: "58204")
    page.set(CellKey(IndicatorCode("requests.new"), .research), to: "1")
    #expect(try self.check(page.text(.lines), page).isWhole)
  }

  @Test("rows without sums in a text that tears its figures")
  func tornWithoutSums() throws {
    var page = try SamplePage(form: "gid-2021")
    page.set(CellKey(IndicatorCode("rules.issued")), to: "58\n204")
    page.set(CellKey(IndicatorCode("rules.repealed")), to: "")
    page.set(CellKey(IndicatorCode("penalty.decisions")), to: "5\n万元")
    let check = try check(page.text(.lines), page)
    #expect(check.wrong.isEmpty, "\(check.summary)")
  }

  @Test("a table for each row, and heads that no form has")
  func madeUpTables() throws {
    let page = try SamplePage(form: "gid-2021")
    let sheet = try #require(page.sheets[3]?[0])
    var tables = ""
    for row in sheet.dropFirst(3) {
      let figures = row.filter { $0.key != nil }.map(\.text)
      tables +=
        "| 项目 | 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 数据7 |\n|---|---|---|---|---|---|---|---|\n"
      tables +=
        "| \(row.last { $0.key == nil }?.text ?? "") | \(figures.joined(separator: " | ")) |\n\n"
    }
    var other = page
    other.sheets[3] = []
    let text = other.text(.pipes).replacingFirst(
      "三、收到和处理政府信息公开申请情况", with: "三、收到和处理政府信息公开申请情况\n\n" + tables)
    let check = try check(text, page)
    #expect(check.wrong.isEmpty)
    let codes = check.report.tables.flatMap(\.cells).filter { $0.status == .reported }
    #expect(codes.allSatisfy { $0.key.applicant == nil })
  }

  @Test("an invented head over the columns behind a page break")
  func inventedHead() throws {
    var page = try SamplePage(form: "gid-2021")
    let sheet = try #require(page.sheets[3]?[0])
    let head: [SamplePage.PrintedCell] = [
      "", "", "", "本年新收件数", "上年结转件数", "予以公开", "部分公开", "不予公开", "无法提供", "总计",
    ].map { .init(text: $0) }
    page.sheets[3] = [Array(sheet[..<12]), [head] + sheet[12...]]
    page.edit { $0.rowSpan = min($0.rowSpan, 9) }
    for layout in [PageLayout.compactPipes, .pipes, .spans] {
      let check = try PageCheck(page.bytes(layout), of: page)
      #expect(check.wrong.isEmpty)
      #expect(check.unread.contains("outcome.total[person]"), "\(layout)")
    }
  }

  @Test("labels torn off their rows, a lone figure above its row, labels behind their figures")
  func torn() throws {
    let page = try SamplePage(form: "gid-2021")
    let lines = page.text(.lines).split(separator: "\n").map(String.init)
    let statute = try #require(lines.firstIndex(of: "2.其他法律行政法规禁止公开"))
    var behind = lines
    let label = behind.remove(at: statute)
    behind.insert(label, at: statute + 7)
    var above = lines
    let total = try #require(above.firstIndex(of: "四、结转下年度继续办理"))
    above.insert(above.remove(at: total + 7), at: total)
    var off = lines
    let range = statute...(statute + 23)
    let labels = off[range].filter { !FigureReading.isFigureLike($0) }
    let figures = off[range].filter { FigureReading.isFigureLike($0) }
    off.replaceSubrange(range, with: labels + figures)
    for text in [behind, above, off] {
      let check = try check(text.joined(separator: "\n") + "\n", page)
      #expect(check.wrong.isEmpty, "\(check.summary)")
      #expect(check.reported > 100)
    }
  }

  @Test(
    "heads over several columns in another order",
    arguments: [("行政复议", "行政诉讼"), ("未经复议直接起诉", "复议后起诉")])
  func upperHeads(first: String, second: String) throws {
    let page = try SamplePage(form: "gid-2021")
    let lines = page.text(.lines).split(separator: "\n").map(String.init)
    var swapped = lines
    let (one, other) = (
      try #require(lines.firstIndex(of: first)), try #require(lines.firstIndex(of: second))
    )
    swapped.swapAt(one, other)
    let check = try check(swapped.joined(separator: "\n") + "\n", page)
    #expect(
      check.report.tables.flatMap(\.cells).allSatisfy { cell in
        !["review.", "suit_"].contains { cell.key.indicator.text.hasPrefix($0) }
          || cell.value == nil
      })
    #expect(check.reported > 100)
  }

  @Test(
    "table 2 as four tables, table 4 as three tables of five",
    arguments: [PageLayout.spans, .pipes, .compactPipes])
  func partedTables(layout: PageLayout) throws {
    var page = try SamplePage(form: "gid-2021")
    let second = try #require(page.sheets[2]?[0])
    let cuts = second.indices.filter { second[$0].count == 1 } + [second.count]
    page.sheets[2] = zip(cuts, cuts.dropFirst()).map { Array(second[$0..<$1]) }
    var check = try PageCheck(page.bytes(layout), of: page)
    #expect(check.isWhole, "\(layout) \(check.summary)")
    let row = try #require(page.sheets[4]?[0].last)
    let heads = [["行政复议"], ["行政诉讼", "未经复议直接起诉"], ["行政诉讼", "复议后起诉"]]
    page.sheets[4] = heads.enumerated().map { index, upper in
      let leaves = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
      return upper.map { [SamplePage.PrintedCell(text: $0, columnSpan: 5)] }
        + [leaves.map { .init(text: $0) }, Array(row[(index * 5)..<(index * 5 + 5)])]
    }
    check = try PageCheck(page.bytes(layout), of: page)
    #expect(check.wrong.isEmpty, "\(layout) \(check.summary)")
    #expect(check.unread.allSatisfy { $0.hasPrefix("review") || $0.hasPrefix("suit") })
  }

  @Test("totals only in some rows, and Word's residue")
  func residue() throws {
    var page = try SamplePage(form: "gid-2021")
    page.edit { cell in
      if let key = cell.key, key.applicant == .total, key.indicator.text.hasPrefix("outcome."),
        key.indicator.text != "outcome.total"
      {
        cell.text = ""
      } else if cell.key == nil {
        cell.text =
          "<p class=MsoNormal><!--[if !supportLists]--><span>\(cell.text)</span>"
          + "<!--[endif]--><o:p></o:p></p>"
      }
    }
    let check = try PageCheck(page.bytes(.spans), of: page)
    #expect(check.isWhole, "\(check.summary)")
    let blank = check.report.tables.flatMap(\.cells).filter { $0.status == .blank }
    #expect(blank.count == 21)
  }

  @Test("pictures in place of tables")
  func pictures() throws {
    let text = "<p>青石市水务局2022年政府信息公开工作年度报告</p><p>一、总体情况</p><p><img src=1.png></p>"
    #expect(throws: ReadingError.noTables) {
      try ReportReader().read(bytes: Array(text.utf8), path: "a")
    }
  }
}
