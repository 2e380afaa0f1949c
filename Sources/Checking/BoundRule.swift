import Expressions
import Forms
import ReportModel

/// A rule for one applicant, row or group, with every name a code of the forms.
struct BoundRule: Sendable {
  let rule: Rule
  /// The rule's position in its file.
  let ruleIndex: Int
  let binding: RuleBinding
  /// With codes and applicants filled in; what findings show.
  let assertion: Expression
  /// With the formulas of derived indicators in their place besides; what is worked out.
  let expanded: Expression

  /// All rules of a set for everything that they go through, in the order of the file and then of
  /// the forms.
  ///
  /// - Throws: the first name that the forms do not know, at its line and column.
  static func all(
    of ruleSet: RuleSet, in catalog: FormCatalog
  ) throws(RuleFileProblem) -> [BoundRule] {
    var bound: [BoundRule] = []
    for (index, rule) in ruleSet.rules.enumerated() {
      if let text = rule.assertion.firstText {
        throw rule.assertionPlace.problem(.textInRule, at: text.range)
      }
      for binding in try RuleBinding.all(of: rule, in: catalog) {
        let binder = NameBinder(binding: binding, catalog: catalog)
        do {
          let assertion = try binder.bound(rule.assertion)
          bound.append(
            BoundRule(
              rule: rule, ruleIndex: index, binding: binding, assertion: assertion,
              expanded: try binder.expanded(assertion)))
        } catch {
          throw rule.assertionPlace.problem(error.kind, at: error.range)
        }
      }
    }
    return bound
  }
}

extension RuleSet {
  /// Holds every name of the rules against the forms.
  ///
  /// - Throws: the first name that stands for nothing, or not for what the rule needs, at its line
  ///   and column.
  public func check(against catalog: FormCatalog) throws(RuleFileProblem) {
    _ = try BoundRule.all(of: self, in: catalog)
  }
}

extension Expression {
  /// The first text literal, or `nil`.
  fileprivate var firstText: Expression? {
    if case .text = node { return self }
    for child in children {
      if let text = child.firstText { return text }
    }
    return nil
  }
}
