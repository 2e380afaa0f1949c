import ReportModel

/// A page read as one table of one form.
struct TableFit: Sendable {
  let labels: TableLabels
  /// One for each cell of the form's table, in its order.
  var cells: [Cell]
  var problems: [ReadingProblem]
  /// The rows that stand under their heads with their figures, with the place of each.
  let found: [RowPosition: Place]
  /// Rows of the form of which the page has nothing.
  let absentRows: Int
  /// Whether the page has anything of this table.
  let isPresent: Bool

  /// A page that has nothing of a table.
  static func nothing(of labels: TableLabels) -> TableFit {
    TableFit(
      labels: labels, cells: [], problems: [], found: [:],
      absentRows: labels.rowOrder.count, isPresent: false)
  }

  /// Takes back rows: something on the page speaks against them.
  mutating func giveUp(_ rows: Set<RowPosition>) {
    cells = zip(labels.table.cells, cells).map { form, cell in
      guard rows.contains(RowPosition(block: form.block, row: form.row)) else { return cell }
      return .unread(
        form.key, status: .ambiguous, unit: form.unit, printed: cell.printed, place: cell.place)
    }
  }
}
