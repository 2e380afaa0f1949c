import ReportModel

struct RecordCommand: Command {
  static let manual = CommandManual(
    name: "record", chineseName: "记录", usage: "record FILE | record off | record script FILE",
    summary: LocalizedText(
      chinese: "把此后的命令、结果和数据摘要记录下来，供日后重放",
      english: "keep commands, results and digests of the data, to be replayed"),
    details: LocalizedText(
      chinese: """
        记录是 JSON Lines：程序版本、语言、所读每个文件的 SHA-256，每条命令及其结果；各行以摘要相连，改动任何
        一行都会被发现。已有的记录不会被覆盖。off 结束记录，退出时也会结束。nianbao replay FILE 重新执行并逐条比较；
        nianbao run SCRIPT --record FILE 记录整个脚本。
        script 把到目前为止成功执行的命令写成脚本：去掉出错的、重复的，以及 help、history、quit。
        """,
      english: """
        A record is JSON Lines: the program's version, the language, the SHA-256 of every file read,
        each command with its result. Its lines are chained by digests, so that a change to any of
        them is found out, and a record that is there is never written over. `off` ends it, and so
        does the end of the session. `nianbao replay FILE` carries it out again and compares command
        by command; `nianbao run SCRIPT --record FILE` records a script.
        `script` writes what was carried out so far as a script: without what failed or was merely
        repeated, and without help, history and quit.
        """),
    examples: ["record audit.jsonl", "record script session.nb"])

  private enum Action: Sendable {
    case begin(Token)
    case end
    case script(Token)
  }

  private let action: Action

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    // A script that another one runs is a single command of the record.
    guard !arguments.names.scope.isNested else {
      throw ShellError(.notInNestedScript(arguments.command.text), at: arguments.command.range)
    }
    if arguments.take(.off) {
      action = .end
    } else if arguments.take(.script) {
      action = .script(try arguments.takeText(.file))
    } else {
      action = .begin(try arguments.takeText(.file))
    }
  }

  func run(in session: Session) throws(ShellError) {
    switch action {
    case .begin(let file):
      do {
        try session.beginRecord(
          path: session.destination(session.resolve(path: file.text)), shown: file.text,
          script: nil, parameters: session.parameterTexts)
      } catch {
        throw error.at(file.range)
      }
      session.notice(.recording(path: file.text))
    case .end:
      guard let recorder = session.recorder, recorder.isOpen else {
        throw ShellError(.noRecord)
      }
      try recorder.end()
      session.notice(.recorded(path: recorder.shown))
    case .script(let file):
      let path = session.resolve(path: file.text)
      try session.refuseOverwritingSources(path, file)
      do {
        try session.writeFile(
          Array(CleanScript.text(session.carriedOut).utf8), to: path, shown: file.text)
      } catch {
        throw error.at(file.range)
      }
      session.notice(.scriptWritten(path: file.text))
    }
  }
}
