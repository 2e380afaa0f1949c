import ReportModel
import Testing

@testable import ReportReading

@Suite("Pages to documents")
struct PageTests {
  private func html(_ text: String) throws -> Document {
    try HTMLReader.read(Array(text.utf8), limits: .standard)
  }

  private func describe(_ document: Document) -> [String] {
    document.blocks.map { block in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .grid(let grid): "\(grid.number):" + grid.cells.map(\.text).joined(separator: "|")
      }
    }
  }

  @Test("white space as a browser shows it, invisible elements left out")
  func text() throws {
    let document = try html(
      """
      <title> 年报
      </title><!-- 2019年 --><p>一 二
        三&nbsp;</p><style>p {}</style><script>document.write("<p>x</p>")</script>
      四<br>五<span>六</span><div hidden>七</div><template><p>八</p></template>
      """)
    #expect(document.title == "年报")
    #expect(describe(document) == ["一 二 三", "四", "五六"])
  }

  @Test("spans cover the grid as in a browser")
  func spans() throws {
    let document = try html(
      "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td rowspan=9>d</table>")
    guard case .grid(let grid)? = document.blocks.first else {
      Issue.record("no table")
      return
    }
    let rows = (0..<grid.rowCount).map { row in
      (0..<grid.columnCount).map { column in
        grid.cell(row: row, column: column).map { grid.cells[$0].text } ?? "-"
      }.joined()
    }
    #expect(rows == ["abb", "acd"])
    #expect(grid.cells.last?.rowSpan == 1)
    #expect(grid.cells.last?.place == Place(table: 1, row: 2, column: 3, line: 1))
    #expect(!grid.isSpanless)
  }

  @Test("a table that lays the page out does not swallow what it holds")
  func layout() throws {
    let document = try html(
      "<table><tr><td>栏目<td><p>标题</p><table><tr><td>规章<td>1</table><p>结尾</p></table>")
    #expect(describe(document) == ["1:栏目|标题\n结尾", "栏目", "标题", "2:规章|1", "结尾"])
    guard case .grid(let outer)? = document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(outer.cells.map(\.isOpaque) == [false, true])
  }

  @Test("a cell that holds pages of text is layout as well")
  func longCell() throws {
    let lines = (1...40).map { "<p>第\($0)行</p>" }.joined()
    let document = try html("<table><tr><td>\(lines)</table>")
    #expect(document.blocks.count == 41)
  }

  @Test("text: lines, pipe rows with and without bars at the ends, Markdown")
  func pipes() throws {
    let text = "标题\r\n\n a | b\n|---|:---:|\n| 1 | **2** |\n| - | \\| |\n正文\n|\n"
    let document = try TextReader.read(Array(text.utf8), limits: .standard)
    #expect(describe(document) == ["标题", "1:a|b|1|2|-||", "正文", "|"])
    guard case .grid(let grid) = document.blocks[1], case .paragraph(let last) = document.blocks[3]
    else {
      Issue.record("no table")
      return
    }
    #expect(grid.rowCount == 3)
    #expect(grid.cells[2].place == Place(table: 1, row: 2, column: 1, line: 5))
    #expect(last.place == Place(line: 8))
  }

  @Test("page numbers are no figures", arguments: ["- 4 -", "— 4 —", "---page 4", "第 4 页", "－12－"])
  func pageNumbers(line: String) {
    #expect(TextTokens.isPageNumber(line))
    #expect(!TextTokens.isPageNumber("-4"))
    #expect(!TextTokens.isPageNumber("4"))
    #expect(!TextTokens.isPageNumber("—"))
  }

  @Test("ordinals in every style, and what only looks like one")
  func ordinals() {
    for (text, ordinal) in [
      ("（一）予以公开", 1), ("一、本年新收", 1), ("2.重复申请", 2), ("2、重复申请", 2), ("２．重复申请", 2), ("②重复申请", 2),
      ("㈢不予公开", 3), ("一）予以公开", 1), ("(七)总计", 7),
    ] {
      #expect(Label(text).ordinal == ordinal, "\(text)")
    }
    for text in ["三安全一稳定", "2020年收费", "一般事项", "十", "3.5"] {
      #expect(Label(text).ordinal == nil, "\(text)")
    }
  }
}
