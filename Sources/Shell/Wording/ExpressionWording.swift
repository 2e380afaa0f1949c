import Expressions
import ReportModel

extension Wording {
  /// Why an expression cannot be read.
  func text(of kind: ExpressionProblem.Kind) -> String {
    switch kind {
    case .unexpected(let found, let expected):
      choose("此处应为", "expected ") + text(of: expected)
        + (found.isEmpty
          ? choose("，但算式到此为止", ", but the expression ends here")
          : choose("，而不是“\(found)”", ", found “\(found)”"))
    case .unknownCharacter(let character):
      choose("算式中不能有“\(character)”", "“\(character)” cannot stand in an expression")
    case .unclosedText: choose("引号没有结束", "the quotation mark is never closed")
    case .malformedNumber(let text):
      choose("“\(text)”不是数", "“\(text)” is no number")
    case .numberOutOfRange(let text):
      choose("“\(text)”位数过多", "“\(text)” has too many digits")
    case .malformedName(let text):
      choose("“\(text)”不是名称", "“\(text)” is no name")
    case .patternOutsideSum(let pattern):
      choose(
        "“\(pattern)”含 *，只能用于 sum( )", "“\(pattern)” has a *: it can stand in sum( ) only")
    case .unknownApplicant(let name):
      choose("没有申请人“\(name)”", "there is no applicant “\(name)”")
        + suggestionOrList(
          NearestNames.of(name, among: Applicant.allCases.map(\.rawValue)),
          Applicant.allCases.map(\.rawValue))
    case .unknownFunction(let name):
      choose("没有函数“\(name)”", "there is no function “\(name)”")
        + suggestionOrList(NearestNames.of(name, among: functions), functions)
    case .chainedComparison:
      choose(
        "一次只能比较两边：用 and 连接", "only two sides can be compared at a time: join comparisons with `and`"
      )
    case .conditionAsValue:
      choose("此处应为数，而不是条件", "a figure belongs here, not a condition")
    case .valueAsCondition:
      choose("此处应为条件，如 a = b", "a condition such as a = b belongs here, not a figure")
    case .textAsNumber: choose("此处应为数，而不是文字", "a figure belongs here, not a text")
    case .unknownVariable(let name):
      choose("没有变量“$\(name)”", "there is no variable “$\(name)”")
        + choose("；用 param 或 let 给出", "; `param` and `let` give one")
    case .severalValues(let name):
      choose(
        "$\(name) 含多个值，不能用在算式中", "$\(name) is several values and cannot stand in an expression")
    case .malformedVariable:
      choose(
        "文字中的变量写作 {$名称}，$ 本身写作 {$}", "in a text a variable is written {$name}, and a $ itself {$}")
    case .tooDeep: choose("算式嵌套过深", "the expression has too many levels")
    }
  }

  private var functions: [String] { ["sum"] + NameTest.allCases.map(\.rawValue) }

  private func text(of expected: ExpressionProblem.Expected) -> String {
    switch expected {
    case .value: choose("数、名称或括号", "a figure, a name or a parenthesis")
    case .name: choose("名称", "a name")
    case .indicator:
      choose("不带申请人和 previous. 的指标", "an indicator without applicant and without `previous.`")
    case .applicant: choose("申请人", "an applicant")
    case .openingParenthesis: choose("左括号（", "an opening parenthesis")
    case .closingParenthesis: choose("右括号）", "a closing parenthesis")
    case .closingBracket: choose("右方括号 ]", "a closing bracket ]")
    case .operatorOrEnd: choose("运算符或结尾", "an operator or the end")
    }
  }
}
