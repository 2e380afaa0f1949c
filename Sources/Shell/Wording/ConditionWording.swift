import Expressions
import ReportStore

extension Wording {
  /// What is wrong with the text of a condition or a formula.
  func text(ofExpression kind: ExpressionProblem.Kind) -> String {
    switch kind {
    case .unexpected(let found, let expected):
      found.isEmpty
        ? choose("式子没有写完：还缺", "the expression is not complete: it lacks ") + text(of: expected)
        : choose("“\(found)”不应出现在这里：应为", "“\(found)” does not belong here: expected ")
          + text(of: expected)
    case .unknownCharacter(let character):
      choose("式子中不能有“\(character)”", "“\(character)” has no meaning in an expression")
    case .unclosedText: choose("引号没有闭合", "the quote is not closed")
    case .malformedNumber(let text): choose("“\(text)”不是数", "“\(text)” is no number")
    case .numberOutOfRange(let text):
      choose("“\(text)”太大", "“\(text)” is too large a number")
    case .malformedName(let text): choose("“\(text)”不是名称", "“\(text)” is no name")
    case .patternOutsideSum(let text):
      choose("“\(text)”只能写在 sum( ) 中", "“\(text)” belongs into sum( )")
    case .unknownApplicant(let name):
      choose("没有申请人“\(name)”", "there is no applicant “\(name)”")
    case .chainedComparison:
      choose("一次只能比较两个值：用 and 连接", "two values are compared at a time: join with `and`")
    case .conditionAsValue:
      choose("此处应为数值，而不是条件", "a value belongs here, not a condition")
    case .valueAsCondition:
      choose("此处应为条件，如 a > 1", "a condition belongs here, such as a > 1")
    case .textAsNumber: choose("此处应为数字，而不是文字", "a number belongs here, not a text")
    case .tooDeep: choose("式子层次过多", "the expression has too many levels")
    }
  }

  private func text(of expected: ExpressionProblem.Expected) -> String {
    switch expected {
    case .value: choose("数值或名称", "a value or a name")
    case .name: choose("名称", "a name")
    case .applicant: choose("申请人", "an applicant")
    case .openingParenthesis: "("
    case .closingParenthesis: ")"
    case .closingBracket: "]"
    case .operatorOrEnd: choose("运算符，或到此为止", "an operator, or nothing more")
    }
  }

  /// Why a query in SQL has no answer.
  func text(of failure: SQLFailure) -> String {
    switch failure {
    case .notAllowed:
      choose("sql 只能读取：用 SELECT", "sql can only read: give it a SELECT")
    case .notOneStatement:
      choose(
        "须是一条语句（含 ; 的放在引号中）", "one statement is run at a time (one with ; in it stands in quotes)")
    case .problem(let message, _):
      choose("SQL 有误：\(message)", "the SQL is wrong: \(message)")
    case .stopped: choose("已中断", "interrupted")
    case .store(let error): text(of: error, path: nil)
    }
  }

  /// Why a condition could not be worked out.
  func text(of kind: EvaluationProblem.Kind) -> String {
    switch kind {
    case .overflow: choose("数值超出精确数的范围", "a value leaves the range of exact numbers")
    case .unknownName(let name): choose("没有“\(name)”", "there is no “\(name)”")
    case .textAsNumber:
      choose("文字只能与文字比较是否相同", "a text can only be compared with a text, by = or <>")
    case .conditionAsValue: text(ofExpression: .conditionAsValue)
    case .valueAsCondition: text(ofExpression: .valueAsCondition)
    }
  }
}
