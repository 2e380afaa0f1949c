import ReportModel

struct RunCommand: Command {
  static let manual = CommandManual(
    name: "run", chineseName: "运行", usage: "run SCRIPT [set NAME = VALUE …]",
    summary: LocalizedText(chinese: "运行另一个脚本", english: "run another script"),
    details: LocalizedText(
      chinese: """
        set 给出 SCRIPT 的参数（见 param）。它的路径从它所在的文件夹算起，参数和 let 起的名字只在它之内有效；载入的
        报告、定义、规则、设置和上一个结果则留下来。它与外面的脚本一起先读完、理解完，才开始运行；相互运行成环的
        脚本不会运行。出错时指出所在的脚本和行列，quit 只结束它自己。
        """,
      english: """
        `set` gives the parameters of SCRIPT (see param). Its paths start at its own folder, and its
        parameters and the names given by `let` are its own; reports, definitions, rules, settings and
        the last result stay. It is read and understood together with the script that runs it, before
        anything runs, and scripts that run each other in a circle are refused. Errors name the script
        with line and column; `quit` ends only the script in which it stands.
        """),
    examples: [
      "run load-all.nb", "run between-years.nb set span = 2022..2023, what = requests.new",
    ])

  let script: Script
  private let range: SourceRange

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    let file = try arguments.takeText(.script)
    range = file.range
    var given = GivenParameters()
    let start = arguments.nextRange
    if arguments.take(.set) {
      repeat {
        let name = try arguments.takeText(.parameterName)
        guard arguments.peek?.kind == .equals else { throw arguments.error(.expected(.equalsSign)) }
        _ = arguments.next()
        try given.add(
          name, try arguments.takeAssignedWords(), in: arguments.source)
      } while !arguments.isAtEnd
    }
    do throws(ShellError) {
      script = try Script(
        file: file, given: given, among: arguments.names, in: arguments.source)
    } catch {
      throw error.at(start)
    }
  }

  func run(in session: Session) throws(ShellError) {
    session.files.willRead(script.path, shown: script.shown)
    let outer = session.enter(script)
    defer { session.leave(to: outer) }
    for parsed in script.commands where !session.hasEnded {
      do throws(ShellError) {
        try Interruption.check()
        try parsed.command.run(in: session)
      } catch {
        let told = ShellError(
          .script([error.at(parsed.range).within(script.source)]), at: range)
        guard session.keepsGoing, error.exitStatus != .interrupted else { throw told }
        session.tell(told, in: nil)
      }
    }
  }
}
