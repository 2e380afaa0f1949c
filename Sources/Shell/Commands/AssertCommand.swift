import Expressions
import ReportModel

struct AssertCommand: Command {
  static let manual = CommandManual(
    name: "assert", chineseName: "断言", usage: "assert CONDITION [\"REASON\"]",
    summary: LocalizedText(
      chinese: "声明结果应当如此，否则停止", english: "state what must hold, and stop where it does not"),
    details: LocalizedText(
      chinese: """
        CONDITION 说的是结果：NAME.COLUMN 为 let 所起名字的结果的列，last.COLUMN 或只写 COLUMN 为上一个结果的列，每一
        行都须符合；NAME.rows 为行数；value 代表唯一的指标列；$NAME 为参数和 let 给出的值。缺失的值、没有行的结果使它
        无法判定，同样算不成立。不成立时给出两边的值、不符合的行数和前 10 行及其原文和出处，退出码为 1；
        --keep-going 继续执行，最后仍以非零结束。
        """,
      english: """
        CONDITION speaks of results: NAME.COLUMN is a column of one named by `let`, last.COLUMN or just
        COLUMN one of the last result, and every row must fit; NAME.rows is the number of rows, `value`
        the only column of an indicator, and $NAME is a parameter or a value given by `let`. A missing
        value, or a result without rows, leaves it unknown, which is not enough. Where it does not hold, both
        sides are told, how many rows do not fit, and the first 10 with what is printed and where; the
        run ends with 1. --keep-going runs on and still does.
        """),
    examples: [
      "assert last.rows > 0 \"nothing was found\"",
      "断言 value >= 0 \"数字不应为负\"",
    ])

  private let expression: Expression
  private let range: SourceRange
  private let reason: Token?

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    let names = arguments.names
    let (expression, range) = try arguments.takeCondition(until: [.because], leavingText: true)
    self.range = range
    if arguments.take(.because) {
      reason = try arguments.takeText(.reason)
    } else {
      reason = arguments.next()
    }
    self.expression = try expression.replacingNames {
      name, place throws(ShellError) -> Expression.Node? in
      let place = ConditionClause.place(place, in: range)
      try AssertedNames.checkRows(name, among: names, at: place)
      return nil
    }
  }

  func run(in session: Session) throws(ShellError) {
    var asserted = AssertedNames(session: session, range: range)
    let condition = try asserted.bound(expression)
    guard let name = asserted.rowsOf, let known = session.results[name] else {
      return try finish(
        try Assertion(condition, session: session, range: range).checkOnce())
    }
    try finish(
      try Assertion(condition, session: session, range: range).check(try known.table(), named: name)
    )
  }

  private func finish(_ failure: AssertionFailure?) throws(ShellError) {
    guard var failure else { return }
    failure.reason = reason?.text
    throw ShellError(.assertion(failure), at: range)
  }
}
