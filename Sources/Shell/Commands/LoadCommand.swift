import ReportModel
import ReportReading

struct LoadCommand: Command {
  static let manual = CommandManual(
    name: "load", chineseName: "载入",
    usage: "load PATH… [as \"BODY\"] [year YEAR] [strict] [verbose]",
    summary: LocalizedText(
      chinese: "读入报告：文件、文件夹或通配符", english: "read reports: files, folders or patterns"),
    details: LocalizedText(
      chinese: """
        机关名称和年度取自标题，否则取自文件名；as 和 year 给出的优先。
        遇到无法读取的文件会列出原因并继续，最后以退出码 3 结束；strict 则立即停止。
        文件夹中不是报告格式的文件只计数，不报错。重复载入同一文件不会改变任何内容。
        同类提示只列前几条并给出总数；verbose 逐个文件说明，并列出所有问题。
        也可载入数据表：cells 写出的 CSV 或 JSON（一行一个数字），或一行一份报告的 CSV（body、year、
        每个指标一列，如 penalty.decisions、requests.new[firm]；空格子表示没有该数字；各列不足以判断
        格式时，另加一列 form，如 gid-2021）。同一机关同一年度后载入者取代先载入者，即使数字较少。
        """,
      english: """
        Body and year come from the title, else from the file name; what `as` and `year` say counts
        more. A file that cannot be read is listed with its reason, the others are loaded, and the
        run ends with 3; with `strict` it stops there. In a folder, files that are no report format
        are only counted. Loading the same file again changes nothing.
        Of notices of one kind the first few are told, and how many there are; with `verbose` every
        file has a line, with all problems below it.
        Tables of figures are read too: CSV or JSON as `cells` writes it, one figure a row, or CSV
        with one report a row (body, year, and a column for each indicator, such as
        penalty.decisions or requests.new[firm]; an empty field means that there is no figure; where
        the columns do not tell the form, a column `form` does, such as gid-2021). What is loaded last
        for a body and year counts, even where it has fewer figures.
        """),
    examples: ["load reports", "load page.html as \"云岭市人民政府\" year 2023"])

  private let paths: [Token]
  private let body: Token?
  private let year: Token?
  private let isStrict: Bool
  private let isVerbose: Bool

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    paths = try arguments.takeTexts(.path)
    var body: Token?
    var year: Token?
    var isStrict = false
    var isVerbose = false
    while !arguments.isAtEnd {
      let start = arguments.nextRange
      if arguments.take(.as) {
        guard body == nil else { throw ShellError(.twice(.as), at: start) }
        let token = try arguments.takeText(.bodyText)
        guard token.text.contains(where: { !$0.isWhitespace }) else {
          throw ShellError(.expected(.bodyText), at: token.range)
        }
        body = token
      } else if arguments.take(.year) {
        guard year == nil else { throw ShellError(.twice(.year), at: start) }
        let token = try arguments.takeText(.year)
        guard let range = YearSet.range(token.text), range.count == 1 else {
          throw ShellError(.badYears(token.text), at: token.range)
        }
        year = token
      } else if arguments.take(.strict) {
        isStrict = true
      } else if arguments.take(.verbose) {
        isVerbose = true
      } else {
        break
      }
    }
    self.body = body
    self.year = year
    self.isStrict = isStrict
    self.isVerbose = isVerbose
  }

  func run(in session: Session) throws(ShellError) {
    try session.results.settle()
    let expansion = session.pathExpansion
    var files: [PathExpansion.File] = []
    var known: Set<PathExpansion.File> = []
    var failures: [ShellError] = []
    for path in paths {
      do throws(ShellError) {
        let found = try expansion.find(path)
        for file in found.files where known.insert(file).inserted {
          session.protect(file: file.path, shown: file.shown)
          files.append(file)
        }
        if isStrict, let failure = found.failures.first { throw failure.at(path.range) }
        failures += found.failures
      } catch {
        guard !isStrict, paths.count > 1 else { throw error }
        failures.append(error)
      }
    }
    if let body, let year, files.count > 1 {
      // All of them would be the same report.
      throw ShellError(
        .notForSeveralFiles, at: body.range.lowerBound..<year.range.upperBound)
    }
    let isOneFile = paths.count == 1 && files.count == 1
    let telling = LoadTelling(
      session: session, files: files.count, isVerbose: isVerbose || session.settings.verbose,
      leavesFailuresToCaller: isOneFile)
    for failure in failures {
      telling.take(LoadOutcome(path: "", fate: .failed(failure)))
    }
    let loader = ReportLoader(
      reader: ReportReader(catalog: session.catalog), store: session.store, body: body?.text,
      year: year.flatMap { YearSet.range($0.text)?.lowerBound }, isStrict: isStrict)
    defer {
      telling.progress?.end()
      session.reportsChanged()
    }
    try loader.load(files, telling: telling)
    let summary = telling.summary
    if isOneFile, summary.failed == 1, summary.added + summary.unchanged == 0,
      let failure = summary.firstFailures.first
    {
      // There is nothing else to go on with.
      throw failure.at(paths[0].range)
    }
    telling.finish()
  }
}
