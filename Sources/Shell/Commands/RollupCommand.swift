import Analysis
import Bodies
import ReportModel

struct RollupCommand: Command {
  static let manual = CommandManual(
    name: "rollup", chineseName: "汇总",
    usage: "rollup INDICATOR [for BODY…] [in YEARS] [to FILE [as FORMAT]]",
    summary: LocalizedText(
      chinese: "下级机关合计与上级自身的数字并列",
      english: "the sum over the bodies below beside a body's own figure"),
    details: LocalizedText(
      chinese: """
        下级由属性 parent（上级）得知，只计直接下级；for 指上级机关。差为本级减下级合计。两者是否应当相等，取决于
        上级的年报是否包括下级，程序不作判断。“机关数”为合计中有数据的机关，其后为已知的下级机关数；两者不等
        时合计不全，表下有说明。
        """,
      english: """
        Who is below whom is told by the attribute parent; only bodies right below count, and `for`
        names those above. The difference is own minus below. Whether both should agree depends on
        whether the report of the one above includes those below: nothing is judged. `Bodies` is how
        many have a figure in the sum, of how many known to be below; where these differ the sum is
        not whole, and a note says so.
        """),
    examples: ["rollup requests.new in 2023", "汇总 行政处罚 对 云岭市人民政府"])

  private let indicators: QueryIndicators
  private let selection: SelectionClause
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    indicators = try QueryIndicators(reading: &arguments)
    if let known = indicators.known { try known.checkOne(at: indicators.range) }
    var selection = SelectionClause()
    var destination = DestinationClause()
    while try Clauses.take(&selection, &destination, from: &arguments) {}
    if let condition = selection.conditionRange {
      throw ShellError(.unexpected("where"), at: condition)
    }
    self.selection = selection
    self.destination = destination
  }

  func run(in session: Session) throws(ShellError) {
    let indicators = try self.indicators.resolved(in: session.catalog)
    try indicators.checkOne(at: self.indicators.range)
    let panel = try session.panel()
    let directory = try session.directory()
    // Bodies above need not have reports: they may be known from `parent` alone.
    let known = Set(panel.bodies).union(directory.table.bodies)
      .union(directory.table.bodies.compactMap { directory.value(.parent, of: $0)?.code })
    let selection = try selection.resolve(
      in: session, bodies: known.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let query = RollupQuery(
      indicators.codes[0], applicant: indicators.applicant, selection: selection,
      breaks: session.settings.breaks)
    let result: ResultTable
    do {
      result = try query.run(on: panel, catalog: session.catalog, bodies: directory)
    } catch {
      throw ShellError(.analysis(error), at: self.indicators.range)
    }
    try session.deliver(result, to: destination)
  }
}
