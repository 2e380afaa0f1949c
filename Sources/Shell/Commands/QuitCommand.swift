import ReportModel

struct QuitCommand: Command {
  static let manual = CommandManual(
    name: "quit", chineseName: "退出", aliases: ["exit", "bye"], usage: "quit",
    summary: LocalizedText(chinese: "结束", english: "end"),
    details: LocalizedText(
      chinese: "脚本中 quit 之后的命令不再执行。退出码仍取决于之前的情况。",
      english: """
        In a script the commands behind it are not run. The exit code still depends on what happened
        before.
        """),
    examples: ["quit"])

  init(reading arguments: inout ArgumentReader) throws(ShellError) {}

  func run(in session: Session) throws(ShellError) {
    session.hasEnded = true
  }
}
