/// What is known of a condition.
public enum Truth: Hashable, Sendable {
  case fails
  case holds
  /// It depends on figures that were not read.
  case undecided
  /// It speaks of figures that do not exist: a row that the form lacks, a year without a report,
  /// a share of nothing.
  case notApplicable

  /// What is known for certain.
  public init(_ isTrue: Bool) {
    self = isTrue ? .holds : .fails
  }

  /// False where either is; else as little as is known of either.
  public func and(_ other: Truth) -> Truth {
    for truth in [Truth.fails, .undecided, .notApplicable] where self == truth || other == truth {
      return truth
    }
    return .holds
  }

  /// True where either is; else as little as is known of either.
  public func or(_ other: Truth) -> Truth {
    for truth in [Truth.holds, .undecided, .notApplicable] where self == truth || other == truth {
      return truth
    }
    return .fails
  }

  /// What is known of the contrary.
  public var negated: Truth {
    switch self {
    case .fails: .holds
    case .holds: .fails
    case .undecided, .notApplicable: self
    }
  }
}

extension Connective {
  /// What is known of two joined conditions.
  public func truth(_ left: Truth, _ right: Truth) -> Truth {
    switch self {
    case .and: left.and(right)
    case .or: left.or(right)
    case .implies: left.negated.or(right)
    }
  }
}

extension Comparison {
  /// Whether it holds, given how the left side stands to the right one.
  public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .atMost: left <= right
    case .greater: left > right
    case .atLeast: left >= right
    }
  }

  /// What is known of a value between the bounds (both included, `nil` without end) compared with
  /// `target`.
  public func truth<Value: Comparable>(
    between lower: Value?, and upper: Value?, comparedWith target: Value
  ) -> Truth {
    let isBelow = upper.map { $0 < target } ?? false
    let isAbove = lower.map { $0 > target } ?? false
    let isAtMost = upper.map { $0 <= target } ?? false
    let isAtLeast = lower.map { $0 >= target } ?? false
    switch self {
    case .equal:
      return isBelow || isAbove ? .fails : isAtMost && isAtLeast ? .holds : .undecided
    case .notEqual:
      return Comparison.equal.truth(between: lower, and: upper, comparedWith: target).negated
    case .less: return isBelow ? .holds : isAtLeast ? .fails : .undecided
    case .atMost: return isAtMost ? .holds : isAbove ? .fails : .undecided
    case .greater: return isAbove ? .holds : isAtMost ? .fails : .undecided
    case .atLeast: return isAtLeast ? .holds : isBelow ? .fails : .undecided
    }
  }
}
