import ReportModel

struct ShowCommand: Command {
  static let manual = CommandManual(
    name: "show", chineseName: "显示", usage: "show BODY YEAR [table NUMBER]",
    summary: LocalizedText(chinese: "按格式显示一份报告", english: "a report on its form"),
    details: LocalizedText(
      chinese: """
        没有读出数字的单元格不显示为数字：〔空〕空白、〔缺〕页面没有、〔？…〕不确定、〔…〕横线或文字原样。
        """,
      english: """
        A cell that is not plainly a number never looks like one: [blank], [absent], [?…] ambiguous,
        […] a dash or words as printed.
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
    guard let value = Int(number.text), (2...4).contains(value) else {
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
    for number in [2, 3, 4] where table == nil || table == number {
      guard let found = entry.tables.first(where: { $0.number == number }),
        let form = session.catalog.form(found.form)?.table(number)
      else {
        try session.print("")
        try session.print(session.wording.text(of: .tableMissing(number)))
        continue
      }
      try show(found, on: form, in: session)
    }
  }

  private func show(
    _ table: ReportTable, on form: FormTable, in session: Session
  ) throws(ShellError) {
    let title = form.title.text(in: session.settings.language)
    let layout = ReportLayout(table: table, form: form, language: session.settings.language)
    try session.print("")
    try session.print(
      session.wording.text(of: .tableTitle(form.number, title: title, form: form.form)))
    for part in layout.parts() { try session.showTable(part) }
  }
}
