import Panel
import ReportModel
import ReportStore

struct ClaimsCommand: Command {
  static let manual = CommandManual(
    name: "claims", chineseName: "陈述",
    usage: "claims [for BODY…] [in YEARS] [where CONDITION] [to FILE [as FORMAT]]",
    summary: LocalizedText(
      chinese: "正文中用文字陈述的数字", english: "figures stated in the prose of reports"),
    details: LocalizedText(
      chinese: """
        每个数字、占比、增长率或“没有……”一行。kind：count 数量、none 没有、share 占比、growth 增长率、
        change 增减、points 百分点、period-start 和 period-end 统计期限的起止日、year 报告所说的年度。
        “3至5件”为两行：至少 3，至多 5。indicator 是它所说的指标，相加的用 +，可能有几种含义的用 | 隔开，
        说的不是表中指标时为空。
        scope 为 certain 时口径确定；否则写明原因和原词：word 词义不定（如受理、备案）、body 别的机关或其
        中一部分、period 不是本年、subset 只是一部分、wording 旁边有不认识的字、print 页面所示不止文字。
        whole、subject 指同一报告中的另一行（序号 claim）：前者是所属的总数，后者是占比或增减所说的数字。
        """,
      english: """
        One row a figure, share, growth, or statement that there was none. kind: count, none, share,
        growth, change, points (of a percentage), period-start and period-end (the days between
        which the figures are said to lie) and year (that the report says it is of). 3至5件 is two
        rows, at least 3 and at most 5. `indicator` is what it is about: with + for a sum, with |
        where the words may mean several, empty where no table has it. `scope` is certain, or says
        why not, with the words: word (used in several senses, such as 受理 or 备案), body (another
        body, or a part of this one), period (not this year), subset (only a part), wording (words
        beside it that are not known), print (the page shows more than its text). `whole` and
        `subject` name another row of the same report by its number `claim`: the whole that it is a
        part of, and the figure whose share or growth it is.
        """),
    examples: ["claims in 2023", "claims to claims.csv"])

  private let selection: SelectionClause
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    var selection = SelectionClause()
    var destination = DestinationClause()
    while try Clauses.take(&selection, &destination, from: &arguments) {}
    self.selection = selection
    self.destination = destination
  }

  func run(in session: Session) throws(ShellError) {
    let panel = try session.panel()
    var found: [(report: StoredReport, claim: Claim)] = []
    var rows: [[ResultValue]] = []
    for index in try selection.reports(in: session) {
      try Interruption.check()
      let name = panel.reports[index]
      for (report, claims) in try claims(of: name, in: session.store) {
        found += claims.map { (report, $0) }
        rows += claims.enumerated().map { ClaimsTable.row($1, number: $0, in: report) }
      }
    }
    let result = ResultTable(columns: ClaimsTable.columns, rows: rows)
    try session.deliver(result, shown: ClaimsTable.shown(found), to: destination)
  }

  /// The current report of a name with its claims; nothing where there is none.
  private func claims(
    of name: PanelReport, in store: ReportStore
  ) throws(ShellError) -> [(StoredReport, [Claim])] {
    do {
      guard let report = try store.current(body: name.body, year: name.year) else { return [] }
      return [(report, try store.claims(ofReport: report.id))]
    } catch {
      throw ShellError(.store(nil, error))
    }
  }
}
