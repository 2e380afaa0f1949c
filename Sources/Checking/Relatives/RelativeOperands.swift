import Expressions
import Panel
import ReportModel

/// What findings show for the cells of other bodies.
extension CheckPlan {
  /// So many bodies below are listed for each cell that is added up over them; the others are
  /// counted.
  static let listedChildren = 50

  /// What stands for a cell of other bodies in a finding on a report.
  func operands(of use: CompiledRule.CellUse, at report: Int) -> [Operand] {
    let operand = { (owner: Operand.Owner) in
      Operand(
        key: use.name.key, year: panel.reports[report].year, side: use.side,
        isSubtracted: use.isSubtracted, owner: owner)
    }
    guard use.name.whose == .children else {
      guard let relative = relatives[use.name],
        let quartile = Quantity(
          coefficient: relative.column.value(at: report), scale: relative.column.ruleScale)
      else { return [] }
      return [operand(.peers(Int(relative.counts[report]), quartile: quartile))]
    }
    let children = children(of: report, use.name)
    let listed = children.prefix(Self.listedChildren).map {
      operand(.child($0.body, figure: $0.figure))
    }
    let rest = children.dropFirst(Self.listedChildren)
    guard !rest.isEmpty else { return listed }
    var sum: Quantity? = .zero
    for figure in rest.compactMap(\.figure) { sum = sum?.adding(figure) }
    let further = Operand.Owner.furtherChildren(
      rest.count, uncounted: rest.count { $0.figure == nil }, sum: sum)
    return listed + [operand(further)]
  }

  private struct Child {
    let body: String
    /// What it adds to the sum, blanks as zero; `nil` where that is not known.
    let figure: Quantity?
  }

  /// Those first that are missing from the sum, then the largest figures; what is equal in the order
  /// of the panel.
  private func children(of report: Int, _ name: Name) -> [Child] {
    guard let kin = relatives.kin, let column = panel.columns[name.key],
      let matches = relatives[name]?.matches
    else { return [] }
    let layout = panel.layoutOfReport[report]
    let children = kin.links.children(of: report).map { body, position -> Child in
      guard let position, matches.between(layout, panel.layoutOfReport[position]) else {
        return Child(body: body, figure: nil)
      }
      switch column.state(at: position) {
      case .reported where column.unit != .unstatedMoney:
        return Child(
          body: body,
          figure: Quantity(coefficient: column.value(at: position), scale: column.ruleScale))
      case .blank, .dash: return Child(body: body, figure: .zero)
      case .reported, .text, .ambiguous, .absent, .notOnForm:
        return Child(body: body, figure: nil)
      }
    }
    return children.enumerated().sorted { one, other in
      guard let first = one.element.figure, let second = other.element.figure else {
        return (one.element.figure != nil ? 1 : 0, one.offset)
          < (other.element.figure != nil ? 1 : 0, other.offset)
      }
      return first == second ? one.offset < other.offset : first > second
    }.map(\.element)
  }
}
