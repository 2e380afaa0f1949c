import Expressions
import ReportModel

/// A comparison of a sum of figures with a number, exact.
struct LinearConstraint: Hashable, Sendable {
  /// Figures with their factors, none zero.
  let terms: [Name: Fraction]
  let comparison: Comparison
  let bound: Fraction

  /// The comparisons that all must hold where a condition does; `nil` for conditions that are not
  /// made of comparisons of sums, joined with `and`.
  static func all(
    of condition: Expression, layouts: LayoutPair
  ) -> [LinearConstraint]? {
    switch condition.node {
    case .connective(.and, let left, let right):
      guard let one = all(of: left, layouts: layouts), let other = all(of: right, layouts: layouts)
      else { return nil }
      return one + other
    case .comparison(let comparison, let left, let right):
      return LinearConstraint(comparison, left, right, layouts: layouts).map { [$0] }
    default:
      return nil
    }
  }

  private init?(
    _ comparison: Comparison, _ left: Expression, _ right: Expression, layouts: LayoutPair
  ) {
    guard let leftForm = try? LinearForm(left, expanding: layouts.names(matching:)),
      let rightForm = try? LinearForm(right, expanding: layouts.names(matching:)),
      let difference = try? leftForm.subtracting(rightForm, at: left.range),
      !difference.hasEmptySum, difference.terms.allSatisfy({ layouts.has($0.name) })
    else { return nil }
    var terms: [Name: Fraction] = [:]
    for term in difference.terms where term.coefficient != .zero {
      terms[term.name] = Fraction(term.coefficient)
    }
    self.init(terms, comparison, Fraction(difference.constant).negated)
  }

  init(_ terms: [Name: Fraction], _ comparison: Comparison, _ bound: Fraction) {
    self.terms = terms
    self.comparison = comparison
    self.bound = bound
  }

  /// Whether it holds where every figure is zero.
  var holdsAtZero: Bool {
    switch comparison {
    case .equal: bound.isZero
    case .notEqual: !bound.isZero
    case .less: bound.isPositive
    case .atMost: !bound.isNegative
    case .greater: bound.isNegative
    case .atLeast: !bound.isPositive
    }
  }

  /// The same without strict comparisons: figures are whole numbers, so that less than 3 is at most
  /// 2. Where it has figures or factors that are not, the border is let in: nothing is called a
  /// contradiction that is none.
  func closed(areWhole: Bool) -> LinearConstraint {
    let step =
      areWhole && bound.isWhole && terms.values.allSatisfy(\.isWhole) ? Fraction.one : .zero
    switch comparison {
    case .less:
      return LinearConstraint(terms, .atMost, (try? bound.minus(step)) ?? bound)
    case .greater:
      return LinearConstraint(terms, .atLeast, (try? bound.plus(step)) ?? bound)
    case .equal, .notEqual, .atMost, .atLeast:
      return self
    }
  }
}
