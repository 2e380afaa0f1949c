import Checking
import ReportModel

struct RulesCommand: Command {
  static let manual = CommandManual(
    name: "rules", chineseName: "规则",
    usage: "rules [RULE… | load FILE | show RULE… | lint [RULE…]] [to FILE [as FORMAT]]",
    summary: LocalizedText(
      chinese: "核对所依据的规则；读入自己的规则文件", english: "the rules that figures are held to; read your own"),
    details: LocalizedText(
      chinese: """
        show 给出一条规则的全部内容：条件、依据、出处、说明。load 读入规则文件（YAML），其中的规则与内置规则
        一视同仁；文件有误时逐处指明行和列，不读入任何规则。再次读入同一文件则以新内容为准。规则只在本次
        运行中有效，不存入数据库。
        lint 检验规则本身：相互矛盾、可由其他规则推出、单元格无规则涉及、文字缺一种语言、规则自带的测试
        缺少或未通过。有矛盾或未通过的测试时，运行以退出码 1 结束。
        """,
      english: """
        `show` gives all of a rule: what must hold, what it rests on, where it is laid down. `load`
        reads a rule file (YAML), whose rules then count like the built-in ones; every mistake in it
        is told with line and column, and nothing of the file is read. Reading the same file again
        takes it as it is then. Rules count for this run and are not kept in a store. `lint` looks at
        the rules themselves: whether they can hold together, which follow from others, cells that none
        is about, texts missing in a language, and the tests that rules bring with them: missing or
        failing. Contradictions and failing tests end the run with 1.
        """),
    examples: ["rules T3.*", "rules show T3.balance", "rules load own.rules.yaml", "rules lint"])

  private enum Action: Sendable {
    case list(RuleClause)
    case show(RuleClause)
    case load(Token)
    case lint(RuleClause)
  }

  private let action: Action
  private let destination: DestinationClause

  /// Whether it brings rules that the commands behind it may name.
  var readsRules: Bool {
    if case .load = action { true } else { false }
  }

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    if let token = arguments.peek, token.kind == .word, LoadCommand.manual.isNamed(token.text) {
      _ = arguments.next()
      action = .load(try arguments.takeText(.file))
    } else if arguments.take(.show) {
      guard arguments.hasOperand else { throw arguments.error(.expected(.value)) }
      action = .show(try RuleClause(from: &arguments))
    } else if arguments.take(.lint) {
      action = .lint(try RuleClause(from: &arguments))
    } else {
      action = .list(try RuleClause(from: &arguments))
    }
    var destination = DestinationClause()
    while try destination.take(from: &arguments) {}
    self.destination = destination
  }

  func run(in session: Session) throws(ShellError) {
    switch action {
    case .load(let file):
      let path = session.resolve(path: file.text)
      let read: RuleSet
      do {
        read = try session.ruleBook.read(path: path, shown: file.text, catalog: session.catalog)
      } catch {
        if case .ruleFile(let path, let problems) = error.kind, problems.count > 1 {
          for problem in problems { session.notice(.ruleFileProblem(path, problem)) }
        }
        throw error.at(file.range)
      }
      session.rulesChanged()
      session.protect(file: path, shown: file.text)
      session.notice(.rulesRead(read.rules.count, path: file.text))
      if destination.file != nil { try deliver(read.rules, in: session) }
    case .lint(let clause):
      try lint(clause, in: session)
    case .list(let clause):
      try deliver(try rules(clause, in: session), in: session)
    case .show(let clause):
      let rules = try rules(clause, in: session)
      session.remember(result: table(rules))
      guard destination.file == nil else {
        try deliver(rules, in: session)
        return
      }
      for (position, rule) in rules.enumerated() {
        if position > 0 { try session.print("") }
        try describe(rule, in: session)
      }
    }
  }

  private func lint(_ clause: RuleClause, in session: Session) throws(ShellError) {
    let all = session.ruleBook.rules
    let remarks: [RuleLint.Remark]
    do {
      remarks = try RuleLint(ruleSet: all, catalog: session.catalog)
        .remarks(on: clause.ids(in: all))
    } catch let error as ShellError {
      throw error
    } catch let error as RuleFileProblem {
      throw ShellError(.checking(error))
    } catch {
      throw ShellError(.interrupted)
    }
    if remarks.contains(where: \.kind.isFault) { session.note(.findings) }
    let table = LintTable(wording: session.wording).table(remarks)
    if remarks.isEmpty, destination.file == nil {
      session.remember(result: table)
      try session.print(session.wording.text(of: .noRemarks(rules: all.rules.count)))
    } else {
      try session.deliver(table, shown: table.without(["form", "table", "cells"]), to: destination)
    }
  }

  private func rules(_ clause: RuleClause, in session: Session) throws(ShellError) -> [Rule] {
    let all = session.ruleBook.rules
    let ids = try clause.ids(in: all)
    return all.rules.filter { ids?.contains($0.id) ?? true }
  }

  private static let columns: [ResultColumn] = [
    Headings.rule, Headings.severity, Headings.table,
    Headings.text("label", "内容", "What must hold"),
    Headings.text("basis", "依据", "Basis"), Headings.text("scope", "范围", "For"),
    Headings.code("assertion", "条件", "Assertion"), Headings.text("law", "出处", "Law"),
    Headings.text("note", "说明", "Note"), Headings.text("forms", "格式", "Forms"),
    Headings.text("bodies", "机关", "Bodies"), Headings.code("when", "前提", "When"),
    Headings.text("blank", "空白", "Blank"), Headings.text("tolerance", "容差", "Tolerance"),
    Headings.text("repair", "修正", "Repair"), Headings.figure("tests", "测试", "Tests"),
    Headings.text("unread", "未读出", "Unread"),
  ]

  private func table(_ rules: [Rule]) -> ResultTable {
    let rows = rules.map { rule in
      [
        ResultValue.text(rule.id), .term(rule.severity.rawValue, rule.severity.label),
        rule.table == 0 ? .missing : .count(rule.table), .term(rule.label.english, rule.label),
        .term(rule.basis.rawValue, rule.basis.label), .text(rule.scope.description),
        .text(rule.statement), .text(rule.law.map(passage) ?? ""),
        rule.note.map { ResultValue.term($0.english, $0) } ?? .missing,
        .text(rule.forms.joined(separator: ", ")), .text(rule.bodies.description),
        .text(rule.when?.description ?? ""), .text(rule.blanks.rawValue),
        .number(rule.tolerance), .text(rule.repair.description), .count(rule.tests.count),
        .text(rule.unread.rawValue),
      ]
    }
    return ResultTable(columns: Self.columns, rows: rows)
  }

  private func deliver(_ rules: [Rule], in session: Session) throws(ShellError) {
    let result = table(rules)
    try session.deliver(
      result,
      shown: result.without([
        "scope", "assertion", "law", "note", "table", "forms", "bodies", "when", "blank",
        "tolerance", "repair", "tests", "unread",
      ]),
      to: destination)
  }

  private func describe(_ rule: Rule, in session: Session) throws(ShellError) {
    let language = session.settings.language
    try session.print("\(rule.id)  \(rule.label.text(in: language))")
    try session.print(
      (rule.table == 0 ? "" : "\(session.wording.tableName(rule.table)), ")
        + "\(rule.severity.label.text(in: language)), "
        + "for \(rule.scope)")
    try session.print(rule.statement)
    for line in session.wording.lines(of: rule) { try session.print(line) }
    try session.print(
      session.wording.text(of: .basis(rule.basis, law: rule.law, note: rule.note)))
  }

  private func passage(_ law: LegalPassage) -> String { "\(law.document)：\(law.quote)" }
}

extension Rule.Basis {
  /// What people read in place of the code.
  fileprivate var label: LocalizedText {
    switch self {
    case .printed: LocalizedText(chinese: "格式印明", english: "printed")
    case .layout: LocalizedText(chinese: "版式推知", english: "layout")
    case .chain: LocalizedText(chinese: "年度衔接", english: "chain")
    case .prose: LocalizedText(chinese: "文字", english: "prose")
    case .screen: LocalizedText(chinese: "筛查", english: "screen")
    }
  }
}
