import Expressions
import Forms
import ReportModel

/// A rule for claims with every name of its assertion known.
struct ProseRule: Sendable {
  let rule: Rule
  /// The rule's position in its set.
  let ruleIndex: Int
  let selection: ClaimSelection
  /// Codes of the forms in place of labels; the names of `ClaimName` as they are.
  let assertion: Expression
  /// Which of those it asks for.
  let names: Set<ClaimName>
  /// Whether it looks at the report of the year before.
  let needsPrevious: Bool
  /// Whether a side is a quotient, which findings show to the digits that the text prints.
  let hasQuotient: Bool

  /// Whether a claim is one of those that the rule is about, and says what the rule asks for.
  func takes(_ claim: Claim) -> Bool {
    guard selection.takes(claim), selection.takes(claim.meanings) else { return false }
    if names.contains(.claimYear), claim.year == nil { return false }
    return !claim.meanings.isEmpty || names.isDisjoint(with: [.table, .claimSubject, .claimWhole])
  }

  /// - Returns: `nil` for rules that are about no claims, and where something is wrong.
  init?(
    _ rule: Rule, index: Int, in catalog: FormCatalog,
    collecting problems: inout [RuleFileProblem]
  ) {
    guard case .claims(let selection) = rule.scope, let assertion = rule.assertion else {
      return nil
    }
    self.rule = rule
    ruleIndex = index
    self.selection = selection
    let known = problems.count
    for pattern in selection.codes where catalog.indicators.matching(pattern).isEmpty {
      problems.append(rule.places.scope.problem(.patternFitsNothing(pattern)))
    }
    let binder = NameBinder(binding: RuleBinding(), catalog: catalog, knowsOthers: false)
    let bound = assertion.replacingNames { (name, range) -> Expression.Node? in
      guard ClaimName(name) == nil else { return nil }
      let named = binder.bound(
        Expression(.name(name), at: range), at: rule.places.assertion, collecting: &problems)
      return named?.expanded.node
    }
    guard problems.count == known else { return nil }
    self.assertion = bound
    let found = bound.names.map(\.name)
    names = Set(found.compactMap { ClaimName($0) })
    needsPrevious = found.contains { $0.isPrevious }
    hasQuotient = bound.hasQuotient
  }

  /// What the forms do not know of what a rule about claims names.
  static func problems(of rule: Rule, in catalog: FormCatalog) -> [RuleFileProblem] {
    var problems: [RuleFileProblem] = []
    _ = ProseRule(rule, index: 0, in: catalog, collecting: &problems)
    return problems
  }

  /// The rules of a set that are about claims, in its order.
  static func all(
    of ruleSet: RuleSet, in catalog: FormCatalog
  ) throws(RuleFileProblem) -> [ProseRule] {
    var problems: [RuleFileProblem] = []
    let rules = ruleSet.rules.enumerated().compactMap { index, rule in
      ProseRule(rule, index: index, in: catalog, collecting: &problems)
    }
    if let first = problems.first { throw first }
    return rules
  }
}

extension Expression {
  fileprivate var hasQuotient: Bool {
    if case .arithmetic(.divide, _, _) = node { return true }
    return children.contains { $0.hasQuotient }
  }
}
