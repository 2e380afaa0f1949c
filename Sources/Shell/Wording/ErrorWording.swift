import Output
import ReportModel

extension Wording {
  /// One line: what is wrong, where, and what to do.
  func text(of error: ShellError) -> String {
    switch error.kind {
    case .unclosedQuote:
      choose("引号没有闭合", "the quote is not closed")
    case .unknownCommand(let name, let nearest):
      choose("没有命令“\(brief(name))”", "there is no command “\(brief(name))”")
        + (nearest.isEmpty ? choose("；help 列出命令", "; `help` lists them") : suggestion(nearest))
    case .expected(let expectation):
      choose("此处应为", "expected ") + text(of: expectation)
    case .unexpected(let text):
      choose("“\(brief(text))”不应出现在这里", "“\(brief(text))” does not belong here")
    case .textTooLong(let limit):
      choose("文字超过 \(limit) 字节", "the text is longer than \(limit) bytes")
    case .nameNotUTF8(let shown):
      choose(
        "\(shown)：文件名不是 UTF-8，未读入：请改名（如 convmv -f gbk -t utf8）",
        "\(shown): the name is not UTF-8, so it was not read: rename it (as by convmv -f gbk -t utf8)"
      )
    case .noExpectations(let path):
      choose(
        "\(path) 中没有预期的输出（#=> 行）：用 --update 写入",
        "\(path) holds no expected output (lines `#=>`): `--update` writes it")
    case .twice(let keyword):
      choose("\(keyword.rawValue) 只能写一次", "`\(keyword.rawValue)` may stand only once")
    case .unknownName(let kind, let name, let nearest):
      choose(
        "没有\(text(of: kind))“\(brief(name))”",
        "there is no \(text(of: kind)) “\(brief(name))”")
        + (nearest.isEmpty ? wayOut(kind) : suggestion(nearest))
    case .ambiguousName(let kind, let name, let candidates):
      choose(
        "“\(brief(name))”可指多个\(text(of: kind))：\(firstOf(candidates))",
        "“\(brief(name))” can mean several \(plural(of: kind)): \(firstOf(candidates))")
    case .badYears(let text):
      choose(
        "“\(brief(text))”不是年度：写作 2021、2019..2023 或 2019,2021",
        "“\(brief(text))” is no year: write 2021, 2019..2023 or 2019,2021")
    case .badValue(let setting, let value, let allowed):
      choose(
        "\(setting) 不能设为“\(brief(value))”：可用 \(list(allowed))",
        "\(setting) cannot be “\(brief(value))”: it takes \(list(allowed))")
    case .notForSeveralFiles:
      choose(
        "as 与 year 合用只能载入一个文件：否则所有文件都是同一份报告",
        "`as` and `year` together take one file only: all would be the same report")
    case .applicantsDiffer:
      choose(
        "一次比较只能看一类申请人：各指标用同一个 […]，或用 by applicant",
        "one comparison looks at one column of applicants: use the same […], or `by applicant`")
    case .derivedHasNoCells(let code):
      choose(
        "\(code) 是推算指标，页面上没有它的单元格：请用 compare 或 trend",
        "\(code) is a derived indicator and stands on no page: use compare or trend")
    case .oneIndicator(let codes):
      choose("一次只能看一个指标：\(firstOf(codes))", "it takes one indicator at a time: \(firstOf(codes))")
    case .unknownFileEnd(let end, let known):
      choose(
        "不知道 \(end) 是什么格式：文件名用 \(list(known)) 结尾，或用 as FORMAT 指明",
        "\(end) is no format known here: end the name in \(list(known)), or say as FORMAT")
    case .notAQuery:
      choose("这条命令不给出结果，不能起名", "this command gives no result that could be named")
    case .sql(let failure):
      text(of: failure)
    case .badName(let name):
      choose(
        "“\(brief(name))”不能作名称：用文字、数字、_ 和点，如 rate.internal",
        "“\(brief(name))” cannot be a name: use letters, digits, _ and points, as in rate.internal")
    case .nameTaken(let name):
      choose(
        "“\(brief(name))”已有含义：请换一个名称",
        "“\(brief(name))” means something already: choose another name")
    case .condition(let kind):
      text(of: kind)
    case .evaluation(let kind):
      text(of: kind)
    case .conditionNotOfBodies:
      choose(
        "此处的条件只能说机关的属性：没有报告的机关没有数据",
        "here a condition can speak of attributes only: bodies without a report have no figures")
    default:
      text(ofScript: error.kind) ?? textOfData(error)
    }
  }

  /// Errors about what is loaded and about files.
  private func textOfData(_ error: ShellError) -> String {
    switch error.kind {
    case .nothingLoaded:
      choose("还没有载入报告：用 load PATH 载入", "no reports are loaded: `load PATH` reads some")
    case .yearsNotLoaded(let years, let loaded):
      choose(
        "没有 \(shown(years)) 年的报告；已载入 \(shown(loaded))",
        "there is no report of \(shown(years)); loaded: \(shown(loaded))")
    case .noReport(let body, let year, let years):
      choose(
        "没有 \(body) \(year) 年的报告；已有 \(shown(years))",
        "there is no report of \(body) of \(year); there are \(shown(years))")
    case .noResult:
      choose("还没有结果：先运行一个查询", "there is no result yet: run a query first")
    case .notWaivable(let id):
      choose(
        "\(id) 是因数字未读出而无法判定的项，不能豁免",
        "\(id) is unknown, as figures were not read: it cannot be waived")
    case .dayPassed(let day):
      choose("\(day) 已经过去", "\(day) has passed already")
    case .noRecord:
      choose("没有正在写的记录：record FILE 开始记录", "no record is being kept: `record FILE` begins one")
    case .recordExists(let path):
      choose(
        "\(path) 已存在；记录是证据，不会被覆盖：请换一个文件名",
        "\(path) is there already; a record is evidence and is not written over: choose another name"
      )
    case .record(let path, let flaw):
      path + choose("：", ": ") + text(of: flaw)
    case .noFindings:
      choose("没有任何发现：check 核对已载入的报告", "there are no findings: `check` looks for them")
    case .noSuchFile(let path):
      choose("没有这个文件：\(path)", "there is no file \(path)")
    case .emptyPattern(let path):
      choose("没有与 \(path) 相符的文件", "no file fits \(path)")
    case .emptyFolder(let path):
      choose("文件夹 \(path) 是空的", "the folder \(path) is empty")
    case .cannotRead(let path, let code):
      choose("无法读取 \(path)：\(system(code))", "cannot read \(path): \(system(code))")
    case .cannotWrite(let path, errno: 2):
      choose(
        "无法写入 \(path)：所在的文件夹不存在", "cannot write \(path): its folder does not exist")
    case .cannotWrite(let path, let code):
      choose("无法写入 \(path)：\(system(code))", "cannot write \(path): \(system(code))")
    case .wouldOverwriteSource(let path):
      choose(
        "\(path) 是数据来源，不能覆盖：请换一个文件名",
        "\(path) is where figures come from and must stay as it is: choose another name")
    case .notUTF8(let path):
      choose("\(path) 不是 UTF-8 文本", "\(path) is no text in UTF-8")
    case .reading(let path, let error):
      "\(path): \(text(of: error))"
    case .store(let path, let error):
      text(of: error, path: path)
    case .analysis(let error):
      text(of: error)
    case .checking(let error):
      text(of: error)
    case .ruleFile(let path, let problems):
      problems.count == 1
        ? problems.map { "\(path): \(text(of: $0))" }.joined()
        : choose(
          "\(path)：有 \(problems.count) 处错误，规则未读入",
          "\(path): \(problems.count) mistakes; none of its rules are read")
    case .waivers(let path, let problem):
      "\(path): \(text(of: problem))"
    case .attributes(let path, let problem, let nearest):
      "\(path): \(text(of: problem, nearest: nearest))"
    case .output(let error):
      text(of: error)
    case .interrupted:
      choose("已中断", "interrupted")
    default:
      ""
    }
  }

  /// What was typed, shortened where it is no name any more.
  func brief(_ text: String) -> String {
    DisplayWidth.shortened(HarmlessText.of(text), to: 60)
  }

  private func shown(_ years: ClosedRange<Int>) -> String {
    years.count == 1 ? String(years.lowerBound) : "\(years.lowerBound)..\(years.upperBound)"
  }

  private func shown(_ years: [Int]) -> String { list(years.map(String.init)) }

  /// The first few of many names.
  func firstOf(_ names: [String]) -> String {
    let limit = 6
    guard names.count > limit else { return list(names) }
    return list(Array(names.prefix(limit)))
      + choose(" 等 \(names.count) 个", " and \(names.count - limit) more")
  }

  private func wayOut(_ kind: NameKind) -> String {
    switch kind {
    case .indicator: choose("；indicators 列出全部指标", "; `indicators` lists them")
    case .body: choose("；reports 列出已载入的机关", "; `reports` lists what is loaded")
    case .variable: choose("；用 param 或 let 给出", "; `param` and `let` give one")
    case .finding: choose("；check 列出发现", "; `check` lists them")
    default: ""
    }
  }

  private func text(of kind: NameKind) -> String {
    switch kind {
    case .indicator: choose("指标", "indicator")
    case .applicant: choose("申请人", "applicant")
    case .body: choose("机关", "body")
    case .dimension: choose("维度", "dimension")
    case .measure: choose("度量", "measure")
    case .format: choose("格式", "format")
    case .rule: choose("规则", "rule")
    case .finding: choose("发现", "finding")
    case .setting: choose("设置", "setting")
    case .helpTopic: choose("命令", "command")
    case .conditionName: choose("指标或属性", "indicator or attribute")
    case .attributeValue: choose("属性值", "value of the attribute")
    case .column: choose("列", "column")
    case .variable: choose("变量", "variable")
    case .parameter: choose("参数", "parameter")
    case .result: choose("结果", "result")
    case .parameterType: choose("参数类型", "type of parameters")
    }
  }

  private func plural(of kind: NameKind) -> String {
    switch kind {
    case .body: "bodies"
    case .conditionName: choose("指标或属性", "indicators or attributes")
    case .attributeValue: choose("属性值", "values of the attribute")
    case .parameterType: choose("参数类型", "types of parameters")
    default: text(of: kind) + "s"
    }
  }

  private func text(of expectation: Expectation) -> String {
    switch expectation {
    case .script: choose("脚本的文件名", "the file of a script")
    case .parameterName: choose("参数的名称", "the name of a parameter")
    case .parameterType: list(ParameterType.allCases.map(\.rawValue))
    case .path: choose("文件或文件夹", "a file or folder")
    case .file: choose("文件名", "a file name")
    case .body: choose("机关名称", "the name of a body")
    case .year, .years: choose("年度，如 2021 或 2019..2023", "a year, such as 2021 or 2019..2023")
    case .indicator:
      choose("指标，如 penalty.decisions 或 行政处罚", "an indicator, such as penalty.decisions")
    case .dimension: list(DimensionNames.allNames)
    case .query: choose("一个查询，如 compare …，或一个值", "a query, such as compare …, or a value")
    case .statement: choose("一条 SELECT 语句", "a SELECT statement")
    case .column: choose("列名", "the name of a column")
    case .destination: choose("to 和文件名", "`to` and a file name")
    case .expression: choose("算式，如 a / b", "an expression, such as a / b")
    case .equalsSign: choose("等号 =", "`=`")
    case .inYears: choose("in 和年度，如 in 2023", "`in` and a year, such as in 2023")
    case .sameBodies: choose("same 之后的 bodies（相同 机关）", "`bodies` behind `same`")
    case .condition: choose("条件，如 requests.new >= 30", "a condition, such as requests.new >= 30")
    case .measure: list(MeasureClause.names)
    case .format: choose("输出格式", "an output format")
    case .findingID: choose("发现的编号", "the id of a finding")
    case .setting: choose("设置的名称", "the name of a setting")
    case .value: choose("一个值", "a value")
    case .number: choose("正整数", "a whole number above 0")
    case .tableNumber: choose("表号 1、2、3 或 4", "the number of a table: 1, 2, 3 or 4")
    case .reason: choose("because 和理由", "`because` and the reason")
    case .text: choose("文字", "a text")
    case .date: choose("日期，如 2027-01-31", "a day, such as 2027-01-31")
    case .bodyText: choose("机关全称", "the full name of the body")
    }
  }
}
