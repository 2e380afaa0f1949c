import ReportModel

struct HistoryCommand: Command {
  static let manual = CommandManual(
    name: "history", chineseName: "历史", usage: "history [COUNT]",
    summary: LocalizedText(
      chinese: "列出本次会话中给出的命令", english: "list the commands given in this session"),
    details: LocalizedText(
      chinese: "COUNT 为只列最后若干条。以往会话的命令用上箭头或 Ctrl-R 找回。",
      english: """
        With COUNT only the last ones. The commands of earlier sessions come back with the up arrow
        and Ctrl-R.
        """),
    examples: ["history", "history 5"])

  private let count: Int?

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    guard let token = arguments.next() else {
      count = nil
      return
    }
    guard let number = Int(token.text), number > 0 else {
      throw ShellError(.expected(.number), at: token.range)
    }
    count = number
  }

  func run(in session: Session) throws(ShellError) {
    let all = session.history
    let first = count.map { max(0, all.count - $0) } ?? 0
    let width = String(all.count).count
    for (index, text) in all.enumerated().dropFirst(first) {
      let number = String(index + 1)
      try session.print(String(repeating: " ", count: width - number.count) + number + "  " + text)
    }
  }
}
