import Panel
import ReportModel
import ReportStore

struct ReportsCommand: Command {
  static let manual = CommandManual(
    name: "reports", chineseName: "报告",
    usage: "reports [for BODY…] [in YEARS] [to FILE [as FORMAT]]",
    summary: LocalizedText(chinese: "已载入的报告", english: "what is loaded"),
    details: LocalizedText(
      chinese: """
        每份报告一行：三张表各用哪种格式（- 为页面没有该表），读出的和未读出的单元格数。
        同一机关同一年度载入过不同文件时，后载入的为准，先前的标为 superseded。
        """,
      english: """
        One line a report: the form of each of the three tables (- where the page lacks it), how
        many cells were read and how many were not. Of two files for one body and year the one
        loaded later counts; the other is marked as superseded.
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
  ]

  func run(in session: Session) throws(ShellError) {
    let panel = try session.panel()
    let wanted = Set(
      try selection.reports(in: panel).map {
        BodyYear(panel.reports[$0].body, panel.reports[$0].year)
      })
    var rows: [[ResultValue]] = []
    do {
      for report in try session.store.reports()
      where wanted.contains(BodyYear(report.body, report.year)) {
        rows.append(row(report, tables: try session.store.cells(ofReport: report.id)))
      }
    } catch {
      throw ShellError(.store(nil, error))
    }
    let result = ResultTable(columns: Self.columns, rows: rows)
    try session.deliver(result, shown: shown(result), to: destination)
  }

  /// For the screen: digest and encoding would push the rest away, and the forms of the three
  /// tables take one column: `gid-2021`, or `gid-2021 gid-2019 -` where they differ.
  private func shown(_ result: ResultTable) -> ResultTable {
    let forms = 2...4
    var shown = result.without(["encoding", "sha256", "table_3", "table_4"])
      .withoutColumns(["standing"], saying: "current")
    shown.columns[2] = Headings.text("forms", "格式", "Forms")
    for (index, row) in result.rows.enumerated() {
      let names = row[forms].map { value in
        if case .text(let name) = value.content { name } else { "" }
      }
      // The folder is the same for most; the file's name tells them apart.
      if case .text(let path) = row[8].content, let name = path.split(separator: "/").last,
        let source = shown.columns.firstIndex(of: Headings.source)
      {
        shown.rows[index][source] = .text(String(name))
      }
      let isOne = Set(names).count == 1
      shown.rows[index][2] = .text(isOne ? names[0] : names.joined(separator: " "))
    }
    return shown
  }

  private struct BodyYear: Hashable {
    let body: String
    let year: Int

    init(_ body: String, _ year: Int) {
      self.body = body
      self.year = year
    }
  }

  private func row(_ report: StoredReport, tables: [ReportTable]) -> [ResultValue] {
    let cells = tables.flatMap(\.cells)
    let reported = cells.count { $0.status == .reported }
    let forms = [2, 3, 4].map { number in
      ResultValue.text(tables.first { $0.number == number }?.form ?? "-")
    }
    let standing: ResultValue =
      report.isCurrent
      ? .term("current", LocalizedText(chinese: "是", english: "yes"))
      : .term("superseded", LocalizedText(chinese: "已被取代", english: "superseded"))
    return [.text(report.body), .count(report.year)] + forms + [
      .count(reported), .count(cells.count - reported), standing, .text(report.source.path),
      .text(report.source.encoding), .text(report.source.digest),
    ]
  }
}
