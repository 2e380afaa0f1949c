import Forms
import ReportModel
import Testing

@testable import ReportReading

@Suite("Tables that pages cut, part and leave columns out of")
struct GridGapTests {
  private func report(_ text: String) throws -> Report {
    try ReportReader().read(bytes: Array(text.utf8), path: "页面.txt")
  }

  private func value(_ code: String, _ report: Report, _ applicant: Applicant? = nil) -> String? {
    let key = CellKey(IndicatorCode(code), applicant)
    let cell = report.tables.flatMap(\.cells).first { $0.key == key }
    return cell.map { $0.value.map { "\($0)" } ?? $0.status.rawValue }
  }

  @Test("a column that is left out is absent, the others are read")
  func columnLeftOut() throws {
    let page = try SamplePage(form: "gid-2021")
    let block = try #require(page.form.table(3)?.blocks.first)
    let gone = block.columns[2].label.text.chinese
    var left = page
    var sheet = try #require(left.sheets[3]?.first)
    for row in sheet.indices {
      sheet[row].removeAll { $0.text == gone || $0.key?.applicant == .research }
      for cell in sheet[row].indices {
        if ["申请人情况", "法人或其他组织"].contains(sheet[row][cell].text) {
          sheet[row][cell].columnSpan -= 1
        }
      }
    }
    left.sheets[3] = [sheet]
    let report = try ReportReader().read(bytes: left.bytes(.spans), path: "页面.html")
    #expect(value("requests.new", report, .research) == "absent")
    for applicant in [Applicant.person, .firm, .charity, .total] {
      let key = CellKey(IndicatorCode("requests.new"), applicant)
      #expect(value("requests.new", report, applicant) == page.printed[key])
    }
  }

  @Test("a head that is lost alone leaves its rows unread")
  func headLost() throws {
    var page = try SamplePage(form: "gid-2021")
    page.sheets[3]?[0][2].removeAll { $0.text == "科研机构" }
    let report = try ReportReader().read(bytes: page.bytes(.spans), path: "页面.html")
    #expect(value("requests.new", report, .firm) == "ambiguous")
  }

  @Test("a row without a figure is blank, but not beside a row with figures that could not be told")
  func blankBesideUnknown() throws {
    var page = try SamplePage(form: "gid-2021")
    for applicant in Applicant.allCases {
      page.set(CellKey(IndicatorCode("outcome.partial"), applicant), to: "")
    }
    let plain = try ReportReader().read(bytes: page.bytes(.spans), path: "页面.html")
    #expect(value("outcome.partial", plain, .person) == "blank")
    page.edit { cell in if cell.text == "5.属于三类内部事务信息" { cell.text = "五类另行规定的事项" } }
    let doubted = try ReportReader().read(bytes: page.bytes(.spans), path: "页面.html")
    #expect(value("outcome.partial", doubted, .person) == "ambiguous")
    #expect(value("outcome.granted", doubted, .person) != "ambiguous")
  }

  private let results = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n"

  @Test("table 4 as three tables, what they are about on lines above them")
  func partedTable() throws {
    let report = try report(
      """
      青石市水务局2022年政府信息公开工作年度报告
      四、政府信息公开行政复议、行政诉讼情况
      行政复议

      \(results)| 1 | 2 | 3 | 4 | 10 |

      行政诉讼
      未经复议直接起诉

      \(results)| 5 | 0 | 0 | 0 | 5 |

      复议后起诉

      \(results)| 0 | 6 | 0 | 0 | 6 |
      """ + "\n")
    #expect(value("review.total", report) == "10")
    #expect(value("suit_direct.upheld", report) == "5")
    #expect(value("suit_reviewed.corrected", report) == "6")
  }

  @Test("two tables of one part that differ are both unread")
  func contestedPart() throws {
    let report = try report(
      """
      青石市水务局2022年政府信息公开工作年度报告
      行政复议

      \(results)| 1 | 2 | 3 | 4 | 10 |

      行政复议

      \(results)| 1 | 2 | 3 | 5 | 11 |
      """ + "\n")
    #expect(value("review.total", report) == "ambiguous")
  }

  @Test("blank cells at the ends of rows without outer bars are cells")
  func blankEnds() throws {
    let report = try report(
      """
      青石市水务局2022年政府信息公开工作年度报告
      四、政府信息公开行政复议、行政诉讼情况
      行政复议 | 行政诉讼
      结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉
      结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
       | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | \("")
      """ + "\n")
    #expect(value("review.upheld", report) == "blank")
    #expect(value("review.corrected", report) == "1")
    #expect(value("suit_reviewed.upheld", report) == "2")
    #expect(value("suit_reviewed.total", report) == "blank")
  }

  @Test("rows that differ in their outer bars are as wide as each other")
  func barsOfRows() {
    let rows = ["a | b", "| 1 | 2 |", " | 3".trimmed, "4 |"].compactMap { PipeRow($0) }
    #expect(PipeRow.cells(of: rows) == [["a", "b"], ["1", "2"]])
    let full = ["a | b | c", "| d |", "e | f |"].compactMap { PipeRow($0) }
    #expect(PipeRow.cells(of: full) == [["a", "b", "c"], ["", "d", ""], ["e", "f", ""]])
  }
}

extension String {
  fileprivate var trimmed: String { WhiteSpace.trimmed(self) }
}
