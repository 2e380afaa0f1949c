import ReportModel

struct LetCommand: Command {
  static let manual = CommandManual(
    name: "let", chineseName: "令", usage: "let NAME = QUERY | let NAME = VALUE",
    summary: LocalizedText(
      chinese: "给一个查询的结果或一个值起名", english: "name the result of a query, or a value"),
    details: LocalizedText(
      chinese: """
        QUERY 为任何给出结果的命令，其结果不显示，而以 NAME 留存到会话结束。此后写 NAME 即显示，并可再用 where、
        order、top（见 last）；export NAME to FILE 写出。
        VALUE 为数、年度范围、带引号的文字，或由数和 $NAME 组成的算式；此后 $NAME 代表它，用法同参数（见 param）。
        """,
      english: """
        QUERY is any command that gives a result. It is not shown but kept under its name until the
        session ends. From then on NAME shows it, takes `where`, `order` and `top` (see last), and
        `export NAME to FILE` writes it. VALUE is a number, years, a text in quotes, or arithmetic with
        numbers and $NAME; from then on $NAME stands for it, as for a parameter (see param).
        """),
    examples: [
      "let penalties = compare penalty.decisions by body, year", "let least = 30",
      "令 罚 = 比较 行政处罚 按 年",
    ])

  /// The commands that give a result.
  private static let queries: Set<String> = [
    "reports", "coverage", "indicators", "cells", "claims", "compare", "trend", "rank", "rollup",
    "check", "explain", "rules", "attributes", "define", "waivers", "sql", "last",
  ]

  /// What the result is called.
  let name: String
  /// Where it is a value that is known before anything runs.
  let value: VariableValue?
  private let query: (any Command)?
  private let range: SourceRange

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    let token = try arguments.takeText(.value)
    guard token.kind == .word, ResultNames.isName(token.text) else {
      throw ShellError(.badName(token.text), at: token.range)
    }
    guard arguments.peek?.kind == .equals else { throw arguments.error(.expected(.equalsSign)) }
    _ = arguments.next()
    name = token.text
    let start = arguments.nextRange
    range = start
    let taken = ShellError(.nameTaken(token.text), at: token.range)
    guard arguments.names.canNameValue(token.text) else { throw taken }
    if let value = try ValueClause.value(from: &arguments) {
      self.value = value
      query = nil
      return
    }
    guard arguments.names.canNameResult(token.text) else { throw taken }
    value = nil
    let command = try arguments.takeCommand()
    guard Self.queries.contains(type(of: command).manual.name) else {
      throw ShellError(.notAQuery, at: start)
    }
    query = command
  }

  var bringsAttributes: Bool { query?.bringsAttributes ?? false }

  func run(in session: Session) throws(ShellError) {
    if let value { session.results.keep(value, as: name) }
    guard let query else { return }
    let before = session.results.last
    session.results.last = nil
    session.isQuiet = true
    defer {
      session.isQuiet = false
      if session.results.last == nil { session.results.last = before }
    }
    try query.run(in: session)
    guard let result = session.results.last else {
      throw ShellError(.notAQuery, at: range)
    }
    session.results.keep(result, as: name)
    session.notice(.named(name, rows: try result.table().rows.count))
  }
}
