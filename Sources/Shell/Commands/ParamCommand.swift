import ReportModel

struct ParamCommand: Command {
  static let manual = CommandManual(
    name: "param", chineseName: "参数", usage: "param NAME: TYPE [= VALUE]",
    summary: LocalizedText(chinese: "脚本的参数", english: "a parameter of a script"),
    details: LocalizedText(
      chinese: """
        TYPE 为 int 整数、decimal 小数、year 年度、years 年度范围（2019..2023 或 2019,2021）、text 文字、
        file 文件、indicator 指标、body 机关。值由 nianbao run SCRIPT --set NAME=VALUE 给出，否则为 VALUE；
        两者都没有则脚本不运行。此后 $NAME 代表这个值，作为一个词放入命令，不再解析；在文字或词中写作 {$NAME}，
        如 "{$year} 年"、out/{$year}.csv；$ 本身写作 {$}。算式和 SQL 中写 $NAME。命令行给出的 file 从当前
        文件夹算起，脚本中的从脚本所在文件夹算起。
        """,
      english: """
        TYPE is int, decimal, year, years (2019..2023 or 2019,2021), text, file, indicator or body.
        `nianbao run SCRIPT --set NAME=VALUE` gives the value, else it is VALUE; with neither, nothing
        of the script is run. From then on $NAME stands for it: one word that is never read again.
        Within a text or a word it is {$NAME}, as in "in {$year}" or out/{$year}.csv; {$} is a $.
        Expressions and SQL take $NAME. A file given on the command line starts at the current folder,
        one in the script at the script's.
        """),
    examples: ["param base: year = 2021", "参数 机关名: 机关 = 云岭"])

  /// What `$NAME` goes by.
  let name: String
  let value: VariableValue

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    let (token, type) = try Self.declaration(from: &arguments)
    name = token.text
    guard arguments.names.canNameValue(name) else {
      throw ShellError(.nameTaken(name), at: token.range)
    }
    var value: VariableValue?
    if arguments.peek?.kind == .equals {
      _ = arguments.next()
      let words = try arguments.takeCommaList(.value)
      value = try type.value(of: words, for: name, in: arguments.names)
    }
    if let given = arguments.names.given.words(for: name, type) {
      do throws(ShellError) {
        value = try type.value(of: given.words, for: name, in: arguments.names)
      } catch {
        // What was given on the command line stands in no text: its parameter does.
        throw given.source.map { error.within($0) }
          ?? ShellError(.givenParameter(name, error), at: token.range)
      }
    }
    guard let value else {
      throw ShellError(.parameterUnset(name, type), at: token.range)
    }
    self.value = value
  }

  /// `NAME: TYPE`, also without the colon or without a space behind it.
  private static func declaration(
    from arguments: inout ArgumentReader
  ) throws(ShellError) -> (name: Token, type: ParameterType) {
    let written = try arguments.takeText(.parameterName)
    var parts = written.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let name = Token(kind: written.kind, text: parts.removeFirst(), range: written.range)
    guard name.kind == .word, ResultNames.isName(name.text) else {
      throw ShellError(.badName(name.text), at: name.range)
    }
    var type = Token(kind: .word, text: parts.first ?? "", range: written.range)
    if type.text.isEmpty {
      type = try arguments.takeText(.parameterType)
      if parts.isEmpty, type.text.hasPrefix(":") {
        type =
          type.text == ":"
          ? try arguments.takeText(.parameterType)
          : Token(kind: .word, text: String(type.text.dropFirst()), range: type.range)
      }
    }
    guard let known = ParameterType(type.text) else {
      throw ShellError(
        .unknownName(
          .parameterType, type.text,
          nearest: NearestNames.among(ParameterType.allCases.map(\.rawValue), type.text)),
        at: type.range)
    }
    return (name, known)
  }

  /// The name that a command declares, even where it cannot be understood.
  static func name(in tokens: ArraySlice<Token>) -> String? {
    guard tokens.count > 1, let first = tokens.first, manual.isNamed(first.text) else { return nil }
    return tokens[tokens.startIndex + 1].text.split(separator: ":").first.map(String.init)
  }

  func run(in session: Session) throws(ShellError) {
    session.results.keep(value, as: name)
    session.parameterTexts[name] = value.text
  }
}
