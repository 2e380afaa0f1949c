import ReportModel
import ReportStore

struct SQLCommand: Command {
  static let manual = CommandManual(
    name: "sql", chineseName: "查询", usage: "sql STATEMENT [to FILE [as FORMAT]]",
    summary: LocalizedText(chinese: "用 SQL 查询（只读）", english: "query with SQL, read only"),
    details: LocalizedText(
      chinese: """
        STATEMENT 为一条 SELECT（SQLite 语法），只能读取。可用的视图：reports 报告，cells 单元格，claims 文字
        中的数字，attributes 给出的属性，indicators 指标，findings 发现（提到时即核对全部报告）。除 findings 和
        indicators 外，用 sqlite3 打开数据文件也能查询。含 ; 或 # 的语句放在引号中。Ctrl-C 停止。
        结果很长时只显示前 40 行，并说明共几行；to 和 export 写出全部。
        """,
      english: """
        STATEMENT is one SELECT in SQLite's language, and can only read. Views: reports, cells, claims,
        attributes (as given), indicators, findings (naming it checks all reports). All but the last
        two are there for the sqlite3 shell too. A statement with ; or # stands in quotes. Ctrl-C
        stops it. Of a long result the first 40 rows are shown with their number; `to` and `export`
        write all.
        """),
    examples: [
      "sql SELECT body, value FROM cells WHERE indicator = 'penalty.decisions' AND year = 2023",
      "查询 SELECT year, count(*) AS n FROM reports GROUP BY year to n.csv",
    ])

  /// How many rows the screen gets.
  private static let shownRows = 40

  private let statement: String
  private let range: SourceRange
  /// Whether an offset in the statement is one in the text of commands.
  private let isPlain: Bool
  private let destination: DestinationClause
  /// What `$name` stands for: SQLite puts it in as a value.
  private let bindings: [String: SQLValue]

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    if let token = arguments.peek, token.kind == .quoted {
      _ = arguments.next()
      // What was put into the text would be read as SQL.
      guard !token.isFilled else { throw ShellError(.templateInSQL, at: token.range) }
      (statement, range, isPlain) = (token.text, token.range, false)
    } else {
      (statement, range) = try arguments.takeSource(.statement, until: [.to])
      isPlain = true
    }
    guard isPlain == false || !statement.contains("{$") else {
      throw ShellError(.templateInSQL, at: range)
    }
    bindings = try SQLVariables(statement).bindings(from: arguments, at: range, isPlain: isPlain)
    var destination = DestinationClause()
    while try destination.take(from: &arguments) {}
    self.destination = destination
  }

  func run(in session: Session) throws(ShellError) {
    let lowered = statement.lowercased()
    var tables: [SQLTable] = []
    if lowered.contains("indicators") { tables.append(SQLTables.indicators(session.catalog)) }
    if lowered.contains("findings") {
      tables.append(SQLTables.findings(try session.checkEverything().findings))
    }
    let answer: SQLAnswer
    do {
      answer = try session.store.answer(
        sql: statement, with: tables, bindings: bindings, isStopped: { Interruption.isRequested })
    } catch {
      throw shellError(error)
    }
    let result = SQLTables.result(answer)
    try session.deliver(result, shown: shown(result, in: session), to: destination)
  }

  private func shown(_ result: ResultTable, in session: Session) -> ResultTable {
    guard result.rows.count > Self.shownRows else { return result }
    var shown = result
    shown.rows = Array(result.rows.prefix(Self.shownRows))
    shown.notes.append(
      session.wording.bothLanguages {
        $0.text(of: .firstRows(Self.shownRows, of: result.rows.count))
      })
    return shown
  }

  private func shellError(_ failure: SQLFailure) -> ShellError {
    switch failure {
    case .stopped: return ShellError(.interrupted)
    case .store(let error): return ShellError(.store(nil, error))
    case .notAllowed, .notOneStatement, .unbound: return ShellError(.sql(failure), at: range)
    case .problem(_, let offset):
      guard isPlain, let offset else { return ShellError(.sql(failure), at: range) }
      // SQLite counts bytes, positions count Unicode scalars.
      let before = String(decoding: statement.utf8.prefix(offset), as: UTF8.self)
      let start = min(range.lowerBound + before.unicodeScalars.count, range.upperBound - 1)
      return ShellError(.sql(failure), at: start..<start + 1)
    }
  }
}
