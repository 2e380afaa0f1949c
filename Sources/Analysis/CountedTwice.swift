import Bodies
import Panel
import ReportModel

extension Comparison {
  /// What must be said where bodies are added up together with those that stand above them: a
  /// government's report may take in those of its departments.
  ///
  /// - Returns: `nil` where no parent is known, or bodies and their parents stand apart.
  static func countedTwiceNote(
    _ dimensions: [Dimension], _ reports: SelectedReports, in context: QueryContext
  ) -> LocalizedText? {
    let given = context.bodies.table.given(.parent)
    guard !given.isEmpty, !dimensions.contains(.body),
      !dimensions.contains(.attribute(.parent))
    else { return nil }
    let panel = context.panel
    let chosen = reports.isAll ? nil : Set(reports)
    let years = { (body: String) -> Set<Int> in
      Set(
        panel.positions(ofBody: body).filter { chosen?.contains($0) ?? true }
          .map { panel.reports[$0].year })
    }
    // What stands in rows of their own is not added up: a county and its departments by level.
    let attributes = dimensions.compactMap { dimension -> Attribute? in
      if case .attribute(let attribute) = dimension { attribute } else { nil }
    }
    let shareRow = { (one: String, other: String) in
      attributes.allSatisfy {
        context.bodies.value($0, of: one)?.code == context.bodies.value($0, of: other)?.code
      }
    }
    var ofParents: [String: Set<Int>] = [:]
    var count = 0
    for (body, parent) in given {
      let above = ofParents[parent] ?? years(parent)
      ofParents[parent] = above
      if shareRow(body, parent), !above.isDisjoint(with: years(body)) { count += 1 }
    }
    guard count > 0 else { return nil }
    let verb = count == 1 ? "stands" : "stand"
    return LocalizedText(
      chinese: "所加机关中有\(count)个的上级也在其中：上级年报若含下级，其数字计了两次（rollup 按层级核对）。",
      english: "\(count) of the bodies added up \(verb) below another one: where the report "
        + "above takes them in, they count twice (`rollup` sets the two against each other).")
  }
}
