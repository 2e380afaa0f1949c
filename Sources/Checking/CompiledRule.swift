import Expressions
import Panel
import ReportModel

/// A bound rule, ready to be held against the reports of one layout.
struct CompiledRule: Sendable {
  /// A cell that the rule looks at.
  struct CellUse: Hashable, Sendable {
    let name: Name
    let side: Operand.Side
    let isSubtracted: Bool
  }

  let bound: BoundRule
  let condition: CompiledCondition
  /// Where it does not hold, the rule is skipped.
  let when: CompiledCondition?
  /// Left to right, sums expanded to the rows that the form has, each use once.
  let cellUses: [CellUse]
  /// The sides that a finding shows: those of the comparison that the rule is, or comes down to.
  let sides: (left: Expression, right: Expression)?

  init(_ bound: BoundRule, layouts: LayoutPair, panel: Panel, pool: inout ColumnPool) {
    self.bound = bound
    if layouts.current.isMeant(by: bound.rule) {
      condition = CompiledCondition(
        bound.condition, layouts: layouts, panel: panel, pool: &pool)
      when = bound.when.map {
        CompiledCondition($0, layouts: layouts, panel: panel, pool: &pool)
      }
    } else {
      condition = .constant(.notApplicable)
      when = nil
    }
    var uses: [CellUse] = []
    bound.expanded.gatherUses(
      side: .left, isSubtracted: false, layouts: layouts, into: &uses)
    var seen: Set<CellUse> = []
    cellUses = uses.filter { seen.insert($0).inserted }
    sides = bound.expanded.mainSides
  }
}

extension Expression {
  /// The two sides of the comparison that a condition comes down to: of `a = b`, `not a = b` and
  /// `… implies a = b`; `nil` for conditions of several comparisons on a par.
  fileprivate var mainSides: (left: Expression, right: Expression)? {
    switch node {
    case .comparison(_, let left, let right): (left, right)
    case .not(let operand): operand.mainSides
    case .connective(.implies, _, let consequence): consequence.mainSides
    case .test, .connective, .number, .text, .name, .sum, .minus, .arithmetic: nil
    }
  }

  fileprivate func gatherUses(
    side: Operand.Side, isSubtracted: Bool, layouts: LayoutPair,
    into uses: inout [CompiledRule.CellUse]
  ) {
    switch node {
    case .number, .text:
      break
    case .name(let name):
      uses.append(
        CompiledRule.CellUse(name: name, side: side, isSubtracted: isSubtracted))
    case .sum(let terms, let except):
      let parts = Expression.parts(
        of: terms, except: except, expanding: layouts.names(matching:))
      for part in parts {
        part.gatherUses(
          side: side, isSubtracted: isSubtracted, layouts: layouts, into: &uses)
      }
    case .minus(let operand):
      operand.gatherUses(
        side: side, isSubtracted: !isSubtracted, layouts: layouts, into: &uses)
    case .test(.comparable, _):
      break
    case .test(.found, let names), .test(.filled, let names):
      for (name, _) in names.flatMap(\.names) where layouts.presence(ofTable: name) == nil {
        uses.append(CompiledRule.CellUse(name: name, side: side, isSubtracted: isSubtracted))
      }
    case .not(let operand):
      operand.gatherUses(
        side: side, isSubtracted: isSubtracted, layouts: layouts, into: &uses)
    case .arithmetic(let operation, let left, let right):
      left.gatherUses(side: side, isSubtracted: isSubtracted, layouts: layouts, into: &uses)
      right.gatherUses(
        side: side, isSubtracted: isSubtracted != (operation == .subtract), layouts: layouts,
        into: &uses)
    case .comparison(_, let left, let right):
      left.gatherUses(side: .left, isSubtracted: false, layouts: layouts, into: &uses)
      right.gatherUses(side: .right, isSubtracted: false, layouts: layouts, into: &uses)
    case .connective(_, let left, let right):
      left.gatherUses(side: side, isSubtracted: isSubtracted, layouts: layouts, into: &uses)
      right.gatherUses(side: side, isSubtracted: isSubtracted, layouts: layouts, into: &uses)
    }
  }
}
