import Forms
import Panel
import ReportModel

extension RelativeColumn {
  /// A cell added up over the bodies right below, for each report of a body that has such.
  ///
  /// What is missing from a sum can only make it larger: a report that is not there, a cell that was
  /// not read or is not on its form, and one that does not mean what the parent's form means by it.
  init(sumsOf column: PanelColumn, over links: ChildLinks, in panel: Panel, catalog: FormCatalog) {
    let matches = FormMatches(of: column.key, in: panel, catalog: catalog)
    // Amounts of unknown units cannot be added up.
    let isUnitUnclear = column.unit == .unstatedMoney
    var values = [Int64](repeating: 0, count: panel.reports.count)
    var states = [PanelColumn.State](repeating: .notOnForm, count: panel.reports.count)
    var parts: [UInt32: Part] = [:]
    for (number, report) in links.reports.enumerated() {
      // Figures beyond the range may come back into it: the order of children means nothing.
      var sum: Int128 = 0
      var state = PanelColumn.State.reported
      let layout = panel.layoutOfReport[report]
      for position in links.childReports[links.starts[number]..<links.starts[number + 1]] {
        guard position >= 0,
          matches.between(layout, panel.layoutOfReport[Int(position)])
        else {
          state = .ambiguous
          continue
        }
        switch column.state(at: Int(position)) {
        case .reported where !isUnitUnclear: sum += Int128(column.value(at: Int(position)))
        case .blank, .dash: if state == .reported { state = .blank }
        case .reported, .text, .ambiguous, .absent, .notOnForm: state = .ambiguous
        }
      }
      let whole = Int64(exactly: sum)
      if state == .reported, whole == nil { state = .ambiguous }
      if state != .reported { parts[UInt32(report)] = Part(sum: whole) }
      states[report] = state
      values[report] = state == .reported ? whole ?? 0 : 0
    }
    self.column = PanelColumn(
      key: column.key, unit: column.unit, scale: column.scale, values: values, states: states)
    self.parts = parts
    bits = links.bits
    self.matches = matches
    counts = []
  }
}
