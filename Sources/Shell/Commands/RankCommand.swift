import Analysis
import ReportModel

struct RankCommand: Command {
  static let manual = CommandManual(
    name: "rank", chineseName: "排名",
    usage: "rank INDICATOR in YEARS [top COUNT | bottom COUNT] [for BODY…] [where CONDITION]"
      + " [to FILE [as FORMAT]]",
    summary: LocalizedText(chinese: "按指标给机关排名", english: "bodies in the order of an indicator"),
    details: LocalizedText(
      chinese: """
        数值大的在前；top N 只列前 N 名，bottom N 从最小的数起。数值相同名次相同，最末一名有并列的都列出。
        比率另列分子和分母；百分位是数值不大于它的机关所占的份额。表下给出参与排名的机关数、中位数、四分位数，
        以及未参与排名的机关数和原因。分母太小的用条件排除：where outcome.total >= 30。
        """,
      english: """
        Highest first; `top N` lists the first N ranks, `bottom N` counts from the lowest. Bodies of
        one value share a rank, and all that share the last one are listed. For a rate numerator and
        denominator stand beside it; the percentile is the part of the bodies whose value is not
        greater. Below stand how many bodies are ranked, median and quartiles, and how many are not
        and why. A condition keeps out small denominators: where outcome.total >= 30.
        """),
    examples: [
      "rank rate.disclosure in 2023 top 10 where outcome.total >= 30", "排名 行政处罚 于 2023 其中 层级 = 县级",
    ])

  private let indicators: QueryIndicators
  private let order: RankQuery.Order
  private let count: Int?
  private let selection: SelectionClause
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    indicators = try QueryIndicators(reading: &arguments)
    if let known = indicators.known { try known.checkOne(at: indicators.range) }
    var order = RankQuery.Order.highestFirst
    var count: Int?
    var selection = SelectionClause()
    var destination = DestinationClause()
    while !arguments.isAtEnd {
      let start = arguments.nextRange
      if let keyword = arguments.peekKeyword, keyword == .top || keyword == .bottom {
        _ = arguments.next()
        guard count == nil else { throw ShellError(.twice(keyword), at: start) }
        let token = try arguments.takeText(.number)
        guard let number = Int(token.text), number > 0 else {
          throw ShellError(.expected(.number), at: token.range)
        }
        count = number
        order = keyword == .top ? .highestFirst : .lowestFirst
      } else if try !Clauses.take(&selection, &destination, from: &arguments) {
        break
      }
    }
    guard selection.hasYears || !arguments.isAtEnd else {
      throw arguments.error(.expected(.inYears))
    }
    self.order = order
    self.count = count
    self.selection = selection
    self.destination = destination
  }

  func run(in session: Session) throws(ShellError) {
    let panel = try session.panel()
    let indicators = try self.indicators.resolved(in: session.catalog)
    try indicators.checkOne(at: self.indicators.range)
    let query = RankQuery(
      indicators.codes[0], applicant: indicators.applicant,
      selection: try selection.resolve(in: session), order: order, count: count,
      breaks: session.settings.breaks)
    let directory = try session.directory()
    let result: ResultTable
    do {
      result = try query.run(on: panel, catalog: session.catalog, bodies: directory)
    } catch {
      throw ShellError(.analysis(error), at: self.indicators.range)
    }
    try session.deliver(result, to: destination)
  }
}
