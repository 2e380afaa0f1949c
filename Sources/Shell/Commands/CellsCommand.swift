import Panel
import ReportModel
import ReportStore

struct CellsCommand: Command {
  static let manual = CommandManual(
    name: "cells", chineseName: "单元格",
    usage: "cells [INDICATOR…] [for BODY…] [in YEARS] [where CONDITION] [to FILE [as FORMAT]]",
    summary: LocalizedText(
      chinese: "逐个列出数字及其出处", english: "every figure with the place it comes from"),
    details: LocalizedText(
      chinese: """
        status：reported 已读、blank 空白、dash 横线、text 文字、ambiguous 不确定、absent 页面没有。
        只有 reported 带数值。printed 是页面上的原文，locator 是它在文件中的位置。
        """,
      english: """
        status: reported, blank, dash, text, ambiguous, absent (the form has it, the page does not).
        Only reported cells have a value. `printed` is what the page shows, `locator` where it
        stands in the file.
        """),
    examples: ["cells penalty.* in 2023", "cells to all.csv"])

  private let keys: [CellKey]
  private let selection: SelectionClause
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    var keys: [CellKey] = []
    if arguments.hasOperand {
      let resolver = IndicatorResolver(catalog: arguments.catalog)
      for token in try arguments.takeTexts(.indicator) {
        let named = try resolver.keys(meantBy: token)
        if let derived = named.first(where: {
          arguments.catalog.indicators[$0.indicator]?.isDerived ?? false
        }), named.count == 1 {
          throw ShellError(.derivedHasNoCells(derived.indicator.text), at: token.range)
        }
        keys += named
      }
    }
    var selection = SelectionClause()
    var destination = DestinationClause()
    while try Clauses.take(&selection, &destination, from: &arguments) {}
    self.keys = keys
    self.selection = selection
    self.destination = destination
  }

  func run(in session: Session) throws(ShellError) {
    let panel = try session.panel()
    let wanted = try selection.reports(in: session)
    var rows: [[ResultValue]] = []
    for index in wanted {
      try Interruption.check()
      let report = panel.reports[index]
      guard
        let (stored, tables) = try ReportLookup.read(
          body: report.body, year: report.year, from: session.store)
      else { continue }
      for table in tables {
        for cell in table.cells where isWanted(cell.key) {
          rows.append(CellsTable.row(cell, of: table, in: stored))
        }
      }
    }
    let result = ResultTable(columns: CellsTable.columns, rows: rows)
    try session.deliver(result, shown: CellsTable.shown(result), to: destination)
  }

  private func isWanted(_ key: CellKey) -> Bool {
    keys.isEmpty
      || keys.contains { wanted in
        wanted.indicator == key.indicator
          && (wanted.applicant == nil || wanted.applicant == key.applicant)
      }
  }
}
