import ReportModel
import ReportStore

struct OpenCommand: Command {
  static let manual = CommandManual(
    name: "open", chineseName: "打开", usage: "open FILE",
    summary: LocalizedText(
      chinese: "打开或新建一个留存的数据文件", english: "open or make a store that stays"),
    details: LocalizedText(
      chinese: "此后载入的报告都留在该文件中。不打开文件时，数据只在内存里。文件是 SQLite 数据库。",
      english: """
        Reports loaded from then on stay in that file. Without it they are in memory only. The file
        is an SQLite database that other tools can read.
        """),
    examples: ["open work.nianbao"])

  private let file: Token

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    file = try arguments.takeText(.file)
  }

  func run(in session: Session) throws(ShellError) {
    do {
      session.use(try ReportStore(path: session.resolve(path: file.text)))
      session.notice(.opened(path: file.text, reports: try session.store.reports().count))
    } catch {
      throw ShellError(.store(file.text, error), at: file.range)
    }
  }
}
