import Expressions
import ReportModel

struct ResultCommand: Command {
  static let manual = CommandManual(
    name: "last", chineseName: "上次",
    usage: "last [where CONDITION] [order COLUMN [desc]] [top COUNT] [to FILE [as FORMAT]]",
    summary: LocalizedText(
      chinese: "上一个结果，可再筛选、排序", english: "the last result, filtered or sorted"),
    details: LocalizedText(
      chinese: """
        用 let 起的名字代替 last，则为该结果。CONDITION 说的是结果的列（按数据文件中的列名，如 year、body、
        penalty.decisions），标记为 列名_flags，如 penalty.decisions_flags = "d"；缺失的值不符合任何比较。
        order 按列排序，desc（降）从大到小，缺失的值总在最后；top 取前若干行。所得为新的上一个结果。
        """,
      english: """
        A name given by `let` in place of `last` stands for that result. CONDITION speaks of columns by
        their names in data files (year, body, penalty.decisions), and of flags by NAME_flags, as in
        penalty.decisions_flags = "d"; a missing value fits no comparison. `order` sorts by a column,
        with `desc` from the largest, missing values last; `top` takes the first rows. What comes out
        is the last result from then on.
        """),
    examples: ["last top 10", "last where year >= 2021 order body", "上次 排序 year 降"])

  private let name: Token
  private let condition: (expression: Expression, range: SourceRange)?
  private let order: (column: Token, isDescending: Bool)?
  private let top: Int?
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    name = arguments.command
    var condition: (Expression, SourceRange)?
    var order: (Token, Bool)?
    var top: Int?
    var destination = DestinationClause()
    while !arguments.isAtEnd {
      let start = arguments.nextRange
      if arguments.take(.where) {
        guard condition == nil else { throw ShellError(.twice(.where), at: start) }
        condition = try arguments.takeCondition(until: [.order, .top, .to, .where])
      } else if arguments.take(.order) {
        guard order == nil else { throw ShellError(.twice(.order), at: start) }
        _ = arguments.take(.by)
        order = (try arguments.takeText(.column), arguments.take(.desc))
      } else if arguments.take(.top) {
        guard top == nil else { throw ShellError(.twice(.top), at: start) }
        let token = try arguments.takeText(.number)
        guard let number = Int(token.text), number > 0 else {
          throw ShellError(.expected(.number), at: token.range)
        }
        top = number
      } else if try !destination.take(from: &arguments) {
        break
      }
    }
    self.condition = condition
    self.order = order
    self.top = top
    self.destination = destination
  }

  func run(in session: Session) throws(ShellError) {
    guard let known = session.results[name.text] else {
      throw ShellError(.noResult, at: name.range)
    }
    let table = try known.table()
    guard condition != nil || order != nil || top != nil else {
      try session.deliver(
        table, chart: known.chart, findings: known.findings, to: destination)
      return
    }
    let rows = ResultRows(table)
    var kept = Array(table.rows.indices)
    if let condition {
      kept = try rows.rows(kept, where: condition.expression, at: condition.range)
    }
    if let order {
      kept = rows.sorted(kept, by: try rows.column(order.column), order.isDescending)
    }
    if let top { kept = Array(kept.prefix(top)) }
    var result = rows.table(of: kept, inOrder: order == nil)
    if kept.count < table.rows.count {
      result.notes.append(
        session.wording.bothLanguages {
          $0.text(of: .partOfResult(kept.count, of: table.rows.count))
        })
    }
    try session.deliver(result, to: destination)
  }
}
