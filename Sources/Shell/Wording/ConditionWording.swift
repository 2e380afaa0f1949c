import Expressions
import ReportStore

extension Wording {
  /// Why a query in SQL has no answer.
  func text(of failure: SQLFailure) -> String {
    switch failure {
    case .notAllowed:
      choose("sql 只能读取：用 SELECT", "sql can only read: give it a SELECT")
    case .notOneStatement:
      choose(
        "须是一条语句（含 ; 的放在引号中）", "one statement is run at a time (one with ; in it stands in quotes)")
    case .unbound(let name):
      choose(
        "SQL 中的“\(name)”没有值：用 $名称，名称由 param 或 let 给出",
        "“\(name)” in the SQL has no value: write $name, and give it one by `param` or `let`")
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
    case .conditionAsValue: text(of: ExpressionProblem.Kind.conditionAsValue)
    case .valueAsCondition: text(of: ExpressionProblem.Kind.valueAsCondition)
    }
  }
}
