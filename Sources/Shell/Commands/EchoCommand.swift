import ReportModel

struct EchoCommand: Command {
  static let manual = CommandManual(
    name: "echo", chineseName: "回显", usage: "echo [TEXT…]",
    summary: LocalizedText(chinese: "输出一行文字", english: "print a line of text"),
    details: LocalizedText(
      chinese: "各段之间以一个空格分隔；引号内原样输出。",
      english: "Words are parted by one space; quoted text is printed as it is."),
    examples: ["echo \"== 行政处罚 ==\""])

  private let text: String

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    var words: [String] = []
    while let token = arguments.next() { words.append(token.text) }
    text = words.joined(separator: " ")
  }

  func run(in session: Session) throws(ShellError) {
    try session.print(text)
  }
}
