import Analysis
import ReportModel

struct CoverageCommand: Command {
  static let manual = CommandManual(
    name: "coverage", chineseName: "覆盖",
    usage: "coverage [for BODY…] [in YEARS] [to FILE [as FORMAT]]",
    summary: LocalizedText(
      chinese: "哪些机关哪些年度有报告、缺报告", english: "which bodies have a report of which year"),
    details: LocalizedText(
      chinese: "每个机关一行，每年一列：完整、部分（有单元格未读出）、缺。",
      english: "One line a body, one column a year: complete, partial (cells not read), missing."),
    examples: ["coverage"])

  private let selection: SelectionClause
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    var selection = SelectionClause()
    var destination = DestinationClause()
    while try Clauses.take(&selection, &destination, from: &arguments) {}
    self.selection = selection
    self.destination = destination
  }

  func run(in session: Session) throws(ShellError) {
    let panel = try session.panel()
    let selection = try selection.resolve(in: panel)
    let result: ResultTable
    do {
      result = try CoverageQuery(selection: selection).run(on: panel, catalog: session.catalog)
    } catch {
      throw ShellError(.analysis(error))
    }
    try session.deliver(result, to: destination)
  }
}
