import Checking
import ReportModel

extension Wording {
  /// The name of a kind of remarks on rules, in both languages.
  func label(of kind: RuleLint.Kind) -> LocalizedText {
    switch kind {
    case .contradiction: LocalizedText(chinese: "矛盾", english: "contradiction")
    case .testFails: LocalizedText(chinese: "测试未通过", english: "test fails")
    case .redundant: LocalizedText(chinese: "多余", english: "redundant")
    case .undecided: LocalizedText(chinese: "未能判定", english: "undecided")
    case .testMissing: LocalizedText(chinese: "缺少测试", english: "test missing")
    case .labelMissing: LocalizedText(chinese: "缺少文字", english: "label missing")
    case .uncovered: LocalizedText(chinese: "未涉及", english: "uncovered")
    }
  }

  /// A remark on rules.
  func text(of remark: RuleLint.Remark) -> String {
    switch remark.kind {
    case .contradiction:
      remark.rules.count == 1
        ? choose("没有数字能满足此规则", "no figures satisfy it")
        : choose("没有数字能同时满足这些规则", "no figures satisfy all of them")
    case .testFails(let number, let name, let expected, let outcome):
      choose("测试 \(number)", "test \(number)")
        + (name.isEmpty ? "" : choose("（\(name)）", " (\(name))"))
        + choose(
          "应为“\(text(of: expected))”，结果为“\(outcome.map(text) ?? "无")”",
          " should be \(text(of: expected)) and is \(outcome.map(text) ?? "nothing")")
    case .redundant:
      choose("可由其他规则推出", "it follows from the other rules")
    case .undecided:
      choose("数字过大，未能判定", "the numbers grow too large to tell")
    case .testMissing(let expected):
      choose("没有结果为\(text(of: expected))的测试", "no test expects \(text(of: expected))")
    case .labelMissing(let key, let language):
      switch language {
      case .chinese: choose("\(key) 没有中文", "\(key) has no Chinese text")
      case .english: choose("\(key) 没有英文", "\(key) has no English text")
      case nil: choose("\(key) 的中文和英文相同", "\(key) is the same in both languages")
      }
    case .uncovered:
      place(of: remark)
        + choose(
          "\(remark.cells.count) 个单元格除正负外没有规则涉及：",
          remark.cells.count == 1
            ? "no rule is about 1 cell besides its sign: "
            : "no rule is about \(remark.cells.count) cells besides their sign: ")
        + list(remark.cells.prefix(Self.shownCells).map(\.description))
        + (remark.cells.count > Self.shownCells ? choose(" 等", " …") : "")
    }
  }

  private func place(of remark: RuleLint.Remark) -> String {
    guard let form = remark.form, let table = remark.table else { return "" }
    return choose("\(form) \(tableName(table))：", "\(form), \(tableName(table)): ")
  }

  private static let shownCells = 12

  private func text(of expected: RuleTest.Expected) -> String {
    switch expected {
    case .pass: choose("通过", "pass")
    case .fail: choose("不符", "fail")
    case .unknown: choose("无法判定", "unknown")
    case .skipped: choose("不适用", "skipped")
    case .error: choose("出错", "error")
    }
  }
}
