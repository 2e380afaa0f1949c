import Expressions
import ReportModel

/// The cells of the forms that no rule holds against other figures or against a number besides zero:
/// a wrong figure there is never noticed.
struct RuleCoverage {
  /// One for each table with such cells, in the order of the forms.
  let remarks: [RuleLint.Remark]

  init(_ bound: [BoundRule], layouts: [(form: String, LayoutPair)]) {
    remarks = layouts.flatMap { form, layouts in
      let covered = Self.covered(bound, layouts)
      return (layouts.current.catalog.form(form)?.tables ?? []).compactMap { table in
        let cells = table.cells.map(\.key).filter { !covered.contains($0) }
        return cells.isEmpty
          ? nil
          : RuleLint.Remark(.uncovered, rules: [], form: form, table: table.number, cells: cells)
      }
    }
  }

  private static func covered(_ bound: [BoundRule], _ layouts: LayoutPair) -> Set<CellKey> {
    var covered: Set<CellKey> = []
    for rule in bound where layouts.current.isMeant(by: rule.rule) {
      for comparison in rule.condition.comparisons {
        let names = comparison.names.flatMap { name, _ in
          name.isPattern ? layouts.names(matching: name) : [name]
        }
        guard names.allSatisfy(layouts.has) else { continue }
        let cells = Set(names.map(\.key))
        if cells.count > 1 || Set(names).count > 1 || comparison.hasTellingNumber {
          covered.formUnion(cells)
        }
      }
    }
    return covered
  }
}

extension Expression {
  /// Every comparison in a condition.
  fileprivate var comparisons: [Expression] {
    if case .comparison = node { return [self] }
    return children.flatMap(\.comparisons)
  }

  /// Whether it has a number besides zero.
  fileprivate var hasTellingNumber: Bool {
    if case .number(let number) = node { return number != .zero }
    return children.contains(where: \.hasTellingNumber)
  }
}
