import ReportModel
import Testing

@testable import ReportReading

/// A head that is lost, pushed aside or changed leaves other heads over figures that are not
/// theirs: nothing of such a block is read.
@Suite("Heads that are not exactly the form's")
struct HeadTests {
  private func reported(_ page: SamplePage, _ layout: PageLayout = .spans) throws -> Set<String> {
    let report = try ReportReader().read(bytes: page.bytes(layout), path: "page")
    let cells = report.tables.flatMap(\.cells).filter { $0.status == .reported }
    return Set(cells.map { $0.key.indicator.text })
  }

  private func table3IsRead(_ page: SamplePage) throws -> Bool {
    try reported(page).contains("requests.new")
  }

  @Test("a head loses its span", arguments: ["法人或其他组织", "自然人", "申请人情况"])
  func lostSpan(head: String) throws {
    var page = try SamplePage(form: "gid-2021")
    page.edit { cell in
      if cell.text == head {
        cell.columnSpan = 1
        cell.rowSpan = 1
      }
    }
    #expect(try !table3IsRead(page))
  }

  @Test(
    "a head cell is lost", arguments: ["商业企业", "科研机构", "其他", "自然人", "法人或其他组织"])
  func lostHead(head: String) throws {
    var page = try SamplePage(form: "gid-2021")
    for row in 0..<3 { page.sheets[3]?[0][row].removeAll { $0.text == head } }
    #expect(try !table3IsRead(page))
  }

  @Test("a head of table 4 is lost or loses its span", arguments: 0..<15)
  func table4(column: Int) throws {
    var page = try SamplePage(form: "gid-2021")
    let key = try #require(page.form.table(4)?.cells[column].key.indicator.text)
    let row = column < 5 ? 1 : 2
    page.sheets[4]?[0][row].remove(at: column < 5 ? column : column - 5)
    #expect(try !reported(page).contains(key))
    var other = try SamplePage(form: "gid-2021")
    other.rename("未经复议直接起诉", to: "复议后起诉")
    other.edit { if $0.text == "复议后起诉" { $0.columnSpan = 1 } }
    #expect(try !reported(other).contains(key))
  }

  @Test("one unknown head leaves its column unread and no other")
  func unknownHead() throws {
    var page = try SamplePage(form: "gid-2021")
    page.rename("科研机构", to: "别的")
    let report = try ReportReader().read(bytes: page.bytes(.spans), path: "page")
    let unread = report.tables.flatMap(\.cells).filter { $0.status != .reported }
    #expect(unread.count == 25)
    #expect(unread.allSatisfy { $0.key.applicant == .research && $0.status == .ambiguous })
    page.rename("社会公益组织", to: "另外")
    #expect(try !table3IsRead(page))
  }

  @Test(
    "a remark that changes what a head says",
    arguments: ["（上年）", "（2022年）", "（占比%）", "（含下级）"])
  func remark(remark: String) throws {
    var page = try SamplePage(form: "gid-2021")
    page.rename("现行有效件数", to: "现行有效件数" + remark)
    page.rename("本年处理决定数量", to: "本年处理决定数量" + remark)
    let codes = try reported(page)
    #expect(!codes.contains("rules.in_force"))
    #expect(!codes.contains("licensing.decisions"))
  }

  @Test("figures in another grid are not those of heads that lost theirs")
  func foreignGrid() throws {
    var page = try SamplePage(form: "gid-2021")
    page.sheets[4]?[0].removeLast()
    page.sheets[4]?.append([(1...15).map { .init(text: String($0)) }])
    #expect(try !reported(page).contains("review.upheld"))
    var sound = try SamplePage(form: "gid-2021")
    sound.sheets[4]?.append([[.init(text: "1")]])
    #expect(try reported(sound).contains("review.upheld"))
  }

  @Test("a row of an appendix does not fill a gap in the table")
  func appendix() throws {
    var page = try SamplePage(form: "gid-2021")
    page.sheets[2]?[0].removeAll { $0.contains { $0.text == "行政许可" } }
    let text =
      page.text(.pipes)
      + "\n附：2021年数据\n\n| 信息内容 | 本年处理决定数量 |\n|---|---|\n| 行政许可 | 999 |\n"
    let report = try ReportReader().read(bytes: Array(text.utf8), path: "page")
    let cell = report.tables[0].cells.first { $0.key.indicator.text == "licensing.decisions" }
    #expect(cell?.status == .ambiguous)
  }

  @Test("random edits of heads and their spans", arguments: 0..<300)
  func mutated(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let form = seed % 2 == 0 ? "gid-2019" : "gid-2021"
    var page = try SamplePage(form: form)
    let number = Int.random(in: 2...4, using: &random)
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      HeadMutation.apply(to: &page, table: number, &random)
    }
    let shown = HeadMutation.shown(page, table: number)
    let columns = page.form.table(number)?.blocks.flatMap(\.columns) ?? []
    let known = Set(columns.flatMap { $0.heads.map(\.text.chinese) + [$0.label.text.chinese] })
    let report = try ReportReader().read(bytes: page.bytes(.spans), path: "page")
    for cell in report.tables.flatMap(\.cells)
    where report.tables.contains(where: { table in
      table.number == number && table.cells.contains(cell)
    }) {
      guard cell.status == .reported else { continue }
      let head = try #require(HeadMutation.heads(of: cell.key, in: page.form, table: number))
      let stack = shown[cell.printed] ?? []
      let upper = stack.dropLast().filter(known.contains)
      #expect(
        stack.last == head.last && upper.allSatisfy(head.dropLast().contains),
        "\(form) table \(number) \(cell.key)")
    }
  }
}

/// Edits of head rows, and what a browser then shows over each figure.
enum HeadMutation {
  static func apply(
    to page: inout SamplePage, table: Int, _ random: inout SeededGenerator
  ) {
    guard var sheet = page.sheets[table]?.first else { return }
    let rows = sheet.indices.filter { row in
      sheet[row].count > 1 && !sheet[row].contains { $0.key != nil }
    }
    guard let row = rows.randomElement(using: &random),
      let cell = sheet[row].indices.randomElement(using: &random)
    else { return }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: sheet[row][cell].columnSpan = 1
    case 1: sheet[row][cell].rowSpan = 1
    case 2: sheet[row].remove(at: cell)
    case 3:
      if let other = sheet[row].indices.randomElement(using: &random) {
        let text = sheet[row][cell].text
        sheet[row][cell].text = sheet[row][other].text
        sheet[row][other].text = text
      }
    default: sheet[row][cell].text = "别的"
    }
    page.sheets[table] = [sheet]
  }

  /// By figure: the heads over it, the lowest last.
  static func shown(_ page: SamplePage, table: Int) -> [String: [String]] {
    guard let sheet = page.sheets[table]?.first else { return [:] }
    var grid: [[Int: String]] = Array(repeating: [:], count: sheet.count)
    var shown: [String: [String]] = [:]
    var heads: [Int: [String]] = [:]
    for (row, cells) in sheet.enumerated() {
      var column = 0
      if !cells.contains(where: { $0.key != nil }), cells.count == 1 { heads = [:] }
      for cell in cells {
        while grid[row][column] != nil { column += 1 }
        for down in row..<min(sheet.count, row + cell.rowSpan) {
          for right in column..<(column + cell.columnSpan) where grid[down][right] == nil {
            grid[down][right] = cell.text
          }
        }
        for right in column..<(column + cell.columnSpan) {
          if cell.key == nil, !cell.isRowLabel { heads[right, default: []].append(cell.text) }
        }
        if cell.key != nil {
          let over = (column..<(column + cell.columnSpan)).lazy.compactMap { heads[$0] }
          shown[cell.text] = over.first
        }
      }
    }
    return shown
  }

  /// What the form has over a cell.
  static func heads(of key: CellKey, in form: ReportModel.Form, table: Int) -> [String]? {
    guard let table = form.table(table) else { return nil }
    var cells = table.cells[...]
    for block in table.blocks {
      for _ in block.rows {
        for column in block.columns where cells.removeFirst().key == key {
          return column.heads.map(\.text.chinese) + [column.label.text.chinese]
        }
      }
    }
    return nil
  }
}
