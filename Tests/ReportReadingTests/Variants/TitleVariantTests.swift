import ReportModel
import Testing

@testable import ReportReading

/// Titles, section headings and what stands around a report.
///
/// - how the title names the report, with letters out of order, given twice, without the body
/// - other years in the text, misprinted periods, dates of publication
/// - headings in the notice's long wording, misprinted, renumbered, or missing
/// - text with figures before a section's table, the template's own sentence, the vocabulary of the
///   statistics of 2014 in a report of today
/// - navigation, tables of metadata, page numbers between rows
@Suite("Variants of titles, headings and page furniture")
struct TitleVariantTests {
  private static let layouts: [PageLayout] = [.spans, .pipes, .lines]

  private func check(
    _ layout: PageLayout, title: String = "青石市水务局2022年政府信息公开工作年度报告",
    _ edit: (String) -> String = { $0 }
  ) throws -> PageCheck {
    let page = try SamplePage(form: "gid-2021", title: title)
    return try PageCheck(edit(page.text(layout)), of: page)
  }

  @Test(
    "the report's name",
    arguments: [
      "青石市水务局2022年政府信息公开工作年度报告", "青石市水务局2022年政府信息公开年度报告",
      "青石市水务局2022年度政府信息公开工作年度报告", "青石市水务局2022年信息公开年度报告",
      "青石市水务局2022年政务信息公开年度报告", "青石市水务局2022年政府信息公开 工作告年度报",
      "青石市水务局 2022 年政府信息公开工作年度报告", "2022 年青石市水务局政府信息公开工作年度报告",
    ])
  func name(title: String) throws {
    let check = try check(.lines, title: title)
    #expect(check.isWhole)
    #expect(check.report.body == "青石市水务局")
    #expect(check.report.year == 2022)
  }

  @Test("letters in any other order are no title")
  func shuffled() {
    #expect(ReportTitle("青石市水务局2022年政府信息公开工作告年度") == nil)
    #expect(ReportTitle("青石市水务局2022年政府信息公开报年工作") == nil)
  }

  @Test("the title as the page's heading and again as the report's", arguments: layouts)
  func twice(layout: PageLayout) throws {
    let title = "青石市水务局2022年政府信息公开工作年度报告"
    let line = layout.isHTML ? "<h1>\(title)</h1>" : title
    let check = try check(layout) { "\(line)\n" + $0 }
    #expect(check.isWhole)
    #expect(check.report.year == 2022)
  }

  @Test(
    "other years, misprinted periods and dates of publication in the text",
    arguments: [
      "2021年，我局制定规范性文件0件。", "发布日期：2024-03-26", "统计期限为2022年1月1日至12月31止。",
      "统计期限自202020年1月1日起至202020年12月31日止。", "自201711日至20171231日。", "（2017210日）",
    ])
  func otherYears(line: String) throws {
    for layout in Self.layouts {
      let added = layout.isHTML ? "<p>\(line)</p>" : line
      let mark = layout.isHTML ? "<p>一、总体情况</p>" : "一、总体情况"
      for text in [mark + "\n" + added, added + "\n" + mark] {
        let check = try check(layout) { $0.replacingFirst(mark, with: text) }
        #expect(check.isWhole, "\(layout) \(check.summary)")
        #expect(check.report.year == 2022)
      }
    }
  }

  @Test(
    "headings of sections",
    arguments: [
      ("二、主动公开政府信息情况", "二、行政机关主动公开政府信息情况"), ("二、主动公开政府信息情况", "一、主动公开政府信息情况"),
      ("二、主动公开政府信息情况", ""), ("三、收到和处理政府信息公开申请情况", "二、收到和处理政府信息公开申请情况"),
      ("四、政府信息公开行政复议、行政诉讼情况", "四、政府信息公开行政法复议、行政诉讼情况"),
      ("四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
      ("四、政府信息公开行政复议、行政诉讼情况", "四）政府信息公开行政复议、行政诉讼情况"),
      ("五、存在的主要问题及改进情况", "五、存在问题及改进情况"), ("五、存在的主要问题及改进情况", "五、存在的主要问题及整改措施"),
      ("五、存在的主要问题及改进情况", "五、政府信息公开工作存在的主要问题及改进情况"),
      ("五、存在的主要问题及改进情况", "六、其他需要报告的情况"), ("一、总体情况", "概述"),
      ("一、总体情况", "一、总体情况\n二、2022年工作思路\n三、机制建设"),
    ])
  func headings(heading: String, printed: String) throws {
    for layout in Self.layouts {
      let check = try check(layout) { $0.replacingFirst(heading, with: printed) }
      #expect(check.isWhole, "\(layout) \(check.summary)")
    }
  }

  @Test(
    "text before a section's table",
    arguments: [
      "该部分以表格形式报告。表格如下:", "全年制发规范性文件5件，废止2件，现行有效件数55件。", "其中：行政许可97件",
      "①参加或举办新闻发布会总次数0次。②政策解读稿件发布数12篇。", "共处理1295件\n较上年增长3.5%",
    ])
  func textBefore(text: String) throws {
    for layout in Self.layouts {
      for heading in ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"] {
        let line = layout.isHTML ? "</p><p>\(text)" : "\n\(text)"
        let check = try check(layout) { $0.replacingFirst(heading, with: heading + line) }
        #expect(check.isWhole, "\(layout) \(check.summary)")
      }
    }
  }

  @Test("navigation, tables of metadata and links around the report")
  func furniture() throws {
    let top = """
      <div>登录 | 注册</div><div>当前位置：首页 &gt; 政务公开</div><div>字体:【默认 超大】 访问量: 1295</div>
      <table><tr><td>索引号</td><td>0011/2021-None</td><td>发布机构</td><td>水务局</td></tr>
      <tr><td>文号</td><td></td><td>有效性</td><td>有效</td></tr></table>
      """
    let html = try check(.spans) { top + $0 + "<p>附件下载</p><p>关怀版 无障碍</p>" }
    #expect(html.isWhole, "\(html.summary)")
    let lines = "登录 | 注册\n当前位置：首页>政务公开\n字体:【默认 超大】\n访问量: 1295\n打印\n"
    for layout in [PageLayout.lines, .pipes] {
      let text = try check(layout) { lines + $0 + "\n分享：\n附件下载\n" }
      #expect(text.isWhole, "\(layout) \(text.summary)")
    }
  }

  @Test("page numbers between rows", arguments: ["- %d -", "— %d —", "第 %d 页", "---page %d"])
  func pageNumbers(format: String) throws {
    let check = try check(.lines) { text in
      var number = 0
      return text.split(separator: "\n").enumerated().map { index, line -> String in
        guard index % 30 == 29 else { return String(line) }
        number += 1
        return line + "\n" + format.replacingFirst("%d", with: String(number))
      }.joined(separator: "\n")
    }
    #expect(check.isWhole, "\(check.summary)")
  }
}
