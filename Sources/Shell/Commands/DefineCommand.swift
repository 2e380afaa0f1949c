import Analysis
import Bodies
import Expressions
import Forms
import ReportModel

struct DefineCommand: Command {
  static let manual = CommandManual(
    name: "define", chineseName: "定义", usage: "define [NAME = EXPRESSION]",
    summary: LocalizedText(chinese: "定义推算指标", english: "a derived indicator of your own"),
    details: LocalizedText(
      chinese: """
        EXPRESSION 为指标之和、之差，或两个这样的和之比，如 (a + b) / c；sum(outcome.refused.*) 为通配之和；
        指标可带申请人。单位须一致：金额不能加件数，也不能除以件数。分母为零或未读出时没有数值，不作零处理。
        定义随数据保存，可用于各种查询、条件和后面的定义；再次定义同一名称以新的为准。不写参数则列出。
        """,
      english: """
        EXPRESSION is a sum of indicators, or one such sum divided by another: (a + b) / c;
        sum(outcome.refused.*) adds up what fits, and an indicator may name an applicant. Units must
        agree: money is neither added to counts nor divided by them. With a denominator of zero, or
        one that was not read, there is no value, never 0. Definitions are kept with the reports and
        serve in every query, in conditions and in later definitions; of one name the last counts.
        Without arguments they are listed.
        """),
    examples: [
      "define rate.internal = outcome.refused.internal / outcome.total",
      "定义 企业占比 = 新收申请[商业企业] / 新收申请[总计]", "define",
    ])

  /// What is defined; `nil` for the list.
  private let definition: Definition?
  private let range: SourceRange

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    guard !arguments.isAtEnd else {
      definition = nil
      range = 0..<0
      return
    }
    let name = try arguments.takeText(.value)
    guard arguments.peek?.kind == .equals else { throw arguments.error(.expected(.equalsSign)) }
    _ = arguments.next()
    let (expression, range) = try arguments.takeValue()
    self.range = range
    let code = try Self.code(name, own: arguments.attributes.own)
    let resolver = IndicatorResolver(catalog: arguments.catalog)
    let coded = try expression.replacingNames {
      name, place throws(ShellError) -> Expression.Node? in
      guard !name.isPattern, !name.isPrevious else { return nil }
      let token = Token(
        kind: .word, text: name.words, range: ConditionClause.place(place, in: range))
      let keys = try resolver.keys(meantBy: token)
      return keys.first.map { .name(Name($0.indicator.text, applicant: name.applicant)) }
    }
    let definition = Definition(code: code, formula: coded.description)
    // A formula that cannot be an indicator is refused before anything runs.
    do {
      _ = try arguments.catalog.adding([definition])
    } catch {
      throw ShellError(.analysis(error), at: range)
    }
    self.definition = definition
  }

  /// A name that expressions read as one, and that means nothing yet but by an earlier definition.
  private static func code(
    _ name: Token, own: [String]
  ) throws(ShellError) -> IndicatorCode {
    let lowered = name.text.lowercased()
    let isName: Bool
    if let expression = try? Expression(value: lowered), case .name(let read) = expression.node {
      isName = read == Name(lowered) && !read.isPattern
    } else {
      isName = false
    }
    guard isName, name.kind == .word, Keyword(name.text) == nil else {
      throw ShellError(.badName(name.text), at: name.range)
    }
    let isTaken =
      FormCatalog.standard.indicators.all.contains { indicator in
        indicator.code.text == lowered || indicator.label.chinese == name.text
          || indicator.label.english.lowercased() == lowered
          || indicator.names.contains { $0.lowercased() == lowered }
      } || Attribute(builtIn: lowered) != nil || ReportCondition.Word(named: lowered) != nil
      || own.contains(name.text)
    guard !isTaken else { throw ShellError(.nameTaken(name.text), at: name.range) }
    return IndicatorCode(lowered)
  }

  /// The catalogue as the commands behind it know it.
  func extending(_ catalog: FormCatalog) -> FormCatalog {
    guard let definition, let extended = try? catalog.adding([definition]) else { return catalog }
    return extended
  }

  private static let columns: [ResultColumn] = [
    Headings.indicator, Headings.text("unit", "单位", "Unit"),
    Headings.code("formula", "公式", "Formula"),
  ]

  func run(in session: Session) throws(ShellError) {
    guard let definition else {
      let rows = session.definitions.map { definition -> [ResultValue] in
        let unit = session.catalog.indicators[definition.code]?.unit ?? .count
        return [.text(definition.code.text), .unit(unit), .text(definition.formula)]
      }
      try session.deliver(
        ResultTable(columns: Self.columns, rows: rows), to: DestinationClause())
      return
    }
    let before = session.definitions.first { $0.code == definition.code }
    try session.define([definition], at: range)
    session.notice(.defined(definition, unit: session.catalog.indicators[definition.code]?.unit))
    if let before, before.formula != definition.formula {
      session.notice(.redefined(before))
    }
  }
}
