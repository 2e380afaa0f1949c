import Analysis
import ReportModel

struct TrendCommand: Command {
  static let manual = CommandManual(
    name: "trend", chineseName: "趋势",
    usage:
      "trend INDICATOR… [for BODY…] [in YEARS] [where CONDITION] [same bodies] [to FILE [as FORMAT]]",
    summary: LocalizedText(
      chinese: "各机关逐年的走势，附小图", english: "the years of each body side by side, with a sparkline"),
    details: LocalizedText(
      chinese: "每个机关和指标一行，每年一列。标记和脚注同 compare。",
      english:
        "One line a body and indicator, one column a year. Marks and footnotes as in compare."),
    examples: ["trend penalty.decisions", "趋势 行政处罚 于 2021..2024"])

  private let indicators: QueryIndicators
  private let selection: SelectionClause
  private let sameBodies: Bool
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    indicators = try QueryIndicators(reading: &arguments)
    var selection = SelectionClause()
    var destination = DestinationClause()
    var sameBodies = false
    while !arguments.isAtEnd {
      if try Clauses.takeSameBodies(&sameBodies, from: &arguments) { continue }
      guard try Clauses.take(&selection, &destination, from: &arguments) else { break }
    }
    self.selection = selection
    self.sameBodies = sameBodies
    self.destination = destination
  }

  func run(in session: Session) throws(ShellError) {
    let panel = try session.panel()
    let indicators = try self.indicators.resolved(in: session.catalog)
    let query = TrendQuery(
      indicators.codes, applicant: indicators.applicant,
      selection: try selection.resolve(in: session), breaks: session.settings.breaks,
      sameBodies: sameBodies)
    let catalog = session.catalog
    let result = try answer { () throws(AnalysisError) in try query.run(on: panel, catalog: catalog)
    }
    try session.deliver(
      result, shown: try shown(result, indicators, in: session),
      chart: { () throws(ShellError) in
        try answer { () throws(AnalysisError) in try query.series(on: panel, catalog: catalog) }
      }, to: destination)
  }

  /// A single indicator is named above the table, not in every row; the change over all years is
  /// for data files, as years and sparkline show it and leave little room.
  private func shown(
    _ result: ResultTable, _ indicators: QueryIndicators.Resolved, in session: Session
  ) throws(ShellError) -> ResultTable {
    let result = result.without(["change"])
    guard indicators.codes.count == 1, destination.file == nil,
      let label = session.catalog.indicators[indicators.codes[0]]?.label
    else { return result }
    let applicant = indicators.applicant.map { ", " + $0.label.text(in: session.settings.language) }
    try session.print(label.text(in: session.settings.language) + (applicant ?? ""))
    return result.without(["indicator"])
  }

  private func answer(
    _ ask: () throws(AnalysisError) -> ResultTable
  ) throws(ShellError) -> ResultTable {
    do {
      return try ask()
    } catch {
      throw ShellError(.analysis(error), at: indicators.range)
    }
  }
}
