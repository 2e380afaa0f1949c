import Expressions

extension Wording {
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
