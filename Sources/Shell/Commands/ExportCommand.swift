import ReportModel

struct ExportCommand: Command {
  static let manual = CommandManual(
    name: "export", chineseName: "导出", usage: "export [NAME to] FILE [as FORMAT]",
    summary: LocalizedText(
      chinese: "把上一个结果或指定的结果写入文件", english: "write the last result, or one by its name, to a file"),
    details: LocalizedText(
      chinese: """
        格式由 as 指定，否则由文件名决定，否则为 CSV：csv、csv-excel、json、jsonl、markdown、text、
        vega-lite（.vl.json，用于 compare 和 trend），sarif、junit（.junit.xml，用于 check）。
        NAME 为 let 起的名字。每个查询也可直接写 … to FILE [as FORMAT]。
        """,
      english: """
        The format is the one after `as`, else the one that the file name shows, else CSV: csv,
        csv-excel, json, jsonl, markdown, text, vega-lite (.vl.json, for compare and trend), sarif and
        junit (.junit.xml, for check). NAME is one given by `let`. Every query also takes … to FILE [as FORMAT].
        """),
    examples: ["export penalties.csv", "export penalties.vl.json"])

  private let name: Token?
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    if let token = arguments.peek, token.kind == .word,
      arguments.names.results.contains(token.text) || ResultCommand.manual.isNamed(token.text)
    {
      _ = arguments.next()
      name = token
      guard arguments.take(.to) else { throw arguments.error(.expected(.destination)) }
    } else {
      name = nil
    }
    destination = try DestinationClause(requiredFrom: &arguments)
  }

  func run(in session: Session) throws(ShellError) {
    guard let name else { return try session.export(to: destination) }
    guard let known = session.results[name.text] else {
      throw ShellError(.noResult, at: name.range)
    }
    try session.export(known, to: destination)
  }
}
