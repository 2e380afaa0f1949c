import LineEditing
import Output
import ReportModel

extension Wording {
  func text(of notice: Notice) -> String {
    switch notice {
    case .emptyResult:
      return choose("（没有符合条件的数据）", "(nothing fits)")
    case .wrote(let rows, let path):
      return choose("已写入 \(path)：\(rows) 行", "wrote \(path): \(counted(rows, "row"))")
    case .opened(let path, let reports):
      return choose("已打开 \(path)：\(reports) 份报告", "opened \(path): \(counted(reports, "report"))")
    case .loaded(let summary):
      return text(ofLoaded: summary)
    case .problemCounts(let summary):
      return text(ofProblemsIn: summary)
    case .loadStopped(let done, let total, let summary):
      return textOfStop(done: done, of: total, summary)
    case .outcome(let outcome):
      return text(of: outcome)
    case .problemBelow(let problem):
      return text(below: problem)
    case .replaced(let path, let previous):
      return choose(
        "\(path)：与 \(previous) 为同一机关同一年度，此后以它为准",
        "\(path): same body and year as \(previous); it is the one that counts from now on")
    case .problem(let path, let problem):
      return path + ": " + text(of: problem)
    case .renamed(let path, let previous):
      return choose(
        "\(path)：此前载入为 \(previous)，现改用新的名称",
        "\(path): was loaded as \(previous) before; it goes by the new name now")
    case .ignoredColumns(let path, let names):
      return choose(
        "\(path)：未使用的列：\(list(names))", "\(path): columns not used: \(list(names))")
    case .failure(let error):
      return "nianbao: " + text(of: error)
    case .failures(let reason, let examples):
      return text(ofReason: reason, examples)
    case .more(let count, let what):
      return text(ofMore: count, what)
    case .tableMissing(let number):
      return choose("\(tableName(number))：页面没有这张表", "\(tableName(number)): not on the page")
    case .problemsHead(let count):
      return choose("未能确定之处（\(count)）：", "Not settled by the reading (\(count)):")
    case .cellMark(let status, let count):
      return DisplayWidth.padded(CellMark.sample(status), to: 6) + meaning(of: status)
        + " ×\(count)"
    case .tableTitle(let number, let title, let form):
      return "\(tableName(number))  \(title)  (\(form))"
    case .unconfirmedRows:
      return choose(
        "* 该行未见正式文本，仅据转述。", "* Rows not seen in an official text, known from hearsay only.")
    case .noFindings(let reports):
      return choose("\(reports) 份报告，没有发现。", "\(counted(reports, "report")), no findings.")
    case .noRemarks(let count):
      return choose("\(count) 条规则，没有可说的。", "\(counted(count, "rule")), nothing to remark.")
    case .ruleFileProblem(let path, let problem):
      return "\(path): \(text(of: problem))"
    case .rulesRead(let count, let path):
      return choose("已读入 \(path)：\(count) 条规则", "read \(path): \(counted(count, "rule"))")
    case .recording(let path):
      return choose("此后记录到 \(path)", "recording to \(path)")
    case .recorded(let path):
      return choose("记录已完成：\(path)", "the record \(path) is complete")
    case .scriptWritten(let path):
      return choose("脚本已写入 \(path)", "wrote the script \(path)")
    case .scriptUpdated(let path):
      return choose("已更新 \(path) 中的预期结果", "updated what \(path) expects")
    case .attributesRead(let path, let bodies, let without, let notLoaded):
      return choose(
        "已读入 \(path)：\(bodies) 个机关的属性",
        "read \(path): attributes of \(bodies) \(bodies == 1 ? "body" : "bodies")")
        + (notLoaded.isEmpty
          ? ""
          : choose(
            "，其中 \(notLoaded.count) 个没有报告（\(firstOf(notLoaded))）",
            ", \(notLoaded.count) of them without reports (\(firstOf(notLoaded)))"))
        + (without > 0
          ? choose(
            "；已载入的机关中有 \(without) 个不在其中",
            "; \(without) \(without == 1 ? "body" : "bodies") with reports not in it")
          : "")
    case .defined(let definition, let unit):
      let label = (unit ?? .count).label.text(in: language)
      return choose("已定义：", "defined: ") + "\(definition.code) = \(definition.formula)"
        + choose("（\(label)）", " (\(label))")
    case .redefined(let before):
      return choose("此前为：", "it was: ") + "\(before.code) = \(before.formula)"
    case .firstRows(let shown, let all):
      return choose(
        "共 \(all) 行，只显示前 \(shown) 行；export FILE 写出全部。",
        "The first \(shown) of \(all) rows; `export FILE` writes all.")
    case .partOfResult(let kept, let all):
      return choose(
        "选自 \(all) 行中的 \(kept) 行。", "\(kept) of the \(counted(all, "row")) of the result.")
    case .named(let name, let rows):
      return choose("\(name)：\(rows) 行", "\(name): \(counted(rows, "row"))")
    case .bodiesWithout(let count):
      return choose(
        "另有 \(count) 个机关没有条件所说的属性，未列出。",
        count == 1
          ? "1 more body lacks the attribute that the condition speaks of; it is left out."
          : "\(count) more bodies lack the attribute that the condition speaks of; they are left out."
      )
    case .note(let text):
      return text.text(in: language)
    case .waived(let count, let path, let comesBack):
      return choose("已豁免 \(count) 条，写入 \(path)", "waived \(count), written to \(path)")
        + (comesBack
          ? "" : choose("；以后用 waivers load 读入", "; later sessions take it up with `waivers load`"))
    case .waiversRead(let count, let path):
      return choose("已读入 \(path)：\(count) 条豁免", "read \(path): \(counted(count, "waiver"))")
    case .waivedFindings(let count):
      return choose(
        "已豁免的发现：\(count) 条", "\(count) of the findings \(count == 1 ? "is" : "are") waived")
    case .waiver(let waiver):
      return text(of: waiver)
    case .waiverVoid(let waiver, let state):
      return text(of: state, of: waiver)
    case .followingFindings(let count):
      return choose(
        "另有 \(count) 条由以上发现而来，未列（check … all 列出全部）。",
        count == 1
          ? "1 finding follows from those above and is not listed (check … all lists it)."
          : "\(count) findings follow from those above and are not listed (check … all lists them)."
      )
    case .followed(let count):
      return choose(
        "另有 \(count) 条发现由此而来",
        count == 1 ? "1 finding follows from it" : "\(count) findings follow from it")
    case .follows(let cause):
      return choose("源于 \(cause)", "follows from \(cause)")
    case .moreFindings(let count):
      return choose(
        "另有 \(count) 条：check all 列出全部，check to FILE 写入文件。",
        "\(count) more: `check all` lists them, `check to FILE` writes them.")
    case .unknownChecks(let body, let year, let count):
      return choose(
        "\(body) \(year)：\(count) 项因有数字未读出而无法判定（check all 列出）",
        "\(body) \(year): \(counted(count, "check")) unknown, as figures were not read (`check all` lists them)"
      )
    case .moreUnknown(let reports):
      return choose(
        "另有 \(reports) 份报告有无法判定的项",
        "\(reports) more \(reports == 1 ? "report" : "reports") with unknown checks")
    case .sides(let left, let right, let difference):
      return sides(left, right, difference)
    case .basis(let basis, let law, let note):
      let passage = law.map { choose("：", ": ") + $0.document + " “\($0.quote)”" } ?? ""
      let remark = note.map { "\n" + $0.text(in: language) } ?? ""
      return text(of: basis) + passage + remark
    case .statement(let claim):
      return choose("原文（\(claim.place.locator)）：", "text (\(claim.place.locator)): ")
        + claim.sentence
    case .evidence(let year, let path, let digest):
      return "\(year)  \(path)  SHA-256 \(digest)"
    case .helpHead:
      return choose(
        "nianbao：读取、比较、核对政府信息公开工作年度报告",
        "nianbao: read, compare and check annual reports on government information disclosure")
    case .helpFoot:
      return choose(
        "help COMMAND 给出用法。命令以换行或 ; 结束，# 起为注释，含空格的文字用引号括起。\n关键词：",
        "`help COMMAND` tells how to use it. A newline or ; ends a command, # starts a comment,\n"
          + "quotes hold text with spaces. Keywords:")
    case .welcome(let version):
      return choose(
        "nianbao \(version)。help 列出命令，Ctrl-D 结束。",
        "nianbao \(version). `help` lists the commands, Ctrl-D ends.")
    case .commandsUnderstood(let count):
      return choose("\(count) 条命令，没有错误。", "\(counted(count, "command")), no mistakes.")
    case .took(let time):
      let shown = Self.milliseconds(time)
      return choose("用时：\(shown) 毫秒", "time: \(shown) ms")
    case .moreErrors:
      return choose("更多的错误不再列出", "further mistakes are not listed")
    case .moreCandidates(let hidden):
      return choose("……另有 \(hidden) 项", "… and \(hidden) more")
    case .searchPrompt(let query, let isFound):
      return isFound
        ? choose("（查找）“\(query)”：", "(search) “\(query)”: ")
        : choose("（未找到）“\(query)”：", "(not found) “\(query)”: ")
    case .noLineEditing(let error):
      return "nianbao: " + text(of: error)
    case .historyNotKept(let error):
      return choose(
        "历史记录 \(error.path) 无法使用：\(system(error.code))",
        "the history file \(error.path) cannot be used: \(system(error.code))")
    }
  }

  func tableName(_ number: Int) -> String {
    let digits = [1: "一", 2: "二", 3: "三", 4: "四"]
    return choose("表\(digits[number] ?? String(number))", "Table \(number)")
  }

  private func sides(_ left: Quantity?, _ right: Quantity?, _ difference: Quantity?) -> String {
    func shown(_ side: Quantity?) -> String { side?.description ?? choose("未知", "unknown") }
    return choose(
      "左边 \(shown(left))，右边 \(shown(right))，相差 \(shown(difference))",
      "left \(shown(left)), right \(shown(right)), difference \(shown(difference))")
  }

  func text(of problem: ReadingProblem) -> String {
    let table = problem.table.map { tableName($0) + choose("：", ": ") } ?? ""
    let seen = problem.seen.isEmpty ? "" : choose("“\(problem.seen)”", " “\(problem.seen)”")
    let place = problem.place.map { " (\($0.locator))" } ?? ""
    let words = text(of: problem.kind)
    return table + words + seen + place
  }

  /// What the page shows in a cell of this status.
  private func meaning(of status: CellStatus) -> String {
    status.label.text(in: language)
      + {
        switch status {
        case .reported: choose("：读出的数字", ": a number")
        case .blank: choose("：格子是空的", ": the cell is empty")
        case .dash: choose("：原文如此，不是数字", ": as printed, where a number belongs")
        case .text: choose("：原文是文字", ": words as printed")
        case .ambiguous:
          choose("：有字，但无法确定是哪个数字", ": something is printed, but which figure is not certain")
        case .absent: choose("：格式有此格，页面没有", ": the form has the cell, the page does not")
        }
      }()
  }

  /// With two digits after the point.
  private static func milliseconds(_ time: Duration) -> String {
    let parts = time.components
    let hundredths =
      Quantity(parts.seconds * 100_000 + parts.attoseconds / 10_000_000_000_000)
    return hundredths.multiplied(by: Quantity(coefficient: 1, scale: 2) ?? .zero)?.description ?? ""
  }

  private func text(of error: LineEditingError) -> String {
    switch error {
    case .notATerminal: choose("标准输入不是终端", "standard input is no terminal")
    case .noUTF8Locale:
      choose("系统没有 UTF-8 区域设置：请安装 C.UTF-8", "there is no UTF-8 locale: install C.UTF-8")
    case .cannotInitialise: choose("无法启动行编辑", "line editing could not be started")
    case .readFailed(let code):
      choose("无法读取终端：\(system(code))", "the terminal cannot be read: \(system(code))")
    }
  }

  func text(of kind: ReadingProblem.Kind) -> String {
    switch kind {
    case .tableMissing: choose("页面没有这张表", "not on the page")
    case .rowMissing: choose("没有找到此行", "row not found")
    case .figureCount: choose("该行数字个数与格式不符", "not as many figures as the form has columns")
    case .runTogether:
      choose("该行数字连在一起，无法确定如何分开", "the figures run together, and how to part them is not certain")
    case .headsUnclear: choose("列标题与格式不符", "the column heads do not agree with the form")
    case .labelUnclear: choose("行标签无法确定", "the row's label is not certain")
    case .formUnclear: choose("无法确定采用哪种格式", "nothing tells which form it follows")
    case .unitUnclear: choose("单位与格式不符", "the unit is not the form's")
    case .headYear: choose("列标题是另一年度的", "the column head names another year than the report's")
    case .yearDiffers: choose("标题中的年度与所给的不同", "the title names another year than the one given")
    case .tableTwice: choose("出现两次且数字不同", "stands there twice with different figures")
    }
  }
}
