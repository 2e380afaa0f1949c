import ReportModel
import ReportReading

struct LoadCommand: Command {
  static let manual = CommandManual(
    name: "load", chineseName: "载入",
    usage: "load PATH… [as \"BODY\"] [year YEAR] [strict]",
    summary: LocalizedText(
      chinese: "读入报告：文件、文件夹或通配符", english: "read reports: files, folders or patterns"),
    details: LocalizedText(
      chinese: """
        机关名称和年度取自标题，否则取自文件名；as 和 year 给出的优先。
        遇到无法读取的文件会列出原因并继续，最后以退出码 3 结束；strict 则立即停止。
        文件夹中不是报告格式的文件只计数，不报错。重复载入同一文件不会改变任何内容。
        也可载入数据表：cells 写出的 CSV 或 JSON（一行一个数字），或一行一份报告的 CSV（body、year、
        每个指标一列，如 penalty.decisions、requests.new[firm]；空格子表示没有该数字）。
        """,
      english: """
        Body and year come from the title, else from the file name; what `as` and `year` say counts
        more. A file that cannot be read is listed with its reason, the others are loaded, and the
        run ends with 3; with `strict` it stops there. In a folder, files that are no report format
        are only counted. Loading the same file again changes nothing.
        Tables of figures are read too: CSV or JSON as `cells` writes it, one figure a row, or CSV
        with one report a row (body, year, and a column for each indicator, such as
        penalty.decisions or requests.new[firm]; an empty field means that there is no figure).
        """),
    examples: ["load reports", "load page.html as \"云岭市人民政府\" year 2023"])

  private let paths: [Token]
  private let body: Token?
  private let year: Token?
  private let isStrict: Bool

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    paths = try arguments.takeTexts(.path)
    var body: Token?
    var year: Token?
    var isStrict = false
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
      } else {
        break
      }
    }
    self.body = body
    self.year = year
    self.isStrict = isStrict
  }

  func run(in session: Session) throws(ShellError) {
    let expansion = PathExpansion(baseFolder: session.baseFolder)
    var files: [PathExpansion.File] = []
    var known: Set<PathExpansion.File> = []
    var failures: [ShellError] = []
    for path in paths {
      do throws(ShellError) {
        let found = try expansion.find(path)
        for file in found.files where known.insert(file).inserted {
          session.protect(file: file.path)
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
    let loader = ReportLoader(
      reader: ReportReader(catalog: session.catalog), store: session.store, body: body?.text,
      year: year.flatMap { YearSet.range($0.text)?.lowerBound }, isStrict: isStrict)
    defer { session.reportsChanged() }
    var summary = try loader.load(files)
    summary.failures = failures + summary.failures
    if paths.count == 1, files.count == 1, summary.failures.count == 1,
      summary.added + summary.unchanged == 0, let failure = summary.failures.first
    {
      // There is nothing else to go on with.
      throw failure.at(paths[0].range)
    }
    report(summary, in: session)
  }

  private func report(_ summary: ReportLoader.Summary, in session: Session) {
    for failure in summary.failures {
      session.notice(.failure(failure))
      session.note(failure.exitStatus)
    }
    for replaced in summary.replaced {
      session.notice(.replaced(path: replaced.path, previous: replaced.previous))
    }
    for renamed in summary.renamed {
      session.notice(.renamed(path: renamed.path, previous: renamed.previous))
    }
    for ignored in summary.ignoredColumns {
      session.notice(.ignoredColumns(path: ignored.path, ignored.names))
    }
    for notice in ProblemNotices.notices(of: summary.problems) { session.notice(notice) }
    session.notice(
      .loaded(
        added: summary.added, unchanged: summary.unchanged, failed: summary.failures.count,
        skipped: summary.skipped, cells: summary.cells))
  }
}
