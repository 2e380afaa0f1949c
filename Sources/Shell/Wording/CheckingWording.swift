import Checking

extension Wording {
  /// What a rule rests on.
  func text(of basis: Rule.Basis) -> String {
    switch basis {
    case .printed: choose("依据：格式上印明的勾稽关系", "basis: printed on the form")
    case .layout: choose("依据：格式的合计关系（未印明）", "basis: implied by the form's layout, not printed")
    case .chain: choose("依据：前后两年同一数量", "basis: the same quantity in two years")
    case .prose: choose("依据：文字与表格", "basis: the text against the tables")
    case .screen: choose("依据：异常筛查", "basis: a screen for what is unusual")
    }
  }

  /// Why rules cannot be run. Built-in rules are tested, so this is for rules of users.
  func text(of problem: RuleFileProblem) -> String {
    choose(
      "规则文件第 \(problem.line) 行第 \(problem.column) 列有误（\(problem.kind)）",
      "rule file, line \(problem.line), column \(problem.column): \(problem.kind)")
  }
}
