import Forms
import ReportModel
import Testing

@testable import ReportReading

/// Crawls that lost the borders of cells. What the form's sums settle is read; what they leave open
/// is ambiguous, and the problem tells in how many ways the digits can be parted.
@Suite("Pages whose cells run together")
struct RunTogetherPageTests {
  private func read(_ text: String) throws -> Report {
    try ReportReader().read(bytes: Array(text.utf8), path: "page")
  }

  @Test(
    "what is read stands so on the page, and most of table 3 is read",
    arguments: RunTogetherPage.Style.allCases, ["gid-2019", "gid-2021"])
  func styles(style: RunTogetherPage.Style, form: String) throws {
    var read = 0
    for seed in 0..<3 {
      let page = try RunTogetherPage.make(form, seed: UInt64(seed))
      let printed = page.printed
      let report = try self.read(RunTogetherPage.text(page, style))
      let table = try #require(report.tables.first { $0.number == 3 })
      #expect(table.form == form)
      if table.cells.allSatisfy({ $0.status == .reported }) { read += 1 }
      for cell in report.tables.flatMap(\.cells) where cell.status == .reported {
        #expect(cell.printed == printed[cell.key], "\(seed) \(cell.key)")
        #expect(cell.place?.line != nil)
      }
    }
    #expect(read >= 2)
  }

  private func page(_ rows: [String: String]) throws -> String {
    let page = try SamplePage(form: "gid-2021") { _, _ in "0" }
    let text = RunTogetherPage.text(page, .rowsOnLines)
    return text.split(separator: "\n").map { line in
      for (label, digits) in rows where line.hasPrefix(label) {
        let end = line.lastIndex { !("0"..."9").contains($0) } ?? line.startIndex
        return line[...end] + digits
      }
      return String(line)
    }.joined(separator: "\n")
  }

  private func cells(_ report: Report, _ code: String) -> [Cell] {
    report.tables.flatMap(\.cells).filter { $0.key.indicator.text == code }
  }

  @Test("two ways to part a row, settled by the columns or left open with their number")
  func twoWays() throws {
    // 2 7 0 0 20 1 30, or 27 0 0 2 0 1 30.
    let settled = try read(
      page([
        "一、本年新收": "270020130", "三、本年度办理结果（一）": "270000027", "4.保护第三方": "0002002",
        "3.其他": "0000011", "（七）总计": "270020130",
      ]))
    #expect(cells(settled, "requests.new").map(\.printed) == ["27", "0", "0", "2", "0", "1", "30"])
    #expect(settled.problems.filter { $0.table == 3 }.isEmpty)
    // The same digits in the row of what came in and in the row of what is left.
    let open = try read(page(["一、本年新收": "270020130", "四、结转下年度": "270020130"]))
    let cells = cells(open, "requests.new")
    #expect(cells.allSatisfy { $0.status == .ambiguous })
    let problem = try #require(open.problems.first { $0.kind == .runTogether })
    #expect(problem.seen == "一、本年新收政府信息公开申请数量 270020130 ×2")
    let granted = self.cells(open, "outcome.granted")
    #expect(granted.allSatisfy { $0.status == .reported })
  }

  @Test("a table that does not add up is left open as a whole")
  func faulty() throws {
    let report = try read(page(["一、本年新收": "1000001", "（七）总计": "1000001"]))
    let table = try #require(report.tables.first { $0.number == 3 })
    #expect(table.cells.allSatisfy { $0.status == .ambiguous })
    #expect(report.problems.contains { $0.kind == .runTogether && $0.seen.hasSuffix("×0") })
  }

  @Test("a table that lacks a row has no sums over its columns")
  func rowLost() throws {
    let lines = try page([:]).split(separator: "\n").filter { !$0.hasPrefix("2.重复申请") }
    let report = try read(lines.joined(separator: "\n"))
    let table = try #require(report.tables.first { $0.number == 3 })
    #expect(table.cells.allSatisfy { $0.status != .reported })
  }

  @Test(
    "rows of table 2 have no sums: only one figure a row, and zeros alone, are certain",
    arguments: [
      ("规章", "000", "0 0 0"), ("规章", "100", ""), ("规章", "396442278", ""), ("规章", "12", ""),
      ("规章", "26-18", ""), ("行政许可", "2648", "2648"), ("行政事业性收费", "24252.311082", "24252.311082"),
    ])
  func proactive(label: String, digits: String, printed: String) throws {
    let report = try read(page([label: digits]))
    let codes = ["规章": "rules.", "行政许可": "licensing.", "行政事业性收费": "fees."]
    let cells = report.tables[0].cells.filter {
      $0.key.indicator.text.hasPrefix(codes[label] ?? "?")
    }
    let read = cells.filter { $0.status == .reported }.map(\.printed)
    #expect(read.joined(separator: " ") == printed)
    #expect(printed.isEmpty == cells.contains { $0.status == .ambiguous })
  }

  @Test("borders that are left", arguments: ["230 000023", "23 0 00 0 023", "23 0 0 0 0 023"])
  func someBorders(digits: String) throws {
    let report = try read(
      page(["一、本年新收": digits, "三、本年度办理结果（一）": digits, "（七）总计": digits]))
    let new = cells(report, "requests.new")
    #expect(new.map(\.printed) == ["23", "0", "0", "0", "0", "0", "23"])
  }

  @Test("digits that a label without its ordinal may have lost to the row before")
  func ordinalInDoubt() throws {
    // …0000000 2.其他法律… on one line, with and without the point.
    var page = try SamplePage(form: "gid-2021") { _, _ in "0" }
    let sound = try read(RunTogetherPage.text(page, .tableOnOneLine))
    #expect(sound.tables.flatMap(\.cells).allSatisfy { $0.status == .reported })
    page.rename("2.重复申请", to: "2重复申请")
    let report = try read(RunTogetherPage.text(page, .tableOnOneLine))
    let table = report.tables.first { $0.number == 3 }
    #expect(table?.cells.contains { $0.status == .reported } ?? false == false)
  }

  @Test("prose that names rows and figures is not cut")
  func prose() throws {
    for line in ["行政许可97件，行政处罚3件", "本年行政许可97", "其他行政处罚97行政许可3"] {
      let document = try TextReader.read(Array(line.utf8), limits: .standard)
      let cutter = PhraseCutter(FormCatalog.standard.tables(2).map { TableLabels($0) })
      guard case .paragraph(let paragraph)? = document.blocks.first else { continue }
      #expect(cutter.pieces(of: paragraph.text, folded: FoldedText(line)) == nil, "\(line)")
    }
  }
}
