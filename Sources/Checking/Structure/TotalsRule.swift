import Expressions
import Forms
import ReportModel

/// A rule that asks whether the totals that another rule lays down were left out.
struct TotalsRule: Sendable {
  let rule: Rule
  let ruleIndex: Int
  /// The id of the rule with the totals.
  let base: String
  let left: Rule.LeftOut

  /// Those of a set whose base the set has.
  static func all(of ruleSet: RuleSet) -> [TotalsRule] {
    ruleSet.rules.enumerated().compactMap { index, rule in
      guard case .totals(let base, let left) = rule.scope, ruleSet.rule(base) != nil else {
        return nil
      }
      return TotalsRule(rule: rule, ruleIndex: index, base: base, left: left)
    }
  }

  /// What is wrong with the rule that a rule refers to.
  static func problems(
    of rule: Rule, in ruleSet: RuleSet, catalog: FormCatalog
  ) -> [RuleFileProblem] {
    guard case .totals(let id, _) = rule.scope else { return [] }
    let known = ruleSet.rules + RuleSet.standard.rules
    guard let base = known.first(where: { $0.id == id }) else {
      return [rule.places.scope.problem(.unknownRule(id, rules: known.map(\.id)))]
    }
    return base.assertion?.hasTotal == true ? [] : [rule.places.scope.problem(.noTotal(id))]
  }
}

extension Expression {
  /// Whether it says that one figure is the sum of others.
  fileprivate var hasTotal: Bool { totalSide != nil }

  /// On which side of the equation a figure stands alone.
  var totalSide: Operand.Side? {
    guard case .comparison(.equal, let left, let right) = node, !looksBack,
      !names.contains(where: { $0.name.understandingOthers.isOfOthers })
    else { return nil }
    if case .name = right.node, left.isSum { return .right }
    if case .name = left.node, right.isSum { return .left }
    return nil
  }

  /// Whether it adds several figures up.
  private var isSum: Bool {
    switch node {
    case .sum, .arithmetic(.add, _, _): true
    default: false
    }
  }
}
