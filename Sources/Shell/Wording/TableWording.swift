import ReportModel
import ReportReading

extension Wording {
  /// What is wrong in which line of a table of figures, and what to do.
  func text(of flaw: TableFlaw) -> String {
    let place =
      flaw.column.map { choose("第 \(flaw.line) 行第 \($0) 字", "line \(flaw.line), column \($0)") }
      ?? choose("第 \(flaw.line) 行", "line \(flaw.line)")
    return place + choose("：", ": ") + (text(ofText: flaw.kind) ?? text(ofRow: flaw.kind))
  }

  /// Flaws of the text itself; `nil` for all others.
  private func text(ofText kind: TableFlaw.Kind) -> String? {
    switch kind {
    case .quoteInsideField:
      choose(
        "字段中间有引号：整个字段须加引号，内部引号写两次",
        "a quotation mark inside a field: quote the whole field and double the marks in it")
    case .textBehindQuote:
      choose("右引号之后还有文字", "text behind the closing quotation mark")
    case .unclosedQuote:
      choose("引号没有闭合", "this quotation mark is never closed")
    case .loneCarriageReturn:
      choose(
        "有单独的回车符：请以换行符或 CRLF 保存", "a carriage return alone: save the file with LF or CRLF line ends"
      )
    case .fieldCount(let found, let expected):
      choose("有 \(found) 个字段，表头有 \(expected) 个", "\(found) fields where the header has \(expected)")
    case .fieldTooLong(let limit):
      choose("字段超过 \(limit) 字节", "a field of more than \(limit) bytes")
    case .tooManyColumns(let limit):
      choose("超过 \(limit) 列", "more than \(limit) columns")
    case .notJSON:
      choose("不是有效的 JSON 记录", "no valid record of JSON")
    case .nestedTooDeeply(let limit):
      choose("嵌套超过 \(limit) 层", "nested more than \(limit) levels deep")
    case .noFigureRecords:
      choose(
        "JSON 中没有数字记录（body、year、indicator、value）；页面文字请存为 .txt 或 .html 再载入",
        "the JSON has no records of figures (body, year, indicator, value); save a page's text as .txt or .html"
      )
    case .missingColumns(let columns):
      choose(
        "缺少列 \(list(columns.map(\.name)))：第一行须是列名",
        "no column \(list(columns.map(\.name))): the first row must name the columns")
    case .columnTwice(let name):
      choose("列“\(name)”重复", "the column “\(name)” stands there twice")
    default: nil
    }
  }

  private func text(ofRow kind: TableFlaw.Kind) -> String {
    switch kind {
    case .missing(let column):
      choose("\(column.name) 是空的", "\(column.name) is empty")
    case .unknown(let column, let text):
      choose("\(column.name) 中没有“\(text)”这个名称", "there is no \(column.name) “\(text)”")
        + allowed(column)
    case .ambiguousName(let name, let candidates):
      choose("“\(name)”可指 \(list(candidates))", "“\(name)” may be \(list(candidates))")
    case .unreadable(let column, let text):
      choose("\(column.name) 无法读取：“\(text)”", "\(column.name) cannot be read: “\(text)”")
    case .unreadableFigure(let key, let text):
      choose("\(key) 不能是“\(text)”：须是不带分隔符的数字", "\(key) cannot be “\(text)”: give a plain number")
    case .derived(let code):
      choose(
        "\(code) 是算出来的，报告中没有：请删去该行", "\(code) is worked out, no report has it: leave the row out")
    case .valueBesideStatus(let status):
      choose(
        "status 为 \(status.rawValue) 时不能有 value", "a value beside the status \(status.rawValue)")
    case .valueUnlikePrinted(let value, let printed):
      choose(
        "value 为 \(value)，printed 却是“\(printed)”：请改正其一，或将 printed 留空",
        "the value is \(value), yet printed is “\(printed)”: mend one, or leave printed empty")
    case .statusUnclear(let printed):
      choose(
        "没有 value，printed 却是“\(printed)”：请填写 value 或 status",
        "no value, yet printed is “\(printed)”: fill in the value or a status")
    case .notOnForm(let key, let form):
      choose("格式 \(form) 没有 \(key)", "the form \(form) has no \(key)")
    case .otherTable(let key, let table):
      choose("\(key) 在表 \(table) 中", "\(key) stands in table \(table)")
    case .unitUnfit(let key, let unit):
      choose("\(key) 的单位不能是 \(unit.rawValue)", "\(key) is not measured in \(unit.rawValue)")
    case .cellTwice(let key, let line):
      choose("\(key) 在第 \(line) 行已有", "\(key) stands in line \(line) already")
    case .severalForms(let forms):
      choose("同一张表有不同格式：\(list(forms))", "different forms in one table: \(list(forms))")
    case .severalSources(let sources):
      choose(
        "同一份报告有不同来源：\(list(sources.map(quoted)))：请分成几个文件",
        "different sources in one report: \(list(sources.map(quoted))): give them in files of their own"
      )
    case .formUnclear(let table, let candidates):
      unclear(table, candidates)
    case .reportTwice(let line):
      choose("该机关该年度在第 \(line) 行已有", "the same body and year stand in line \(line) already")
    case .noFigures:
      choose("没有任何数字", "not one figure")
    default: ""
    }
  }

  private func quoted(_ text: String) -> String { choose("“\(text)”", "“\(text)”") }

  private func unclear(_ table: Int, _ candidates: [String]) -> String {
    candidates.isEmpty
      ? choose(
        "没有一种格式的\(tableName(table))包含所有这些指标",
        "no form has all of these indicators in its table \(table)")
      : choose(
        "\(tableName(table))可能是 \(list(candidates))：请加一列 form 指明",
        "its table \(table) may be of \(list(candidates)): add a column form that says it")
  }

  /// What may stand in a column that knows few names.
  private func allowed(_ column: FigureColumn) -> String {
    let names: [String] =
      switch column {
      case .applicant: Applicant.allCases.map(\.rawValue)
      case .status: CellStatus.allCases.map(\.rawValue)
      case .unit: MeasureUnit.allCases.map(\.rawValue)
      case .indicator: [choose("见 indicators 命令", "see the command indicators")]
      default: []
      }
    return names.isEmpty ? "" : choose("（\(list(names))）", " (\(list(names)))")
  }
}
