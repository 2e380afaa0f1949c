import ReportModel

/// The reference of all commands in Markdown, made from what `help` says, so that both always agree.
enum CommandReference {
  static func markdown() -> String {
    var lines = [
      "# Commands", "",
      "Made from the program's own help; `nianbao -c 'help COMMAND'` says the same.", "",
      "A newline or `;` ends a command, `#` starts a comment. `\"…\"`, `“…”` and `「…」` quote text;",
      "a doubled `\"\"` inside `\"…\"` stands for itself. Full-width ，；：＝（） count as their ASCII",
      "twins outside quotes. Every word of the language has an English and a Chinese name.", "",
      "Keywords: "
        + Keyword.allCases.map { "`\($0.rawValue)` \($0.chinese)" }.joined(separator: ", ")
        + ".", "",
    ]
    for manual in CommandTable.all.map({ $0.manual }) {
      lines += [
        "## \(manual.name) · \(manual.chineseName)", "", "    \(manual.usage)",
        "    \(ChineseUsage.usage(of: manual))", "",
      ]
      lines += [capitalised(manual.summary.english) + ". " + manual.summary.chinese + "。", ""]
      lines += ["```text", manual.details.english, "", manual.details.chinese, "```", ""]
      lines += ["```", manual.examples.joined(separator: "\n"), "```", ""]
    }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
