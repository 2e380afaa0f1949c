import ReportModel

extension Arithmetic {
  /// The exact result, a quotient rounded to `Expression.quotientDigits`; `nil` where the range of
  /// numbers is left or the divisor is zero.
  func value(_ left: Quantity, _ right: Quantity) -> Quantity? {
    switch self {
    case .add: left.adding(right)
    case .subtract: left.subtracting(right)
    case .multiply: left.multiplied(by: right)
    case .divide: left.divided(by: right, digits: Expression.quotientDigits)
    }
  }

  /// What is known of the result once it is written down: the result itself, or the bounds of the
  /// rounding where it is a quotient that is no exact decimal.
  func bounds(_ left: Quantity, _ right: Quantity) -> Bounds? {
    guard let value = value(left, right) else { return nil }
    guard self == .divide, value.multiplied(by: right) != left else {
      return Bounds(exactly: value)
    }
    guard let step = Quantity(coefficient: 1, scale: Expression.quotientDigits),
      let lower = value.subtracting(step), let upper = value.adding(step)
    else { return nil }
    return Bounds(lower: lower, upper: upper)
  }
}

extension Figure {
  /// The range of values that it can have; `nil` where it has none.
  var bounds: Bounds? {
    switch self {
    case .known(let quantity): Bounds(exactly: quantity)
    case .unread(let bounds): bounds
    case .text, .missing: nil
    }
  }
}

extension Bounds {
  /// The bounds of the result of an operation on any value of the left and any of the right; never
  /// too narrow. `nil` where a bound leaves the range of numbers.
  static func joined(_ operation: Arithmetic, _ left: Bounds, _ right: Bounds) -> Bounds? {
    switch operation {
    case .add:
      return combined(left.lower, right.lower, left.upper, right.upper) { $0.adding($1) }
    case .subtract:
      return combined(left.lower, right.upper, left.upper, right.lower) { $0.subtracting($1) }
    case .multiply, .divide:
      return products(operation, left, right)
    }
  }

  /// An unbounded end stays unbounded; a bounded one must be within range.
  private static func combined(
    _ lowerLeft: Quantity?, _ lowerRight: Quantity?, _ upperLeft: Quantity?,
    _ upperRight: Quantity?, _ operation: (Quantity, Quantity) -> Quantity?
  ) -> Bounds? {
    var lower: Quantity?
    var upper: Quantity?
    if let lowerLeft, let lowerRight {
      lower = operation(lowerLeft, lowerRight)
      if lower == nil { return nil }
    }
    if let upperLeft, let upperRight {
      upper = operation(upperLeft, upperRight)
      if upper == nil { return nil }
    }
    return Bounds(lower: lower, upper: upper)
  }

  private static func products(
    _ operation: Arithmetic, _ left: Bounds, _ right: Bounds
  ) -> Bounds? {
    if operation == .divide, right.holdsZero { return .any }
    if let leftLower = left.lower, let leftUpper = left.upper, let rightLower = right.lower,
      let rightUpper = right.upper
    {
      var results: [Bounds] = []
      for (a, b) in [
        (leftLower, rightLower), (leftLower, rightUpper), (leftUpper, rightLower),
        (leftUpper, rightUpper),
      ] {
        guard let result = operation.bounds(a, b) else { return nil }
        results.append(result)
      }
      return Bounds(
        lower: results.compactMap(\.lower).min(), upper: results.compactMap(\.upper).max())
    }
    // One known factor keeps or turns the ends of the other side.
    if let factor = right.exact { return left.scaled(operation, by: factor) }
    if operation == .multiply, let factor = left.exact {
      return right.scaled(operation, by: factor)
    }
    let isNonNegative =
      (left.lower ?? Quantity(-1)) >= .zero && (right.lower ?? Quantity(-1)) >= .zero
    return isNonNegative ? .nonNegative : .any
  }

  private var exact: Quantity? { lower == upper ? lower : nil }

  private var holdsZero: Bool {
    (lower ?? .zero) <= .zero && (upper ?? .zero) >= .zero
  }

  private func scaled(_ operation: Arithmetic, by factor: Quantity) -> Bounds? {
    if factor == .zero { return Bounds(exactly: .zero) }
    let first = lower.map { operation.bounds($0, factor) }
    let second = upper.map { operation.bounds($0, factor) }
    if case .some(.none) = first { return nil }
    if case .some(.none) = second { return nil }
    let ends = (first ?? nil, second ?? nil)
    return factor.isNegative
      ? Bounds(lower: ends.1?.lower, upper: ends.0?.upper)
      : Bounds(lower: ends.0?.lower, upper: ends.1?.upper)
  }
}
