import Expressions
import Forms
import ReportModel

/// A rule for one applicant, row, group or table, with every name a code of the forms.
struct BoundRule: Sendable {
  let rule: Rule
  /// The rule's position in its file.
  let ruleIndex: Int
  let binding: RuleBinding
  /// With codes and applicants filled in; what findings show.
  let assertion: Expression
  /// With the formulas of derived indicators in their place besides; what sides are worked out from.
  let expanded: Expression
  /// The same with the rule's tolerance; what is worked out.
  let condition: Expression
  /// Where it does not hold, the rule is skipped.
  let when: Expression?

  /// Whether the rule looks at the year before.
  var looksBack: Bool { expanded.looksBack || when?.looksBack ?? false }

  /// Whether the rule looks at the reports of other bodies.
  var looksAtOthers: Bool { expanded.looksAtOthers || when?.looksAtOthers ?? false }

  /// All rules of a set for everything that they go through, in the order of the file and then of
  /// the forms; without those that are about the totals of others.
  ///
  /// - Throws: the first name that the forms do not know, at its line and column.
  static func all(
    of ruleSet: RuleSet, in catalog: FormCatalog
  ) throws(RuleFileProblem) -> [BoundRule] {
    var problems: [RuleFileProblem] = []
    let bound = all(of: ruleSet, in: catalog, collecting: &problems)
    if let first = RuleFileProblems(problems)?.all.first { throw first }
    return bound
  }

  /// The same as far as it can be given, with every problem.
  static func all(
    of ruleSet: RuleSet, in catalog: FormCatalog, collecting problems: inout [RuleFileProblem]
  ) -> [BoundRule] {
    var bound: [BoundRule] = []
    for (index, rule) in ruleSet.rules.enumerated() {
      bound += all(of: rule, at: index, in: catalog, collecting: &problems)
    }
    return bound
  }

  private static func all(
    of rule: Rule, at index: Int, in catalog: FormCatalog,
    collecting problems: inout [RuleFileProblem]
  ) -> [BoundRule] {
    guard let assertion = rule.assertion, !rule.isAboutClaims else { return [] }
    var found: [RuleFileProblem] = []
    // What is wrong for one row is nearly always wrong for the next one too.
    defer {
      for problem in found
      where !problems.contains(where: { ($0.line, $0.column) == (problem.line, problem.column) }) {
        problems.append(problem)
      }
    }
    for (expression, place) in [(assertion, rule.places.assertion), (rule.when, rule.places.when)] {
      guard let expression, let place else { continue }
      for text in expression.texts { found.append(place.problem(.textInRule, at: text.range)) }
    }
    let bindings = RuleBinding.all(of: rule, in: catalog, collecting: &found)
    var bound: [BoundRule] = []
    for binding in bindings {
      let binder = NameBinder(binding: binding, catalog: catalog)
      let named = binder.bound(assertion, at: rule.places.assertion, collecting: &found)
      var when: NameBinder.Bound?
      if let condition = rule.when, let place = rule.places.when {
        when = binder.bound(condition, at: place, collecting: &found)
      }
      guard let named, when != nil || rule.when == nil else { continue }
      bound.append(
        BoundRule(
          rule: rule, ruleIndex: index, binding: binding, assertion: named.named,
          expanded: named.expanded, condition: named.expanded.tolerating(rule.tolerance),
          when: when?.expanded))
    }
    return bound
  }
}

extension RuleSet {
  /// Holds every name of the rules against the forms.
  ///
  /// - Throws: each name that stands for nothing, or not for what the rule needs, at its line and
  ///   column.
  public func check(against catalog: FormCatalog) throws(RuleFileProblems) {
    if let problems = RuleFileProblems(problems(in: catalog)) { throw problems }
  }

  /// Why the rules are more than can be run together, where they are; it points at the last one.
  public func tooMany(in catalog: FormCatalog) -> RuleFileProblem? {
    var problems: [RuleFileProblem] = []
    let count = BoundRule.all(of: self, in: catalog, collecting: &problems).count
    guard count > Self.maximumChecks, let last = rules.last else { return nil }
    return last.places.id.problem(.tooManyRules(limit: Self.maximumChecks))
  }

  /// What the forms do not know of what the rules name.
  func problems(in catalog: FormCatalog) -> [RuleFileProblem] {
    var problems: [RuleFileProblem] = []
    _ = BoundRule.all(of: self, in: catalog, collecting: &problems)
    if let problem = tooMany(in: catalog) { problems.append(problem) }
    for rule in rules {
      problems += TotalsRule.problems(of: rule, in: self, catalog: catalog)
      problems += rule.formProblems(in: catalog)
      for test in rule.tests { problems += test.problems(of: rule, in: catalog) }
      problems += ProseRule.problems(of: rule, in: catalog)
    }
    return problems
  }
}

extension Rule {
  /// Forms that there are not, or that have no such table.
  fileprivate func formProblems(in catalog: FormCatalog) -> [RuleFileProblem] {
    let fitting = places.inheritsForms ? catalog.forms.map(\.id) : catalog.tables(table).map(\.form)
    return zip(forms, places.forms).compactMap { form, place in
      fitting.contains(form) ? nil : place.problem(.unknownForm(form, forms: fitting))
    }
  }
}

extension Expression {
  /// The text literals.
  fileprivate var texts: [Expression] {
    if case .text = node { return [self] }
    return children.flatMap(\.texts)
  }
}
