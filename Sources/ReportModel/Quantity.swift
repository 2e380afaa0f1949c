/// An exact decimal number: `coefficient × 10^-scale`.
///
/// Counts have scale 0; money keeps the digits that the page prints. No figure ever passes through
/// a binary float. Always normalised: the smallest scale that holds the value, so two equal
/// quantities have equal fields. The range is that of `Int64` in the coefficient and `maximumScale`
/// digits after the point; arithmetic that would leave it gives `nil` instead of a wrong value.
public struct Quantity: Hashable, Sendable {
  /// The most digits after the point that a quantity keeps.
  public static let maximumScale = 18

  /// All digits with the sign, without the point: 125 for 12.5.
  public let coefficient: Int64
  /// How many of the digits stand after the point, in `0...maximumScale`: 1 for 12.5.
  public let scale: Int

  /// The number 0. A figure that is missing, blank or a dash is never this.
  public static let zero = Quantity(0)

  /// A whole number.
  public init(_ count: Int64) {
    coefficient = count
    scale = 0
  }

  /// - Returns: `nil` where `scale` is outside `0...maximumScale` after normalising.
  public init?(coefficient: Int64, scale: Int) {
    var coefficient = coefficient
    var scale = scale
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    guard (0...Self.maximumScale).contains(scale) else { return nil }
    self.coefficient = coefficient
    self.scale = scale
  }

  /// Reads ASCII `-?digits(.digits)?`, as it stands in data files; a page's own ways of writing
  /// numbers are read elsewhere.
  ///
  /// - Returns: `nil` where the text is anything else or out of range.
  public init?(_ text: some StringProtocol) {
    // By an address: what goes through the bytes of any kind of text takes several times as long.
    let read = text.utf8.withContiguousStorageIfAvailable { Self(ascii: $0) }
    guard let quantity = read ?? Self(ascii: Array(text.utf8)) else { return nil }
    self = quantity
  }

  private init?(ascii bytes: some Sequence<UInt8>) {
    var coefficient: Int64 = 0
    var scale = 0
    var digits = 0
    var negative = false
    var seenPoint = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0:
        negative = true
      case UInt8(ascii: ".") where !seenPoint && digits > 0:
        seenPoint = true
        digits = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (shifted, overflow) = coefficient.multipliedReportingOverflow(by: 10)
        let digit = Int64(byte - UInt8(ascii: "0"))
        let (next, overflow2) = shifted.subtractingReportingOverflow(digit)
        guard !overflow, !overflow2 else { return nil }
        coefficient = next
        digits += 1
        if seenPoint { scale += 1 }
      default:
        return nil
      }
    }
    guard digits > 0 else { return nil }
    // Digits were gathered downwards so that Int64.min can be read too.
    guard negative || coefficient != Int64.min else { return nil }
    self.init(coefficient: negative ? coefficient : -coefficient, scale: scale)
  }

  /// The value as a whole number, or `nil` where it has digits after the point.
  public var count: Int64? { scale == 0 ? coefficient : nil }

  /// Below zero, as the changes of items that the form of 2019 asks for may be.
  public var isNegative: Bool { coefficient < 0 }

  /// The coefficient at another scale, or `nil` where digits would be lost or the range left.
  public func coefficient(atScale target: Int) -> Int64? {
    guard target >= scale else { return nil }
    return Self.raised(coefficient, by: target - scale)
  }

  /// The exact sum; `nil` where `Int64` cannot hold it at the finer scale of the two.
  public func adding(_ other: Quantity) -> Quantity? {
    combined(with: other) { $0.addingReportingOverflow($1) }
  }

  /// The exact difference; `nil` where `Int64` cannot hold it at the finer scale of the two.
  public func subtracting(_ other: Quantity) -> Quantity? {
    combined(with: other) { $0.subtractingReportingOverflow($1) }
  }

  /// The exact product; `nil` where the product of the coefficients leaves `Int64`, or where it has
  /// more digits after the point than are kept.
  public func multiplied(by other: Quantity) -> Quantity? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    return overflow ? nil : Quantity(coefficient: product, scale: scale + other.scale)
  }

  /// The quotient rounded half to even at `digits` after the point; `nil` where `divisor` is zero
  /// or the range is left.
  public func divided(by divisor: Quantity, digits: Int) -> Quantity? {
    guard divisor.coefficient != 0, (0...Self.maximumScale).contains(digits) else { return nil }
    // self / divisor = (a × 10^-s) / (b × 10^-t) = a × 10^(t - s) / b, wanted at 10^-digits.
    let power = digits + divisor.scale - scale
    var numerator = Int128(coefficient)
    var denominator = Int128(divisor.coefficient)
    for _ in 0..<abs(power) {
      let (next, overflow) = (power > 0 ? numerator : denominator)
        .multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      if power > 0 { numerator = next } else { denominator = next }
    }
    let rounded = Self.roundedQuotient(numerator, denominator)
    guard let narrowed = Int64(exactly: rounded) else { return nil }
    return Quantity(coefficient: narrowed, scale: digits)
  }

  /// The value rounded half to even to at most `digits` after the point.
  public func rounded(toDigits digits: Int) -> Quantity {
    guard scale > digits else { return self }
    return divided(by: Quantity(1), digits: max(0, digits)) ?? self
  }

  private static func roundedQuotient(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let twice = remainder.magnitude * 2
    let away: Int128 = (numerator < 0) == (denominator < 0) ? 1 : -1
    if twice > denominator.magnitude { return quotient + away }
    if twice == denominator.magnitude, quotient % 2 != 0 { return quotient + away }
    return quotient
  }

  /// `coefficient × 10^power`, or `nil` where that leaves the range.
  public static func raised(_ coefficient: Int64, by power: Int) -> Int64? {
    var result = coefficient
    for _ in 0..<power {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = next
    }
    return result
  }

  private func combined(
    with other: Quantity,
    _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) -> Quantity? {
    let common = max(scale, other.scale)
    guard let left = coefficient(atScale: common), let right = other.coefficient(atScale: common)
    else { return nil }
    let (value, overflow) = operation(left, right)
    return overflow ? nil : Quantity(coefficient: value, scale: common)
  }
}

extension Quantity: Comparable {
  /// By value, exactly, whatever the scales.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    var leftValue = Int128(left.coefficient)
    var rightValue = Int128(right.coefficient)
    // At most 18 steps from an Int64: stays inside Int128.
    for _ in 0..<max(0, right.scale - left.scale) { leftValue *= 10 }
    for _ in 0..<max(0, left.scale - right.scale) { rightValue *= 10 }
    return leftValue < rightValue
  }
}

extension Quantity: CustomStringConvertible {
  /// The shortest plain decimal, as in `-12.5`; what CSV and JSON carry.
  public var description: String {
    guard scale > 0 else { return String(coefficient) }
    let digits = String(coefficient.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let whole = padded.dropLast(scale)
    return (coefficient < 0 ? "-" : "") + whole + "." + padded.suffix(scale)
  }
}
