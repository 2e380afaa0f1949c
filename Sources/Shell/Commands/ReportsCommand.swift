import Panel
import ReportModel
import ReportStore

struct ReportsCommand: Command {
  static let manual = CommandManual(
    name: "reports", chineseName: "报告",
    usage: "reports [for BODY…] [in YEARS] [where CONDITION] [to FILE [as FORMAT]]",
    summary: LocalizedText(chinese: "已载入的报告", english: "what is loaded"),
    details: LocalizedText(
      chinese: """
        每份报告一行：各表用哪种格式（- 为页面没有该表），“已读”为页面各表中读出数字的单元格及
        单元格总数，“空白”为空格子或横线，“问题”为读取中未能确定之处（show 列出）。写入文件时另有
        各状态的单元格数；table_1 为 2019 年以前的统计表。同一机关同一年度载入过不同文件时，后载入的
        为准，先前的不再采用（superseded）。
        """,
      english: """
        One line a report: the form of each of its tables (- where the page lacks it); `Read` is
        how many of the cells of its tables hold a figure that was read, `Blank` how many are empty
        or hold a dash, `Problems` what the reading could not settle (`show` lists it). A file gets
        the cells of each status besides; its `table_1` is the statistics table of the years before
        2019. Of two files for one body and year the one loaded later counts; the other is marked
        as superseded.
        """),
    examples: ["reports", "reports in 2023 to loaded.csv"])

  private let selection: SelectionClause
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    var selection = SelectionClause()
    var destination = DestinationClause()
    while try Clauses.take(&selection, &destination, from: &arguments) {}
    self.selection = selection
    self.destination = destination
  }

  private static let columns: [ResultColumn] = [
    Headings.body, Headings.year,
    Headings.text("table_2", "表二", "Table 2"), Headings.text("table_3", "表三", "Table 3"),
    Headings.text("table_4", "表四", "Table 4"),
    Headings.figure("reported", "已读", "Read"), Headings.figure("unread", "未读", "Unread"),
    Headings.text("standing", "采用", "Counts"), Headings.source,
    Headings.text("encoding", "编码", "Encoding"), Headings.text("sha256", "SHA-256", "SHA-256"),
    Headings.figure("tables", "表数", "Tables"), Headings.figure("blank", "空白", "Blank"),
    Headings.figure("dash", "横线", "Dashes"), Headings.figure("text", "文字", "Texts"),
    Headings.figure("ambiguous", "不确定", "Ambiguous"), Headings.figure("absent", "缺失", "Absent"),
    Headings.figure("problems", "问题", "Problems"), Headings.text("table_1", "表一", "Table 1"),
  ]

  func run(in session: Session) throws(ShellError) {
    let panel = try session.panel()
    let wanted = Set(
      try selection.reports(in: session).map {
        BodyYear(panel.reports[$0].body, panel.reports[$0].year)
      })
    var rows: [[ResultValue]] = []
    var shown: [[ResultValue]] = []
    do {
      let contents = try session.store.contents()
      for report in try session.store.reports()
      where wanted.contains(BodyYear(report.body, report.year)) {
        guard let contents = contents[report.id] else { continue }
        rows.append(row(report, contents))
        shown.append(shownRow(report, contents))
      }
    } catch {
      throw ShellError(.store(nil, error))
    }
    let result = ResultTable(columns: Self.columns, rows: rows)
    let screen = ResultTable(columns: Self.shownColumns, rows: shown)
      .withoutColumns(["standing"], saying: "current")
    try session.deliver(result, shown: screen, to: destination)
  }

  /// For the screen: digest and encoding would push the rest away, and the forms of the three
  /// tables take one column.
  private static let shownColumns: [ResultColumn] = [
    Headings.body, Headings.year, Headings.code("forms", "格式", "Forms"),
    Headings.figure("reported", "已读", "Read"), Headings.figure("blank", "空白", "Blank"),
    Headings.figure("problems", "问题", "Problems"), Headings.text("standing", "采用", "Counts"),
    Headings.source,
  ]

  private func shownRow(_ report: StoredReport, _ contents: ReportContents) -> [ResultValue] {
    let read = contents.cells[.reported] ?? 0
    let blank = (contents.cells[.blank] ?? 0) + (contents.cells[.dash] ?? 0)
    // The folder is the same for most; the file's name tells them apart.
    let file = report.source.path.split(separator: "/").last.map(String.init)
    return [
      .text(report.body), .count(report.year), .text(forms(of: report)),
      .text("\(read)/\(contents.total)"), .count(blank), .count(contents.problems),
      standing(of: report), .text(file ?? report.source.path),
    ]
  }

  /// `gid-2021`, or `2021/2019/-` where the tables differ.
  private func forms(of report: StoredReport) -> String {
    var names = [2, 3, 4].map { report.forms[$0] ?? "-" }
    if let statistics = report.forms[1] {
      names = [statistics] + (report.forms.count > 1 ? names : [])
    }
    guard Set(names).count > 1 else { return names[0] }
    let common = "gid-"
    return names.map { $0.hasPrefix(common) ? String($0.dropFirst(common.count)) : $0 }
      .joined(separator: "/")
  }

  private func standing(of report: StoredReport) -> ResultValue {
    report.isCurrent
      ? .term("current", LocalizedText(chinese: "是", english: "yes"))
      : .term("superseded", LocalizedText(chinese: "否", english: "no"))
  }

  private struct BodyYear: Hashable {
    let body: String
    let year: Int

    init(_ body: String, _ year: Int) {
      self.body = body
      self.year = year
    }
  }

  private func row(_ report: StoredReport, _ contents: ReportContents) -> [ResultValue] {
    let cells = contents.cells
    let forms = [2, 3, 4].map { ResultValue.text(report.forms[$0] ?? "-") }
    let unread = [CellStatus.blank, .dash, .text, .ambiguous, .absent]
    return [.text(report.body), .count(report.year)] + forms + [
      .count(cells[.reported] ?? 0), .count(contents.total - (cells[.reported] ?? 0)),
      standing(of: report), .text(report.source.path), .text(report.source.encoding),
      .text(report.source.digest), .count(report.forms.count),
    ] + unread.map { .count(cells[$0] ?? 0) } + [
      .count(contents.problems), .text(report.forms[1] ?? "-"),
    ]
  }
}
