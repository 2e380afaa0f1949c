/// What is said of scripts, their parameters and the values that names stand for.
extension Wording {
  func text(ofCaller place: String) -> String {
    choose("由 \(place) 运行", "run at \(place)")
  }

  /// Errors about scripts and parameters; `nil` for any other.
  func text(ofScript kind: ShellError.Kind) -> String? {
    switch kind {
    case .neitherQueryNorValue(let text, let nearest):
      choose(
        "“\(brief(text))”既不是查询也不是值：文字须加引号",
        "“\(brief(text))” is neither a query nor a value: a text stands in quotes")
        + suggestion(nearest)
    case .badParameter(let name, let value, let type):
      choose(
        "参数 \(name) 须为\(describe(type))，而不是“\(brief(value))”",
        "the parameter \(name) takes \(describe(type)), not “\(brief(value))”")
    case .givenParameter(let name, let error):
      choose("--set \(name) 有误：", "--set \(name): ") + text(of: error)
    case .parameterUnset(let name, let type):
      choose(
        "参数 \(name) 没有值：用 --set \(name)=… 或 run … set \(name) = … 给出\(describe(type))",
        "the parameter \(name) has no value: --set \(name)=… or run … set \(name) = … gives it "
          + describe(type))
    case .parameterTwice(let name):
      choose("参数 \(brief(name)) 给了两次", "the parameter \(brief(name)) is given twice")
    case .noAssignment(let text):
      choose(
        "--set 须为 NAME=VALUE，而不是“\(brief(text))”",
        "--set takes NAME=VALUE, not “\(brief(text))”")
    case .noScriptForParameters:
      choose(
        "--set 用于脚本、-c 和标准输入；在提示符下用 let",
        "--set is for scripts, -c and standard input; at the prompt there is `let`")
    case .followsFromMistake:
      choose("前面的错误使它没有值", "it has no value because of a mistake before it")
    case .templateInSQL:
      choose("SQL 中的变量写作 $名称，不写作 {$名称}", "in SQL a variable is written $name, not {$name}")
    case .script(let errors):
      errors.map(text(of:)).joined(separator: choose("；", "; "))
    case .scriptCycle(let chain):
      choose("脚本相互运行成环：", "the scripts run each other in a circle: ")
        + chain.joined(separator: " → ")
    case .scriptsTooDeep:
      choose(
        "脚本嵌套超过 \(ScriptScope.deepest) 层",
        "scripts run each other more than \(ScriptScope.deepest) deep")
    case .notInNestedScript(let command):
      choose(
        "被 run 运行的脚本中不能用 \(command)",
        "`\(command)` cannot stand in a script that another one runs")
    case .assertion(let failure):
      text(of: failure)
    case .assertsTwoResults(let one, let other):
      choose(
        "一个断言只能说一个结果的列：\(one) 和 \(other) 的行不相对应",
        "an assertion speaks of the columns of one result: the rows of \(one) and \(other) do not go together"
      )
    default: nil
    }
  }

  private func describe(_ type: ParameterType) -> String {
    switch type {
    case .int: choose("整数", "a whole number")
    case .decimal: choose("数，如 0.5", "a number, such as 0.5")
    case .year: choose("一个年度，如 2021", "one year, such as 2021")
    case .years: choose("年度，如 2019..2023 或 2019,2021", "years, such as 2019..2023 or 2019,2021")
    case .text: choose("文字", "a text")
    case .file: choose("文件名", "a file name")
    case .indicator: choose("指标，如 penalty.decisions", "an indicator, such as penalty.decisions")
    case .body: choose("机关名称", "the name of a body")
    }
  }
}
