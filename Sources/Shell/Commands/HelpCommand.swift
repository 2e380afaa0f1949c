import Output
import ReportModel

struct HelpCommand: Command {
  static let manual = CommandManual(
    name: "help", chineseName: "帮助", usage: "help [COMMAND]",
    summary: LocalizedText(
      chinese: "命令列表，或一条命令的用法", english: "the commands, or how one of them is used"),
    details: LocalizedText(
      chinese: "每条命令、关键词、指标都有中英文两种名称。",
      english: "Every command, keyword and indicator has an English and a Chinese name."),
    examples: ["help", "help compare", "帮助 比较"])

  private let topic: (any Command.Type)?

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    guard let token = arguments.next() else {
      topic = nil
      return
    }
    guard let command = CommandTable.command(named: token.text) else {
      throw ShellError(
        .unknownName(
          .helpTopic, token.text,
          nearest: NearestNames.of(token.text, among: CommandTable.allNames)),
        at: token.range)
    }
    topic = command
  }

  func run(in session: Session) throws(ShellError) {
    let language = session.settings.language
    for line in topic.map({ Self.lines(on: $0.manual, in: language) })
      ?? Self.overview(in: language)
    {
      try session.print(line)
    }
  }

  private static func overview(in language: Language) -> [String] {
    var lines = [Wording(language: language).text(of: .helpHead), ""]
    for manual in CommandTable.all.map({ $0.manual }) {
      let names =
        DisplayWidth.padded(manual.name, to: 12) + DisplayWidth.padded(manual.chineseName, to: 8)
      lines.append("  " + names + manual.summary.text(in: language))
    }
    let keywords = Keyword.allCases.map { "\($0.rawValue) \($0.chinese)" }
    return lines + ["", Wording(language: language).text(of: .helpFoot), ""] + filled(keywords)
  }

  /// Words in lines that fit a screen.
  private static func filled(_ words: [String]) -> [String] {
    var lines = [" "]
    for word in words {
      if DisplayWidth.width(of: lines[lines.count - 1] + " " + word) > 78 { lines.append(" ") }
      lines[lines.count - 1] += " " + word + (word == words.last ? "" : ",")
    }
    return lines
  }

  /// A grammar in lines that fit a screen; what goes on stands further in.
  private static func wrapped(_ usage: String) -> [String] {
    var lines = [""]
    var depth = 0
    var part = ""
    func close() {
      let last = lines[lines.count - 1]
      if DisplayWidth.width(of: last) + DisplayWidth.width(of: part) + 1 > 78, !last.isEmpty {
        lines.append("     " + part)
      } else {
        lines[lines.count - 1] += " " + part
      }
      part = ""
    }
    // Brackets stay whole where they fit.
    for character in usage {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == " ", depth == 0 {
        close()
      } else {
        part.append(character)
      }
    }
    close()
    return lines.map { " " + $0 }
  }

  /// The details in lines that fit a screen. Paragraphs end with a short line; what stands in columns
  /// stays as it is.
  private static func flowed(_ details: String) -> [String] {
    var paragraphs: [(text: String, isFixed: Bool)] = []
    var goesOn = false
    for line in details.split(separator: "\n").map(String.init) {
      let isFixed = line.contains("  ")
      if goesOn, !isFixed, let last = paragraphs.last {
        paragraphs[paragraphs.count - 1].text =
          last.text + (needsSpace(last.text.last, line.first) ? " " : "") + line
      } else {
        paragraphs.append((line, isFixed))
      }
      goesOn = !isFixed && DisplayWidth.width(of: line) >= 64
    }
    return paragraphs.flatMap { paragraph in
      paragraph.isFixed ? [paragraph.text] : DisplayWidth.wrapped(paragraph.text, to: 76)
    }
  }

  /// Whether a line end stood for a space: not beside a Chinese character.
  private static func needsSpace(_ before: Character?, _ behind: Character?) -> Bool {
    (before?.isASCII ?? true) && (behind?.isASCII ?? true)
  }

  private static func lines(on manual: CommandManual, in language: Language) -> [String] {
    let indented = flowed(manual.details.text(in: language)).map { "  " + $0 }
    let heading = "\(manual.name) (\(manual.chineseName)): \(manual.summary.text(in: language))"
    let usages =
      language == .chinese
      ? [ChineseUsage.usage(of: manual), manual.usage]
      : [manual.usage, ChineseUsage.usage(of: manual)]
    return [heading, ""] + usages.flatMap(wrapped) + [""] + indented + [""]
      + manual.examples.map { "  > " + $0 }
  }
}
