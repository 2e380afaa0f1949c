import Expressions
import Forms
import ReportModel

/// A balance of one report: cells that, each added or subtracted, come to zero.
struct Identity: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    /// A position among the cells of the system.
    let cell: Int
    /// 1 or -1.
    let sign: Int
  }

  /// The rule that lays it down.
  let rule: String
  let terms: [Term]
  /// How many other changes a change of one of its cells weighs.
  var weight = 1
  /// The cells that no repair may change.
  var trusted: Set<Int> = []

  /// The cell that the others add up to: the one that stands alone on its side.
  var total: Term? {
    guard terms.count > 2 else { return nil }
    for sign in [1, -1] {
      let side = terms.filter { $0.sign == sign }
      if side.count == 1 { return side[0] }
    }
    return nil
  }
}

/// All balances that hold within a report of one layout.
struct IdentitySystem: Sendable {
  /// The cells of the layout, in the order of the form.
  let cells: [CellKey]
  let identities: [Identity]

  init(cells: [CellKey], identities: [Identity]) {
    self.cells = cells
    self.identities = identities
  }

  /// Gathers the rules that are balances: equalities of sums of counts within one report that no
  /// correct report breaks. Rules of another kind say nothing on which figure is wrong, nor do those
  /// that leave room or hold for some reports of the layout only.
  init(_ rules: [BoundRule], layout: ReportLayout) {
    let positions = Dictionary(
      layout.cells.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    cells = layout.cells
    identities = rules.compactMap { bound in
      let rule = bound.rule
      guard rule.severity == .error, rule.basis != .chain, rule.repair.isWanted, rule.when == nil,
        rule.tolerance == .zero, rule.bodies.isAll, layout.isMeant(by: rule),
        case .comparison(.equal, let left, let right) = bound.expanded.node
      else { return nil }
      let layouts = LayoutPair(current: layout, previous: nil)
      guard let leftForm = try? LinearForm(left, expanding: layouts.names(matching:)),
        let rightForm = try? LinearForm(right, expanding: layouts.names(matching:)),
        let difference = try? leftForm.subtracting(rightForm, at: left.range),
        difference.constant == .zero, !difference.hasEmptySum
      else { return nil }
      var terms: [Identity.Term] = []
      for term in difference.terms where term.coefficient != .zero {
        guard term.name.whose == .own, let cell = positions[term.name.key],
          let sign = term.coefficient.count, abs(sign) == 1
        else { return nil }
        terms.append(Identity.Term(cell: cell, sign: Int(sign)))
      }
      guard !terms.isEmpty else { return nil }
      let trusted = terms.map(\.cell).filter { cell in
        !bound.mayRepair(layout.cells[cell])
      }
      return Identity(
        rule: rule.id, terms: terms, weight: rule.repair.weight, trusted: Set(trusted))
    }
  }

  /// The parts that share no cell, in the order of the form: each can be repaired by itself.
  func parts() -> [IdentitySystem] {
    var partOfCell: [Int: Int] = [:]
    var parts: [[Int]?] = []
    for (number, identity) in identities.enumerated() {
      var members = [number]
      for part in Set(identity.terms.compactMap { partOfCell[$0.cell] }) {
        members += parts[part] ?? []
        parts[part] = nil
      }
      for member in members {
        for term in identities[member].terms { partOfCell[term.cell] = parts.count }
      }
      parts.append(members.sorted())
    }
    return parts.compactMap { $0 }.map { members in
      IdentitySystem(cells: cells, identities: members.map { identities[$0] })
    }.sorted { $0.firstCell < $1.firstCell }
  }

  /// What a change of a cell weighs: as much as the rule that asks for most; `nil` where some rule
  /// trusts it.
  func weight(ofCell cell: Int) -> Int? {
    let uses = identities.filter { $0.terms.contains { $0.cell == cell } }
    if uses.contains(where: { $0.trusted.contains(cell) }) { return nil }
    return uses.map(\.weight).max() ?? 1
  }

  private var firstCell: Int {
    identities.flatMap(\.terms).map(\.cell).min() ?? cells.count
  }
}

extension BoundRule {
  /// Whether a repair may change a cell of the rule.
  fileprivate func mayRepair(_ key: CellKey) -> Bool {
    let cells = rule.repair.cells
    return cells.isEmpty
      || cells.contains { pattern in
        var (words, applicant) = (pattern, Substring?.none)
        if pattern.hasSuffix("]"), let bracket = pattern.firstIndex(of: "[") {
          words = String(pattern[..<bracket])
          applicant = pattern[pattern.index(after: bracket)...].dropLast()
        }
        if words == "row" {
          words = binding.row?.text ?? words
        } else if words.hasPrefix("group."), let group = binding.group {
          words = group + words.dropFirst("group".count)
        }
        return IndicatorDictionary.matches(key.indicator, pattern: words)
          && (applicant.map { $0 == key.applicant?.rawValue ?? "" } ?? true)
      }
  }
}
