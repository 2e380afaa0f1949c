import ReportModel
import ReportReading

/// What is said of files that are loaded.
extension Wording {
  /// The kinds of skipped files that are named; the others are counted.
  private static let mostKinds = 6

  func text(ofLoaded summary: LoadSummary) -> String {
    var parts = [
      choose(
        "载入 \(summary.added) 份报告", "loaded \(summary.added) \(plural(summary.added, "report"))")
    ]
    if summary.unchanged > 0 {
      parts.append(choose("\(summary.unchanged) 份未变", "\(summary.unchanged) unchanged"))
    }
    if summary.failed > 0 {
      parts.append(choose("\(summary.failed) 个无法载入", "\(summary.failed) not loaded"))
    }
    if summary.skipped > 0 {
      parts.append(
        choose(
          "跳过 \(summary.skipped) 个非报告文件",
          "\(summary.skipped) other \(plural(summary.skipped, "file")) skipped")
          + choose("（", " (") + list(kinds(summary.skippedKinds)) + choose("）", ")"))
    }
    let line = list(parts)
    let counts = counts(of: summary.cells)
    return counts.isEmpty ? line : line + choose("；单元格：", "; cells: ") + list(counts)
  }

  func text(ofProblemsIn summary: LoadSummary) -> String {
    let counts = ReadingProblem.Kind.allCases.compactMap { kind in
      summary.problems[kind].map { "\(text(of: kind)) ×\($0.count)" }
    }
    return choose(
      "\(summary.reportsWithProblems) 份报告有未能确定之处：",
      "problems in \(summary.reportsWithProblems) \(plural(summary.reportsWithProblems, "report")): "
    ) + list(counts)
  }

  func textOfStop(done: Int, of total: Int, _ summary: LoadSummary) -> String {
    choose(
      "读完 \(total) 个文件中的 \(done) 个后停止：其中 \(summary.added) 份报告已保存",
      "stopped after \(done) of \(total) files: the \(summary.added) "
        + "\(plural(summary.added, "report")) in them \(summary.added == 1 ? "is" : "are") kept")
  }

  /// One line for a file: whose report, of which year, on which forms, its cells, what became of it.
  func text(of outcome: LoadOutcome) -> String {
    let path = outcome.path + choose("：", ": ")
    switch outcome.fate {
    case .added(let report):
      return path + text(of: report)
    case .unchanged(let report):
      return path + text(of: report) + choose("；此前已载入", "; loaded before, unchanged")
    case .replaced(let report, let previous):
      return path + text(of: report) + choose("；取代 \(previous)", "; counts instead of \(previous)")
    case .renamed(let report, let previous):
      return path + text(of: report) + choose("；此前为 \(previous)", "; was \(previous) before")
    case .failed(let error):
      return text(of: .failure(error))
    case .skipped(let kind):
      return path + choose("跳过（\(text(of: kind))）", "skipped (\(text(of: kind)))")
    }
  }

  private func text(of report: Report) -> String {
    let cells = Dictionary(grouping: report.tables.flatMap(\.cells), by: \.status)
      .mapValues(\.count)
    var parts = ["\(report.body) \(report.year)"]
    var forms: [(form: String, tables: [Int])] = []
    for table in report.tables {
      if forms.last?.form == table.form {
        forms[forms.count - 1].tables.append(table.number)
      } else {
        forms.append((table.form, [table.number]))
      }
    }
    parts += forms.map { form, tables in
      let numbers = tables.map(String.init).joined(separator: " ")
      return form + choose(" 表 \(numbers)", " \(plural(tables.count, "table")) \(numbers)")
    }
    let problems = report.problems.count
    let found =
      problems == 0
      ? choose("没有问题", "no problems")
      : choose("\(problems) 个问题", "\(problems) \(plural(problems, "problem"))")
    return parts.joined(separator: choose("，", ", ")) + choose("；", "; ")
      + list(counts(of: cells)) + choose("；", "; ") + found
  }

  /// The text of a problem below the line of its file.
  func text(below problem: ReadingProblem) -> String { "  " + text(of: problem) }

  /// Many failures for one reason, with the first of the files.
  func text(ofReason reason: FailureReason, _ examples: Examples<ShellError>) -> String {
    let paths = examples.first.map { error in
      switch error.kind {
      case .reading(let path, _), .cannotRead(let path, _): path
      default: text(of: error)
      }
    }
    let more =
      examples.hidden > 0 ? choose("，另有 \(examples.hidden) 个", " and \(examples.hidden) more") : ""
    return "nianbao: "
      + choose("\(examples.count) 个文件：", "\(examples.count) \(plural(examples.count, "file")): ")
      + text(of: reason) + choose("：", ": ") + list(paths) + more
  }

  func text(ofMore count: Int, _ what: HiddenNotices) -> String {
    let kind =
      switch what {
      case .replaced:
        choose("与先前载入的为同一机关同一年度", "same body and year as a file loaded before")
      case .renamed: choose("改用新的名称", "go by a new name now")
      case .ignoredColumns: choose("有未使用的列", "columns not used")
      case .failures: choose("因其他原因无法载入", "not loaded for other reasons")
      case .tableMistakes: choose("数据表中的错误", "mistakes in tables of figures")
      case .problem(let kind): text(of: kind)
      }
    return choose(
      "……另有 \(count) 条：\(kind)（load … verbose 列出全部）",
      "… and \(count) more: \(kind) (`load … verbose` lists all)")
  }

  private func text(of reason: FailureReason) -> String {
    switch reason {
    case .undecodable: choose("文字编码不对或有坏字节", "bytes that are not valid in the encoding")
    case .textLost: choose("文字已丢失，变成了问号", "the text is lost, question marks stand for it")
    case .tooLarge: choose("文件过大", "too large")
    case .severalReports: choose("不止一份报告", "more than one report")
    case .yearConflict: choose("标题中的年度不一致", "titles that name different years")
    case .badTable: choose("数据表有错", "mistakes in a table of figures")
    case .reading(let error): text(of: error)
    case .cannotRead(let code): choose("无法读取：\(system(code))", "cannot be read: \(system(code))")
    case .other: choose("其他原因", "other reasons")
    }
  }

  /// How far the reading is: `reading [####....] 128 of 400, 96/s, 3 s left`.
  func text(of progress: Progress) -> String {
    var parts = [
      choose("\(progress.done)/\(progress.total)", "\(progress.done) of \(progress.total)")
    ]
    if let rate = progress.rate, let left = progress.left {
      parts.append(choose("每秒 ", "") + Self.rounded(rate) + choose("", "/s"))
      parts.append(choose("还需 \(time(left))", "\(time(left)) left"))
    }
    return choose("读取 ", "reading ") + "[" + progress.bar(width: 24) + "] "
      + parts.joined(separator: choose("，", ", "))
  }

  /// A rate with two digits at least.
  private static func rounded(_ rate: Double) -> String {
    guard rate < 9.95 else { return String(Int(min(rate, 1e9).rounded())) }
    let tenths = Int((rate * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func time(_ duration: Duration) -> String {
    let seconds = Int(min(1e9, (duration / .seconds(1)).rounded(.up)))
    let (minutes, hours) = (seconds / 60, seconds / 3600)
    if hours > 0 {
      return choose("\(hours) 小时 \(minutes % 60) 分", "\(hours) h \(minutes % 60) min")
    }
    return minutes > 0
      ? choose("\(minutes) 分 \(seconds % 60) 秒", "\(minutes) min \(seconds % 60) s")
      : choose("\(seconds) 秒", "\(seconds) s")
  }

  /// The commonest first.
  private func kinds(_ kinds: [SkippedKind: Int]) -> [String] {
    let sorted = kinds.map { (name: text(of: $0.key), count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let named = sorted.prefix(Self.mostKinds).map { "\($0.name) \($0.count)" }
    let others = sorted.dropFirst(Self.mostKinds).reduce(0) { $0 + $1.count }
    return named + (others > 0 ? [choose("其他 \(others)", "others \(others)")] : [])
  }

  private func text(of kind: SkippedKind) -> String {
    switch kind {
    case .nameEnd(let end): end
    case .noNameEnd: choose("无扩展名", "no file type")
    case .format(let format): name(of: format)
    case .archive: choose("不含报告的压缩文件", "archive without reports")
    }
  }

  private func counts(of cells: [CellStatus: Int]) -> [String] {
    CellStatus.allCases.compactMap { status in
      cells[status].map { "\(status.label.text(in: language)) \($0)" }
    }
  }

  private func plural(_ count: Int, _ word: String) -> String { count == 1 ? word : word + "s" }
}
