import ReportModel

/// An exact fraction in lowest terms, with a positive denominator.
struct Fraction: Hashable, Sendable {
  /// A result beyond 128 bits: nothing is concluded from it.
  struct Overflow: Error {}

  let numerator: Int128
  let denominator: Int128

  static let zero = Fraction(0)
  static let one = Fraction(1)

  init(_ whole: Int128) {
    numerator = whole
    denominator = 1
  }

  init(_ quantity: Quantity) {
    var power: Int128 = 1
    for _ in 0..<quantity.scale { power *= 10 }
    let divisor = Self.divisor(Int128(quantity.coefficient), power)
    numerator = Int128(quantity.coefficient) / divisor
    denominator = power / divisor
  }

  private init(_ numerator: Int128, over denominator: Int128) throws(Overflow) {
    guard numerator != .min, denominator != .min else { throw Overflow() }
    let divisor = Self.divisor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  var isZero: Bool { numerator == 0 }
  var isNegative: Bool { numerator < 0 }
  var isPositive: Bool { numerator > 0 }
  var isWhole: Bool { denominator == 1 }

  func plus(_ other: Fraction) throws(Overflow) -> Fraction {
    if isZero { return other }
    if other.isZero { return self }
    return try Fraction(
      Self.sum(
        Self.product(numerator, other.denominator), Self.product(other.numerator, denominator)),
      over: Self.product(denominator, other.denominator))
  }

  func minus(_ other: Fraction) throws(Overflow) -> Fraction {
    try plus(other.negated)
  }

  func times(_ other: Fraction) throws(Overflow) -> Fraction {
    if isZero || other.isZero { return .zero }
    return try Fraction(
      Self.product(numerator, other.numerator), over: Self.product(denominator, other.denominator))
  }

  /// - Parameter other: not zero.
  func over(_ other: Fraction) throws(Overflow) -> Fraction {
    try Fraction(
      Self.product(numerator, other.denominator), over: Self.product(denominator, other.numerator))
  }

  var negated: Fraction { Fraction(unchecked: -numerator, denominator) }

  func isLess(than other: Fraction) throws(Overflow) -> Bool {
    try minus(other).isNegative
  }

  private init(unchecked numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  private static func product(_ left: Int128, _ right: Int128) throws(Overflow) -> Int128 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow else { throw Overflow() }
    return product
  }

  private static func sum(_ left: Int128, _ right: Int128) throws(Overflow) -> Int128 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw Overflow() }
    return sum
  }

  private static func divisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (a, b) = (left.magnitude, right.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? 1 : Int128(a)
  }
}
