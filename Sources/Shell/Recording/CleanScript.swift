/// The script that a session comes to: what was carried out, without what only looked up help or
/// history, and without a command that merely repeats the one before it.
enum CleanScript {
  static func text(_ commands: [String]) -> String {
    var kept: [String] = []
    for command in commands where command != kept.last && !isAside(command) { kept.append(command) }
    return kept.map { $0 + "\n" }.joined()
  }

  /// Commands that change nothing and show nothing of reports.
  private static func isAside(_ command: String) -> Bool {
    let name = String(command.prefix { !$0.isWhitespace })
    let asides: [any Command.Type] = [
      HelpCommand.self, HistoryCommand.self, QuitCommand.self, RecordCommand.self,
    ]
    return asides.contains { $0.manual.isNamed(name) }
  }
}
