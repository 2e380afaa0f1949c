import Checking
import Expressions
import Forms
import StrictYAML

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

  /// What a rule says besides what must hold, where it is not as usual.
  func lines(of rule: Rule) -> [String] {
    var lines: [String] = []
    if let when = rule.when {
      lines.append(choose("前提：\(when)", "only when \(when)"))
    }
    if !rule.forms.isEmpty {
      lines.append(choose("格式：\(list(rule.forms))", "forms: \(list(rule.forms))"))
    }
    if !rule.bodies.isAll {
      lines.append(choose("机关：\(rule.bodies)", "bodies: \(rule.bodies)"))
    }
    switch rule.blanks {
    case .mayBeZero: break
    case .zero: lines.append(choose("空白一律作 0", "blanks count as zero"))
    case .unknown: lines.append(choose("空白一律作未读出", "blanks count as not read"))
    }
    switch rule.unread {
    case .anyFigure: break
    case .unknown:
      lines.append(choose("有未读出的格即为无法判定", "unknown while one of its cells was not read"))
    }
    if rule.tolerance != .zero {
      lines.append(choose("容差：\(rule.tolerance)", "tolerance: \(rule.tolerance)"))
    }
    if !rule.repair.description.isEmpty {
      lines.append(choose("修正：\(rule.repair)", "repair: \(rule.repair)"))
    }
    return lines
  }

  /// Why rules cannot be run.
  func text(of problem: RuleFileProblem) -> String {
    place(line: problem.line, column: problem.column) + text(of: problem.kind)
  }

  private func text(of kind: RuleFileProblem.Kind) -> String {
    switch kind {
    case .yaml(let kind): text(of: kind)
    case .expression(let kind): text(of: kind)
    case .ruleTwice(let id): choose("规则 \(id) 出现两次", "the rule \(id) stands there twice")
    case .unknownTable(let number, let tables):
      choose(
        "没有表 \(number)：可用 \(list(tables.map(String.init)))",
        "there is no table \(number): there are \(list(tables.map(String.init)))")
    case .unknownIndicator(let name):
      choose("没有指标“\(name)”", "there is no indicator “\(name)”")
        + suggestion(
          NearestNames.of(name, among: FormCatalog.standard.indicators.all.map(\.code.text)))
    case .ambiguousIndicator(let name, let codes):
      choose(
        "“\(name)”可指多个指标：\(list(codes))", "“\(name)” can mean several indicators: \(list(codes))")
    case .patternFitsNothing(let pattern):
      choose("没有与“\(pattern)”相符的单元格", "no cell of any form fits “\(pattern)”")
    case .applicantMissing(let name):
      choose(
        "“\(name)”按申请人分列：须写明 […]", "“\(name)” has a figure for each applicant: say which in […]")
    case .applicantNotTaken(let name):
      choose("“\(name)”不分申请人", "“\(name)” has no applicants")
    case .nameOutsideScope(let name):
      choose("“\(name)”只能用于 for 所说的范围内", "“\(name)” has a meaning only within what `for` names")
    case .derivedExcepted(let name):
      choose("except 只能去掉单元格，“\(name)”是推算指标", "only cells can be excepted; “\(name)” is worked out")
    case .formulaUnusable(let name):
      choose("“\(name)”的公式无法使用", "the formula of “\(name)” cannot be used")
    case .askedOfOthers(let name):
      choose(
        "“\(name)”是其他机关的合计或四分位数，不能问是否见到或已填",
        "“\(name)” is a sum or a quartile of other bodies: it cannot be found or filled in")
    case .peersOfDerived(let name):
      choose(
        "“\(name)”是推算指标，同类机关只能比较单元格",
        "“\(name)” is worked out: peers are compared by cells only")
    case .textInRule: choose("规则只涉及数字", "rules are about figures only")
    case .unknownForm(let form, let forms):
      choose("没有格式“\(form)”", "there is no form “\(form)” for it")
        + suggestionOrList(NearestNames.of(form, among: forms), forms)
    case .unknownRule(let id, let rules):
      choose("没有规则“\(id)”", "there is no rule “\(id)”")
        + suggestion(NearestNames.of(id, among: rules))
    case .noTotal(let id):
      choose(
        "规则 \(id) 不是“一个合计等于各项之和”", "the rule \(id) does not say that one figure is a sum of others")
    case .unknownCell(let cell):
      choose("格式没有单元格“\(cell)”", "the form has no cell “\(cell)”")
        + suggestion(
          NearestNames.of(cell, among: FormCatalog.standard.indicators.all.map(\.code.text)))
    case .badNumber(let text):
      choose("此处不能是“\(text)”", "“\(text)” is no number that can stand here")
    case .keysExclude(let key, let other):
      choose("\(key) 不能与 \(other) 同用", "\(key) and \(other) rule each other out")
    case .tooManyRules(let limit):
      choose(
        "规则（逐项计）超过 \(limit) 条", "rules and what they go through are more than \(limit)")
    }
  }

  /// What is wrong with a file written in YAML.
  func text(of problem: YAMLProblem) -> String {
    place(line: problem.line, column: problem.column) + text(of: problem.kind)
  }

  private func place(line: Int, column: Int) -> String {
    choose("第 \(line) 行第 \(column) 列：", "line \(line), column \(column): ")
  }

  private func text(of kind: YAMLProblem.Kind) -> String {
    switch kind {
    case .syntax(let words): choose("不是有效的 YAML（\(words)）", "this is no YAML (\(words))")
    case .empty: choose("文件是空的", "the file is empty")
    case .alias: choose("不支持别名（*）", "aliases (*) are not supported")
    case .expected(let shape):
      choose("此处应为", "expected ") + text(of: shape)
    case .unknownKey(let key, let allowed):
      choose("没有键“\(key)”", "there is no key “\(key)”")
        + suggestionOrList(NearestNames.of(key, among: allowed), allowed)
    case .missingKey(let key): choose("缺少键 \(key)", "the key \(key) is missing")
    case .keyTwice(let key): choose("键 \(key) 出现两次", "the key \(key) stands there twice")
    case .badValue(let value, let allowed):
      choose("“\(value)”不可用", "“\(value)” cannot stand here")
        + suggestionOrList(NearestNames.of(value, among: allowed), allowed)
    }
  }

  func suggestionOrList(_ nearest: [String], _ allowed: [String]) -> String {
    nearest.isEmpty
      ? choose("：可用 \(list(allowed))", ": there are \(list(allowed))") : suggestion(nearest)
  }

  private func text(of shape: YAMLProblem.Shape) -> String {
    switch shape {
    case .text: choose("文字", "a text")
    case .list: choose("列表", "a list")
    case .mapping: choose("键值对", "keys with values")
    case .wholeNumber: choose("整数", "a whole number")
    }
  }
}
