import ReportModel
import Testing

@testable import ReportReading

@Suite("Text whose figures are torn or contested, and pages that show more than their text")
struct TornTextTests {
  private func cells(_ text: String) throws -> [String: Cell] {
    let report = try ReportReader().read(bytes: Array(text.utf8), path: "page")
    var cells: [String: Cell] = [:]
    for cell in report.tables.flatMap(\.cells) { cells[cell.key.indicator.text] = cell }
    return cells
  }

  private func page(_ code: String, _ figure: String) throws -> SamplePage {
    var page = try SamplePage(form: "gid-2021")
    page.set(CellKey(IndicatorCode(code)), to: figure)
    return page
  }

  @Test(
    "a figure that goes on in the next line",
    arguments: ["582\n04", "40217\n.93", "214\n,790", "36\n（减）", "12\n1/08", "5\n万元"])
  func torn(figure: String) throws {
    let cells = try cells(page("penalty.decisions", figure).text(.lines))
    #expect(cells["penalty.decisions"]?.status == .ambiguous)
    #expect(cells["coercion.decisions"]?.status == .reported)
  }

  @Test("two labels before one figure")
  func contested() throws {
    let cells = try cells(page("penalty.decisions", "").text(.lines))
    #expect(cells["penalty.decisions"]?.status == .ambiguous)
    #expect(cells["coercion.decisions"]?.status == .ambiguous)
  }

  @Test("a slip does not turn a label round")
  func negated() throws {
    for layout in PageLayout.allCases {
      var page = try SamplePage(form: "gid-2021")
      page.rename("（一）予以公开", to: "（一）不予以公开")
      #expect(try cells(page.text(layout))["outcome.granted"]?.status != .reported, "\(layout)")
    }
  }

  @Test("yuan printed over a table whose head states no unit")
  func unit() throws {
    var page = try SamplePage(form: "gid-2021")
    page.rename("本年收费金额（单位：万元）", to: "本年收费金额")
    #expect(try cells(page.text(.lines))["fees.amount"]?.unit == .tenThousandYuan)
    let text = page.text(.lines).split(separator: "第二十条第（八）项")
      .joined(separator: "单位：元\n第二十条第（八）项")
    #expect(try cells(text)["fees.amount"]?.status == .ambiguous)
  }

  @Test(
    "counts with a point, and changes outside the columns of changes",
    arguments: [
      "1.000", "12.000", "5(减)",
    ])
  func noCount(figure: String) throws {
    let cells = try cells(page("licensing.decisions", figure).text(.spans))
    #expect(cells["licensing.decisions"]?.status == .text)
  }

  @Test(
    "what a browser shows otherwise",
    arguments: [
      "<span style=\"text-decoration:line-through\">12</span>15",
      "12<span style=\"vertical-align:super\">1</span>",
      "<span style=\"display:block\">1</span><span style=\"display:block\">2</span>",
      "<aside>1</aside><aside>2</aside>", "<dialog>5</dialog>", "<video>5</video>",
      "<datalist><option>5</datalist>", "<canvas>5</canvas>", "<iframe>5</iframe>",
      "<math><msup><mn>1</mn><mn>2</mn></msup></math>", "1<img src=2.png>", "1<input value=2>",
      "1<textarea>2</textarea>", "<style>.h{display:none}</style><span class=h>5</span>7",
      "<span style=\"visibility:collapse\">5</span>7", "<span style=\"font-size:0\">5</span>7",
      "<span style=\"opacity: 0\">5</span>7", "&#8238;21", "<bdo dir=rtl>21</bdo>",
      "<ul><li>1<li>2</ul>", "<details><summary>1</summary>2</details>",
    ])
  func appearance(figure: String) throws {
    let cells = try cells(page("licensing.decisions", figure).text(.spans))
    #expect(cells["licensing.decisions"]?.status == .ambiguous)
    #expect(cells["penalty.decisions"]?.status == .reported)
  }

  @Test("struck and raised characters in paragraphs")
  func paragraphs() throws {
    let lines = try page("penalty.decisions", "<s>58204</s>60000").text(.lines)
    let text = lines.split(separator: "\n").map { "<p>\($0)</p>" }.joined(separator: "\n")
    let cells = try cells(text)
    #expect(cells["penalty.decisions"]?.status == .ambiguous)
    #expect(cells["coercion.decisions"]?.status == .reported)
  }

  @Test("a page that ends within a cell")
  func cut() throws {
    let text = try SamplePage(form: "gid-2021").text(.spans)
    let end = try #require(text.range(ofPlain: "<td>1184"))
    let cell = try cells(String(text[..<end])).values.first { $0.printed == "1184" }
    #expect(cell?.status != .reported)
  }

  @Test("tables behind the title of a second report")
  func secondReport() throws {
    let first = try SamplePage(form: "gid-2021")
    let second = try SamplePage(
      form: "gid-2021", title: "白河县人民政府2023年政府信息公开工作年度报告")
    let text = "\(first.title)\n一、总体情况\n见附图\n\(second.text(.lines))"
    #expect(throws: ReadingError.severalReports([first.title, second.title])) {
      try ReportReader().read(bytes: Array(text.utf8), path: "page", body: "某局", year: 2022)
    }
    let link = first.text(.lines) + second.title + "\n"
    #expect(try cells(link).values.allSatisfy { $0.status == .reported })
  }

  @Test("a page that a script fills, and lines and rows beyond any report")
  func limits() {
    let reader = ReportReader()
    #expect(throws: ReadingError.nothingReadable) {
      try reader.read(bytes: Array("<html><body><div id=a></div></body></html>".utf8), path: "a")
    }
    let limits = ReadingLimits.standard
    let cases: [(String, ReadingError)] = [
      (
        String(repeating: "|", count: 10_000),
        .tooComplex(.tableCells, limit: limits.rowCells)
      ),
      (
        String(repeating: "1|2\n", count: 30_000),
        .tooComplex(.tableRows, limit: limits.tableRows)
      ),
      (
        "<table>" + String(repeating: "<tr><td>1<td>2", count: 30_000),
        .tooComplex(.tableRows, limit: limits.tableRows)
      ),
      (
        String(repeating: "a", count: 2 << 20),
        .tooLarge(size: 2 << 20, limit: limits.lineLength)
      ),
      (
        String(repeating: "1 2\n", count: 2 << 20),
        .tooLarge(size: 8 << 20, limit: limits.textSize)
      ),
    ]
    for (text, error) in cases {
      #expect(throws: error) { try reader.read(bytes: Array(text.utf8), path: "a") }
    }
  }
}

extension String {
  /// The end of the first place where a part stands.
  fileprivate func range(ofPlain part: String) -> String.Index? {
    indices.first { self[$0...].hasPrefix(part) }.map { index($0, offsetBy: part.count) }
  }
}
