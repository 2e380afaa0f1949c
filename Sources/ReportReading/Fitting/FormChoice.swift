import ReportModel

/// Which form a table follows.
struct FormChoice: Sendable {
  /// The best fit; of equal ones the newest form.
  let fit: TableFit
  /// Fits of other forms that say the same, cell by cell.
  private let twins: [TableFit]

  var number: Int { fit.labels.table.number }

  /// Whether the labels of this table name its form.
  var isSettled: Bool { twins.isEmpty }

  func fit(preferring form: String?) -> TableFit {
    twins.first { $0.labels.table.form == form } ?? fit
  }

  /// - Parameter fits: one a form, oldest first.
  /// - Returns: `nil` where the page has nothing of the table.
  static func choose(among fits: [TableFit]) -> FormChoice? {
    let present = fits.filter(\.isPresent)
    guard var best = present.last else { return nil }
    for fit in present.reversed().dropFirst() where isBetter(fit, than: best) { best = fit }
    let form = best.labels.table.form
    let rivals = present.filter { $0.labels.table.form != form }
    let twins = rivals.filter { isTwin($0, of: best) }
    if twins.isEmpty, let rival = rivals.first { settle(&best, against: rival) }
    return FormChoice(fit: best, twins: twins)
  }

  private static func isBetter(_ fit: TableFit, than other: TableFit) -> Bool {
    let own = (ownRows(of: fit, against: other).count, ownRows(of: other, against: fit).count)
    if own.0 != own.1 { return own.0 > own.1 }
    return fit.absentRows < other.absentRows
  }

  /// Rows read under one form that mean nothing under the other.
  private static func ownRows(of fit: TableFit, against other: TableFit) -> [RowPosition] {
    let shared = Set(other.found.values)
    return fit.found.filter { !shared.contains($0.value) }.map(\.key)
  }

  private static func isTwin(_ fit: TableFit, of other: TableFit) -> Bool {
    fit.cells == other.cells && fit.labels.table.cells == other.labels.table.cells
  }

  /// Says so where nothing on the page tells the forms apart, or where it speaks for both.
  private static func settle(_ fit: inout TableFit, against rival: TableFit) {
    let own = ownRows(of: fit, against: rival)
    let others = ownRows(of: rival, against: fit)
    guard own.isEmpty || !others.isEmpty else { return }
    let place = fit.found.values.min()
    fit.problems.append(
      ReadingProblem(
        kind: .formUnclear, table: fit.labels.table.number,
        seen: rival.labels.table.form, place: place))
    // A row of one form that is a group of rows in the other: which it is cannot be told.
    let contested = own.filter { row in
      others.contains { isGroup(row, fit, of: $0, rival) || isGroup($0, rival, of: row, fit) }
    }
    fit.giveUp(Set(contested))
  }

  private static func isGroup(
    _ row: RowPosition, _ fit: TableFit, of other: RowPosition, _ otherFit: TableFit
  ) -> Bool {
    guard let label = fit.labels.row(at: row).label else { return false }
    return otherFit.labels.row(at: other).groups.contains { group in
      Label(group.text.chinese).text == Label(label.text.chinese).text
    }
  }
}
