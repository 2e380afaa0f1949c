import Glibc
import LineEditing

/// A program that does nothing but edit lines, for tests and for looking at the editor by hand. It
/// prints each line that it read as `=> [line]`, with newline and tab written as `\n` and `\t`.
///
/// Arguments: the path of the history file, or nothing for none.
@main
enum LineEditorHost {
  static func main() {
    do {
      try run(historyPath: CommandLine.arguments.dropFirst().first)
    } catch {
      print("error: \(error)")
      exit(1)
    }
  }

  private static func run(historyPath: String?) throws {
    let history =
      try historyPath.map { try LineHistory(file: HistoryFile(path: $0)) } ?? LineHistory()
    let wording = EditorWording(
      more: { "… and \($0) more" },
      searchPrompt: { query, isFound in "\(isFound ? "查找" : "未找到")「\(query)」: " })
    let editor = try LineEditor(
      program: "lineeditor-host", history: history, wording: wording,
      hint: LineHint(isFaint: true) { $0.hasPrefix("错字 ") ? "没有命令“错字”" : nil },
      completer: complete)
    while true {
      switch try editor.readLine(prompt: "年报> ") {
      case .line(let line):
        report("=> [\(shown(line))]")
        // Runs on until it is interrupted, as a command does, to show how the terminal is then set.
        if line == "wait" { while true { pause() } }
        try editor.remember(line)
      case .interrupted:
        report("=> interrupted")
      case .end:
        report("=> end")
        return
      }
    }
  }

  private static func report(_ text: String) {
    print(text)
    fflush(nil)
  }

  private static func shown(_ line: String) -> String {
    var text = ""
    for character in line {
      switch character {
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      default: text.append(character)
      }
    }
    return text
  }

  private static let words: [Completion.Candidate] = [
    .init(insert: "行政处罚", meaning: "penalty.decisions"),
    .init(insert: "行政强制", meaning: "coercion.decisions"),
    .init(insert: "行政许可", meaning: "licence.decisions"),
    .init(insert: "规章", meaning: "rules.in_force"),
    .init(insert: "data/", endsWord: false),
  ]

  private static func complete(_ text: String) -> Completion {
    let typed = text.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init)
    let word = typed ?? ""
    let many = (1...70).map { Completion.Candidate(insert: "n\($0)", meaning: nil) }
    return Completion(
      candidates: (words + many).filter { $0.insert.hasPrefix(word) },
      replacedScalars: word.unicodeScalars.count)
  }
}
