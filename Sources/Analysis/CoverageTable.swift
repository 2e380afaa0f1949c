import Forms
import Panel
import ReportModel

/// How a body stands in a year.
enum CoverageState: String {
  case complete, partial, missing

  var label: LocalizedText {
    switch self {
    case .complete: LocalizedText(chinese: "完整", english: "complete")
    case .partial: LocalizedText(chinese: "部分", english: "partial")
    case .missing: LocalizedText(chinese: "缺", english: "missing")
    }
  }
}

/// Bodies down, years across, and how each stands.
struct CoverageTable {
  private let panel: Panel
  /// The panel columns of each form's table, `nil` for a cell of which no report has a figure.
  private let cells: [FormPart: [CellColumn]]
  private let bodies: [String]
  private let years: [Int]

  private struct FormPart: Hashable {
    let form: String
    let table: Int
  }

  private struct CellColumn {
    let column: PanelColumn?
    /// Whether the form was also used without the row, so that it may be absent.
    let isOptional: Bool
  }

  private let catalog: FormCatalog

  private let onlyMissing: Bool

  init(
    _ selection: Selection, onlyMissing: Bool = false, in context: QueryContext
  ) throws(AnalysisError) {
    let panel = context.panel
    self.panel = panel
    self.onlyMissing = onlyMissing
    catalog = context.catalog
    guard !panel.reports.isEmpty else { throw .noReports(selection) }
    bodies = selection.bodies ?? panel.bodies
    guard !bodies.isEmpty, let first = panel.years.first, let last = panel.years.last else {
      throw .noReports(selection)
    }
    years = Self.years(of: selection, loaded: first...last)
    guard !years.isEmpty else { throw .yearsNotLoaded(selection.years?.first ?? first...last) }
    var cells: [FormPart: [CellColumn]] = [:]
    for form in context.catalog.forms {
      for table in form.tables {
        cells[FormPart(form: form.id, table: table.number)] =
          table.cells.map { cell in
            CellColumn(
              column: panel.columns[cell.key],
              isOptional: table.blocks[cell.block].rows[cell.row].isOptional)
          }
      }
    }
    self.cells = cells
  }

  /// A range without an end goes as far as there are reports.
  private static let longestRange = 60

  /// Every year that is asked for, also one of which nobody has a report: that is what is to be told.
  private static func years(of selection: Selection, loaded: ClosedRange<Int>) -> [Int] {
    guard let ranges = selection.years else { return Array(loaded) }
    let years = ranges.flatMap { range -> [Int] in
      guard range.count > longestRange else { return Array(range) }
      return loaded.filter(range.contains)
    }
    return Set(years).sorted()
  }

  var table: ResultTable {
    var reports: [String: [Int: Int]] = [:]
    for (index, report) in panel.reports.enumerated() {
      reports[report.body, default: [:]][report.year] = index
    }
    var lacking = years.map { _ in 0 }
    let rows = bodies.compactMap { body -> [ResultValue]? in
      let states = years.map { year in
        reports[body]?[year].map { state($0) } ?? CoverageState.missing
      }
      for (index, state) in states.enumerated() where state == .missing { lacking[index] += 1 }
      let loaded = states.count { $0 != .missing }
      guard !onlyMissing || loaded < states.count else { return nil }
      return [.text(body)] + states.map { ResultValue.term($0.rawValue, $0.label) }
        + [.count(loaded)]
    }
    return ResultTable(
      columns: [ColumnHeading.body] + years.map { ColumnHeading.ofYear($0, kind: .text) }
        + [ColumnHeading.reports],
      rows: rows, notes: [note(lacking)])
  }

  private func note(_ lacking: [Int]) -> LocalizedText {
    let named = zip(years, lacking).filter { $1 > 0 }
    guard !named.isEmpty else {
      return LocalizedText(
        chinese: "\(bodies.count)个机关各年均有年报。",
        english: bodies.count == 1
          ? "The body has a report of each year."
          : "Each of the \(bodies.count) bodies has a report of each year.")
    }
    return LocalizedText(
      chinese: "\(bodies.count)个机关中缺年报的："
        + named.map { "\($0)年\($1)个" }.joined(separator: "，") + "。",
      english: "Without a report, of \(bodies.count) \(bodies.count == 1 ? "body" : "bodies"): "
        + named.map { "\($1) in \($0)" }.joined(separator: ", ") + ".")
  }

  private func state(_ report: Int) -> CoverageState {
    let forms = panel.reports[report].forms
    let isComplete = catalog.tableNumbers(of: forms.values).allSatisfy { number in
      guard let form = forms[number],
        let columns = cells[FormPart(form: form, table: number)]
      else { return false }
      return columns.allSatisfy { cell in
        let state = cell.column?.state(at: report)
        return state == .reported || (cell.isOptional && (state == nil || state == .absent))
      }
    }
    return isComplete ? .complete : .partial
  }
}
