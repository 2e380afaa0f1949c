import Forms
import Panel

/// The reports that share the layout of their tables and of their year before's.
struct ReportGroup {
  let layouts: LayoutPair
  /// Positions in the panel, ascending.
  private(set) var reports: [Int]

  private struct Key: Hashable {
    let current: [Int: String]
    let previous: [Int: String]?
  }

  /// In the order in which the layouts first occur.
  static func groups(
    of reports: [Int], in panel: Panel, catalog: FormCatalog
  ) -> [ReportGroup] {
    var groups: [ReportGroup] = []
    var positions: [Key: Int] = [:]
    for report in reports {
      let key = Key(
        current: panel.reports[report].forms,
        previous: panel.previous[report].map { panel.reports[$0].forms })
      if let position = positions[key] {
        groups[position].reports.append(report)
        continue
      }
      positions[key] = groups.count
      let layouts = LayoutPair(
        current: ReportLayout(forms: key.current, in: catalog),
        previous: key.previous.map { ReportLayout(forms: $0, in: catalog) })
      groups.append(ReportGroup(layouts: layouts, reports: [report]))
    }
    return groups
  }
}
