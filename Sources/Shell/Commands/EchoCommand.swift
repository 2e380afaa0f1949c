import ReportModel

struct EchoCommand: Command {
  static let manual = CommandManual(
    name: "echo", chineseName: "回显", usage: "echo [TEXT…]",
    summary: LocalizedText(chinese: "输出一行文字", english: "print a line of text"),
    details: LocalizedText(
      chinese: "空白合并为一个空格；引号内原样输出。",
      english: "Blanks between words become one space; quoted text is printed as it is."),
    examples: ["echo \"== 行政处罚 ==\""])

  private let text: String

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    var text = ""
    var end: Int?
    while let token = arguments.next() {
      if let end, token.range.lowerBound > end { text += " " }
      text += token.text
      end = token.range.upperBound
    }
    self.text = text
  }

  func run(in session: Session) throws(ShellError) {
    try session.print(text)
  }
}
