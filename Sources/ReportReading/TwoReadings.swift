import ReportModel

/// One page read in two ways: the reading that has more figures, without those that the other one
/// reads otherwise.
struct TwoReadings {
  private let better: Report
  private let other: Report

  /// The first one counts where both have as many figures.
  init(_ first: Report, _ second: Report) {
    let isFirst = Self.figures(of: first).count >= Self.figures(of: second).count
    better = isFirst ? first : second
    other = isFirst ? second : first
  }

  private static func figures(of report: Report) -> [CellKey: Quantity] {
    report.tables.reduce(into: [:]) { figures, table in
      for cell in table.cells { if let value = cell.value { figures[cell.key] = value } }
    }
  }

  var report: Report {
    let rivals = Self.figures(of: other)
    var problems = better.problems
    let tables = better.tables.map { table in
      let cells = table.cells.map { cell -> Cell in
        guard let value = cell.value, let rival = rivals[cell.key], rival != value else {
          return cell
        }
        problems.append(
          ReadingProblem(
            kind: .labelUnclear, table: table.number,
            seen: "\(cell.key) \(cell.printed) / \(rival)", place: cell.place))
        return .unread(
          cell.key, status: .ambiguous, unit: cell.unit, printed: cell.printed, place: cell.place)
      }
      return ReportTable(number: table.number, form: table.form, cells: cells)
    }
    return Report(
      body: better.body, year: better.year, source: better.source, tables: tables,
      claims: better.claims, problems: problems)
  }
}
