import ReportModel
import ReportStore

struct ShowCommand: Command {
  static let manual = CommandManual(
    name: "show", chineseName: "显示", usage: "show BODY YEAR [table NUMBER]",
    summary: LocalizedText(chinese: "按格式显示一份报告", english: "a report on its form"),
    details: LocalizedText(
      chinese: """
        没有读出数字的单元格不显示为数字，而用带方括号的记号，表下有说明：[_] 空白、[—] 横线、
        [“…”] 文字、[?…] 不确定、[!] 页面没有。表下还列出读取中未能确定之处及其位置。
        表 1 为 2019 年以前的统计表；带 * 的行未见正式文本。
        之后的 export 和 last 用的是所显示各单元格（同 cells）。
        """,
      english: """
        A cell that is not plainly a number never looks like one; it has a mark in brackets, with a
        legend below the table: [_] blank, [—] a dash, [“…”] words, [?…] ambiguous, [!] absent.
        Below each table stands what the reading could not settle, with its place. Table 1 is the
        statistics table of the years before 2019; rows with * were not seen in an official text.
        `export` and `last` after it take the cells shown, as `cells` has them.
        """),
    examples: ["show \"云岭市人民政府\" 2023", "show 云岭 2023 table 3"])

  private let body: Token
  private let year: Token
  private let table: Int?

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    body = try arguments.takeText(.body)
    _ = arguments.take(.in)
    year = try arguments.takeText(.year)
    guard let range = YearSet.range(year.text), range.count == 1 else {
      throw ShellError(.badYears(year.text), at: year.range)
    }
    guard arguments.take(.table) else {
      table = nil
      return
    }
    let number = try arguments.takeText(.tableNumber)
    guard let value = Int(number.text), (1...4).contains(value) else {
      throw ShellError(.expected(.tableNumber), at: number.range)
    }
    table = value
  }

  func run(in session: Session) throws(ShellError) {
    let panel = try session.panel()
    guard !panel.reports.isEmpty else { throw ShellError(.nothingLoaded) }
    let name = try BodyResolver(bodies: panel.bodies).body(meantBy: body)
    let wantedYear = YearSet.range(year.text)?.lowerBound ?? 0
    var lookup = ReportLookup(store: session.store)
    guard let entry = try lookup.report(body: name, year: wantedYear) else {
      let years = panel.reports.filter { $0.body == name }.map(\.year)
      throw ShellError(
        .noReport(body: name, year: wantedYear, years: years), at: year.range)
    }
    try session.print("\(name) \(wantedYear)  \(entry.report.source.path)")
    let shown = entry.tables.filter { table == nil || $0.number == table }
    session.remember(
      result: ResultTable(
        columns: CellsTable.columns,
        rows: shown.flatMap { table in
          table.cells.map { CellsTable.row($0, of: table, in: entry.report) }
        }))
    let problems = try self.problems(of: entry.report, in: session)
    for problem in problems where problem.table == nil {
      try session.print(session.wording.text(of: .problemBelow(problem)))
    }
    let expected = session.catalog.tableNumbers(of: entry.tables.map(\.form))
    for number in table.map({ [$0] }) ?? expected {
      try session.print("")
      if let found = entry.tables.first(where: { $0.number == number }),
        let form = session.catalog.form(found.form)?.table(number)
      {
        try show(found, on: form, in: session)
      } else {
        try session.print(session.wording.text(of: .tableMissing(number)))
      }
      // That the table is missing has just been said.
      let own = problems.filter { $0.table == number && $0.kind != .tableMissing }
      guard !own.isEmpty else { continue }
      try session.print(session.wording.text(of: .problemsHead(own.count)))
      for problem in own {
        // It stands below its table.
        let untitled = ReadingProblem(
          kind: problem.kind, table: nil, seen: problem.seen, place: problem.place)
        try session.print(session.wording.text(of: .problemBelow(untitled)))
      }
    }
  }

  private func problems(
    of report: StoredReport, in session: Session
  ) throws(ShellError) -> [ReadingProblem] {
    do {
      return try session.store.problems(ofReport: report.id)
    } catch {
      throw ShellError(.store(nil, error))
    }
  }

  private func show(
    _ table: ReportTable, on form: FormTable, in session: Session
  ) throws(ShellError) {
    let title = form.title.text(in: session.settings.language)
    let layout = ReportLayout(table: table, form: form, language: session.settings.language)
    try session.print(
      session.wording.text(of: .tableTitle(form.number, title: title, form: form.form)))
    for part in layout.parts() { try session.showTable(part) }
    if layout.hasUnconfirmedRows { try session.print(session.wording.text(of: .unconfirmedRows)) }
    for status in CellStatus.allCases where status != .reported {
      let count = table.cells.count { $0.status == status }
      guard count > 0 else { continue }
      try session.print(session.wording.text(of: .cellMark(status, count)))
    }
  }
}
