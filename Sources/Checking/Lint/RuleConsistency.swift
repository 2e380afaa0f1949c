import Expressions
import ReportModel

/// Whether rules can hold together, and whether each says something of its own; exact, in fractions.
///
/// Looked at are conditions that are comparisons of sums joined with `and`; others, and rules with a
/// `when`, may always be skipped.
struct RuleConsistency {
  private let bound: [BoundRule]
  private let layouts: [(form: String, LayoutPair)]

  init(_ bound: [BoundRule], layouts: [(form: String, LayoutPair)]) {
    self.bound = bound
    self.layouts = layouts
  }

  // MARK: Contradictions

  /// Smallest sets of rules that no figures satisfy together, one after the other.
  func contradictions() -> [RuleLint.Remark] {
    var remarks: [RuleLint.Remark] = []
    for (form, layout) in layouts {
      var rules = constraints(on: layout)
      do throws(Fraction.Overflow) {
        while try !isFeasible(rules) {
          // What is still impossible without a rule does not need it.
          var core = rules
          for rule in rules {
            let rest = core.filter { $0.id != rule.id }
            if try !isFeasible(rest) { core = rest }
          }
          let ids = core.map(\.id)
          if !remarks.contains(where: { $0.rules == ids }) {
            remarks.append(RuleLint.Remark(.contradiction, rules: ids, form: form))
          }
          rules.removeAll { $0.id == ids.last }
        }
      } catch {
        remarks.append(RuleLint.Remark(.undecided, rules: rules.map(\.id), form: form))
      }
    }
    return remarks
  }

  private struct Constraints {
    let id: String
    var all: [LinearConstraint]
  }

  /// By rule, in the order of the file.
  private func constraints(on layouts: LayoutPair) -> [Constraints] {
    var result: [Constraints] = []
    for rule in bound where rule.when == nil && layouts.current.isMeant(by: rule.rule) {
      guard let constraints = LinearConstraint.all(of: rule.condition, layouts: layouts) else {
        continue
      }
      // What is only said of figures that cannot be negative anyway says nothing here.
      let telling = constraints.filter { !$0.isAboutSignAlone }
      if result.last?.id == rule.rule.id {
        result[result.count - 1].all += telling
      } else {
        result.append(Constraints(id: rule.rule.id, all: telling))
      }
    }
    return result
  }

  private func isFeasible(_ rules: [Constraints]) throws(Fraction.Overflow) -> Bool {
    let catalog = layouts.first?.1.current.catalog
    return try Feasibility.isFeasible(
      rules.flatMap(\.all),
      mayBeNegative: { UnreadFigure.mayBeNegative(IndicatorCode($0.words)) },
      isWhole: { catalog?.indicators[IndicatorCode($0.words)]?.unit == .count })
  }

  // MARK: Redundancies

  /// Rules that follow from the others: equations by their rank, whatever else by saying the same
  /// word for word.
  func redundancies() -> [RuleLint.Remark] {
    var remarks: [RuleLint.Remark] = []
    var seen: Set<String> = []
    for rule in bound.map(\.rule) where seen.insert(rule.id).inserted {
      do throws(Fraction.Overflow) {
        if try isImplied(rule) || isRepeated(rule) {
          remarks.append(RuleLint.Remark(.redundant, rules: [rule.id]))
        }
      } catch {
        remarks.append(RuleLint.Remark(.undecided, rules: [rule.id]))
      }
    }
    return remarks
  }

  private func isImplied(_ rule: Rule) throws(Fraction.Overflow) -> Bool {
    var hasEquations = false
    for (_, layouts) in layouts where layouts.current.isMeant(by: rule) {
      var columns: [Name: Int] = [:]
      var others = ExactSpan()
      var own: [ExactSpan.Row] = []
      for bound in bound where layouts.current.isMeant(by: bound.rule) {
        guard bound.when == nil, bound.rule.bodies.isAll,
          let constraints = LinearConstraint.all(of: bound.condition, layouts: layouts),
          constraints.allSatisfy({ $0.comparison == .equal })
        else {
          if bound.rule.id == rule.id, bound.when != nil || isOn(layouts, bound) { return false }
          continue
        }
        for constraint in constraints {
          let row = Self.row(constraint, &columns)
          if bound.rule.id == rule.id { own.append(row) } else { try others.insert(row) }
        }
      }
      hasEquations = hasEquations || !own.isEmpty
      for row in own where try !others.contains(row) { return false }
    }
    return hasEquations
  }

  /// Whether a form has all that a rule speaks of.
  private func isOn(_ layouts: LayoutPair, _ bound: BoundRule) -> Bool {
    bound.condition.names.allSatisfy {
      $0.name.isPattern ? !layouts.names(matching: $0.name).isEmpty : layouts.has($0.name)
    }
  }

  private static func row(
    _ constraint: LinearConstraint, _ columns: inout [Name: Int]
  ) -> ExactSpan.Row {
    var row: ExactSpan.Row = [-1: constraint.bound]
    for (name, factor) in constraint.terms.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      if columns[name] == nil { columns[name] = columns.count }
      if let column = columns[name] { row[column] = factor }
    }
    return row
  }

  /// Whether an earlier rule says the same.
  private func isRepeated(_ rule: Rule) -> Bool {
    let own = bound.filter { $0.rule.id == rule.id }
    guard let first = own.first else { return false }
    let earlier = bound.filter { $0.ruleIndex < first.ruleIndex }
    return own.allSatisfy { one in
      earlier.contains { other in
        other.condition == one.condition && other.when == one.when
          && other.rule.bodies == rule.bodies && other.rule.forms == rule.forms
          && other.rule.blanks == rule.blanks && other.rule.unread == rule.unread
      }
    }
  }
}

extension LinearConstraint {
  /// Whether it says no more than that single figures, or sums of them, are not negative.
  fileprivate var isAboutSignAlone: Bool {
    guard bound.isZero else { return false }
    return switch comparison {
    case .atLeast: terms.values.allSatisfy(\.isPositive)
    case .atMost: terms.values.allSatisfy(\.isNegative)
    case .equal, .notEqual, .less, .greater: false
    }
  }
}
