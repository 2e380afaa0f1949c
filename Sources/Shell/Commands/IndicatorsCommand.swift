import Forms
import ReportModel

struct IndicatorsCommand: Command {
  static let manual = CommandManual(
    name: "indicators", chineseName: "指标", usage: "indicators [PATTERN…] [to FILE]",
    summary: LocalizedText(chinese: "指标代码与名称", english: "the dictionary of indicators"),
    details: LocalizedText(
      chinese: """
        PATTERN 为代码、代码通配（outcome.refused.*）或名称的一部分。“格式”一列说明哪些格式有此项；
        推算指标（如各种比率）不在页面上，表后列出其公式。“见于正式文本”为否的行只据转述，未见正式文本。
        """,
      english: """
        PATTERN is a code, a code pattern (outcome.refused.*) or a part of a name. The column `forms`
        says which forms have it. Derived indicators, such as rates, stand on no page; their
        formulas are listed below the table. Where `confirmed` says no, the row was not seen in an
        official text.
        """),
    examples: ["indicators penalty.*", "指标 行政处罚"])

  private let patterns: [Token]
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    var patterns: [Token] = []
    if arguments.hasOperand { patterns = try arguments.takeTexts(.indicator) }
    var destination = DestinationClause()
    while try destination.take(from: &arguments) {}
    for pattern in patterns
    where Self.matches(pattern.text, in: arguments.catalog).isEmpty {
      // The resolver knows the nearest names.
      _ = try IndicatorResolver(catalog: arguments.catalog).keys(meantBy: pattern)
    }
    self.patterns = patterns
    self.destination = destination
  }

  private static func matches(_ pattern: String, in catalog: FormCatalog) -> [Indicator] {
    let lowered = pattern.lowercased()
    if pattern.contains("*") { return catalog.indicators.matching(lowered) }
    return catalog.indicators.all.filter { indicator in
      indicator.code.text.hasPrefix(lowered) || indicator.label.chinese.contains(pattern)
        || indicator.label.english.lowercased().contains(lowered)
        || indicator.names.contains { $0.contains(pattern) }
    }
  }

  func run(in session: Session) throws(ShellError) {
    let catalog = session.catalog
    var indicators = catalog.indicators.all
    if !patterns.isEmpty {
      let wanted = Set(patterns.flatMap { Self.matches($0.text, in: catalog).map(\.code) })
      indicators = indicators.filter { wanted.contains($0.code) }
    }
    let columns = [
      ResultColumn(
        name: "indicator", heading: LocalizedText(chinese: "代码", english: "Code"), kind: .code),
      ResultColumn(
        name: "label", heading: LocalizedText(chinese: "名称", english: "Name"), kind: .text),
      ResultColumn(
        name: "unit", heading: LocalizedText(chinese: "单位", english: "Unit"), kind: .text),
      ResultColumn(
        name: "table", heading: LocalizedText(chinese: "表", english: "Table"), kind: .year),
      ResultColumn(
        name: "forms", heading: LocalizedText(chinese: "格式", english: "Forms"), kind: .text),
      Headings.text("formula", "公式", "Formula"),
      Headings.text("confirmed", "见于正式文本", "Confirmed"),
    ]
    let rows = indicators.map { indicator in
      [
        ResultValue.text(indicator.code.text),
        .text(indicator.label.text(in: session.settings.language)),
        .term(
          indicator.unit.rawValue, catalog.counter(of: indicator.code) ?? indicator.unit.label),
        .count(indicator.table), forms(of: indicator, in: catalog), formula(of: indicator),
        confirmed(catalog.isConfirmed(indicator.code)),
      ]
    }
    let result = ResultTable(columns: columns, rows: rows)
    let shown = result.without(["formula"]).withoutColumns(["unit"], saying: "count")
      .withoutColumns(["confirmed"], saying: "yes")
    try session.deliver(result, shown: shown, to: destination)
    guard destination.file == nil else { return }
    for indicator in indicators {
      if case .derived(let formula) = indicator.origin {
        try session.print("\(indicator.code) = \(formula)")
      }
    }
  }

  private func confirmed(_ isConfirmed: Bool) -> ResultValue {
    isConfirmed
      ? .term("yes", LocalizedText(chinese: "是", english: "yes"))
      : .term("no", LocalizedText(chinese: "否", english: "no"))
  }

  private func formula(of indicator: Indicator) -> ResultValue {
    if case .derived(let formula) = indicator.origin { .text(formula) } else { .text("") }
  }

  private func forms(of indicator: Indicator, in catalog: FormCatalog) -> ResultValue {
    if indicator.isDerived {
      return .term("derived", LocalizedText(chinese: "推算", english: "derived"))
    }
    let forms = catalog.forms.filter { form in
      form.tables.contains { $0.cells.contains { $0.key.indicator == indicator.code } }
    }
    return .text(forms.map(\.id).joined(separator: " "))
  }
}
