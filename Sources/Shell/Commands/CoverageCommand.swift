import Analysis
import ReportModel

struct CoverageCommand: Command {
  static let manual = CommandManual(
    name: "coverage", chineseName: "覆盖",
    usage:
      "coverage [missing] [for BODY…] [in YEARS] [where CONDITION] [to FILE [as FORMAT]]",
    summary: LocalizedText(
      chinese: "哪些机关哪些年度有报告、缺报告", english: "which bodies have a report of which year"),
    details: LocalizedText(
      chinese: """
        每个机关一行，每年一列：完整、部分（有单元格未读出）、缺。missing 只列缺报告的机关。
        用 attributes FILE all 给出的机关，即使没有任何报告也列出。条件只能说机关的属性。
        """,
      english: """
        One line a body, one column a year: complete, partial (cells not read), missing. With
        `missing` only bodies that lack a report are listed. Bodies given by `attributes FILE all` are
        listed even where they have no report at all. A condition can speak of attributes only.
        """),
    examples: ["coverage", "coverage missing in 2023", "覆盖 缺 其中 层级 = 县级"])

  private let onlyMissing: Bool
  private let selection: SelectionClause
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    var onlyMissing = arguments.take(.missing)
    var selection = SelectionClause()
    var destination = DestinationClause()
    while !arguments.isAtEnd {
      if arguments.take(.missing) {
        onlyMissing = true
      } else if try !Clauses.take(&selection, &destination, from: &arguments) {
        break
      }
    }
    self.onlyMissing = onlyMissing
    self.selection = selection
    self.destination = destination
  }

  func run(in session: Session) throws(ShellError) {
    let panel = try session.panel()
    let (selection, without) = try selection.resolveBodies(in: session)
    var result: ResultTable
    do {
      result = try CoverageQuery(selection: selection, onlyMissing: onlyMissing)
        .run(on: panel, catalog: session.catalog)
    } catch {
      throw ShellError(.analysis(error))
    }
    if without > 0 {
      result.notes.append(session.wording.bothLanguages { $0.text(of: .bodiesWithout(without)) })
    }
    try session.deliver(result, to: destination)
  }
}
