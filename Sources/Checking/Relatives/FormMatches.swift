import Forms
import Panel
import ReportModel

/// Between which layouts of a panel the figures of one cell mean exactly the same.
struct FormMatches: Sendable {
  private let count: Int
  private let matches: [Bool]

  init(of key: CellKey, in panel: Panel, catalog: FormCatalog) {
    let table = catalog.indicators[key.indicator]?.table
    let forms = panel.layouts.map { layout -> String? in
      guard let table, let form = layout[table],
        catalog.form(form)?.table(table)?.cells.contains(where: { $0.key == key }) == true
      else { return nil }
      return form
    }
    count = forms.count
    matches = forms.flatMap { own in
      forms.map { other in
        guard let own, let other else { return false }
        return catalog.isComparable(key.indicator, on: other, with: own)
      }
    }
  }

  /// Whether a figure of another layout can be set beside one of a layout; both by position.
  func between(_ own: UInt32, _ other: UInt32) -> Bool {
    matches[Int(own) * count + Int(other)]
  }
}
