import ReportModel
import SeededNumbers
import Testing

/// Held against Int128 arithmetic on a common scale, which no result within range can leave.
@Suite("Quantities are exact decimals")
struct QuantityTests {
  static let samples: [Quantity] = {
    var generator = SeededGenerator(seed: 2019)
    var samples = [
      Quantity.zero, Quantity(1), Quantity(-1), Quantity(Int64.max), Quantity(Int64.min),
    ]
    for scale in [0, 1, 2, 6, 9, 18] {
      for limit: Int64 in [9, 1000, 1_000_000_000, Int64.max] {
        for _ in 0..<4 {
          let coefficient = Int64.random(in: -limit...limit, using: &generator)
          if let sample = Quantity(coefficient: coefficient, scale: scale) {
            samples.append(sample)
          }
        }
      }
    }
    return samples
  }()

  /// `10^power` as Int128, `power` at most 37.
  static func power(_ power: Int) -> Int128 {
    (0..<power).reduce(Int128(1)) { result, _ in result * 10 }
  }

  /// The value times 10^18.
  static func attos(_ quantity: Quantity) -> Int128 {
    Int128(quantity.coefficient) * power(18 - quantity.scale)
  }

  @Test("equal values have equal fields, whatever zeros they were written with")
  func normalised() throws {
    let plain = try #require(Quantity("12.5"))
    #expect(plain == Quantity("12.500"))
    #expect(plain.coefficient == 125)
    #expect(plain.scale == 1)
    #expect(Quantity("0.000") == .zero)
    #expect(Quantity("-0") == .zero)
    #expect(Quantity(coefficient: 1, scale: 19) == nil)
    #expect(Quantity(coefficient: 10, scale: 19)?.scale == 18)
    #expect(Quantity(coefficient: 1, scale: -1) == nil)
  }

  @Test("the description reads back as the same quantity", arguments: samples)
  func roundTrip(sample: Quantity) {
    #expect(Quantity(sample.description) == sample)
  }

  @Test("descriptions are plain decimals")
  func descriptions() {
    #expect(Quantity("-12.5")?.description == "-12.5")
    #expect(Quantity("0.092")?.description == "0.092")
    #expect(Quantity("-0.05")?.description == "-0.05")
    #expect(Quantity("75394432.52")?.description == "75394432.52")
    #expect(Quantity(Int64.min).description == "-9223372036854775808")
    #expect(
      Quantity(coefficient: Int64.min, scale: 18)?.description == "-9.223372036854775808")
    #expect(Quantity(coefficient: 1, scale: 18)?.description == "0.000000000000000001")
  }

  @Test(
    "what is no plain decimal in range is refused",
    arguments: [
      "", "-", "+1", " 1", "1 ", "1.", ".5", "1.2.3", "--1", "1-", "1e3", "1,000", "１２", "0x10",
      "9223372036854775808", "-9223372036854775809", "92233720368547758080",
      "0.1234567890123456789",
      "1\u{0}", "NaN",
    ])
  func refused(text: String) {
    #expect(Quantity(text) == nil)
  }

  @Test("a sum is exact, or nil where it leaves the range", arguments: samples)
  func sums(left: Quantity) {
    for right in Self.samples {
      let expected = Self.attos(left) + Self.attos(right)
      if let sum = left.adding(right) {
        #expect(Self.attos(sum) == expected)
        #expect(sum.subtracting(right) == left || sum.subtracting(right) == nil)
      } else {
        // Refused only where one common scale cannot hold both sides and the result.
        let scale = max(left.scale, right.scale)
        let whole = Self.power(18 - scale)
        let parts = [Self.attos(left), Self.attos(right), expected]
        #expect(parts.contains { Int64(exactly: $0 / whole) == nil })
      }
      #expect(left.adding(right) == right.adding(left))
    }
  }

  @Test("a difference is exact, or nil where it leaves the range", arguments: samples)
  func differences(left: Quantity) {
    for right in Self.samples {
      guard let difference = left.subtracting(right) else { continue }
      #expect(Self.attos(difference) == Self.attos(left) - Self.attos(right))
    }
    #expect(left.subtracting(left) == .zero)
  }

  @Test("a product is exact", arguments: samples)
  func products(left: Quantity) {
    for right in Self.samples {
      guard let product = left.multiplied(by: right) else { continue }
      let scale = left.scale + right.scale
      #expect(
        Int128(product.coefficient) * Self.power(scale - product.scale)
          == Int128(left.coefficient) * Int128(right.coefficient))
    }
  }

  @Test("a quotient is within half a unit of the last digit, ties to even", arguments: samples)
  func quotients(left: Quantity) {
    for right in Self.samples.prefix(40) where right != .zero {
      for digits in [0, 1, 4] {
        guard let quotient = left.divided(by: right, digits: digits) else { continue }
        let unit = Self.power(18 - digits)
        let (q, r) = Self.attos(quotient).quotientAndRemainder(dividingBy: unit)
        #expect(r == 0, "no digit after the ones asked for")
        // |left/right - q·10^-digits| ≤ ½·10^-digits, multiplied out so that nothing is divided.
        let (scaled, overflow) = Self.attos(left).multipliedReportingOverflow(
          by: 2 * Self.power(digits))
        let (back, overflow2) = (2 * q).multipliedReportingOverflow(by: Self.attos(right))
        guard !overflow, !overflow2 else { continue }
        let error = (scaled - back).magnitude
        let half = Self.attos(right).magnitude
        #expect(error <= half)
        if error == half { #expect(q % 2 == 0) }
      }
    }
  }

  @Test("rounding goes half to even")
  func rounding() {
    for (text, digits, expected) in [
      ("0.5", 0, "0"), ("1.5", 0, "2"), ("2.5", 0, "2"), ("-0.5", 0, "0"), ("-1.5", 0, "-2"),
      ("0.125", 2, "0.12"), ("0.135", 2, "0.14"), ("0.1251", 2, "0.13"), ("12", 2, "12"),
      ("33.945", 1, "33.9"),
    ] {
      #expect(Quantity(text)?.rounded(toDigits: digits).description == expected)
    }
    #expect(Quantity(1).divided(by: Quantity(3), digits: 4)?.description == "0.3333")
    #expect(Quantity(-2).divided(by: Quantity(3), digits: 2)?.description == "-0.67")
    #expect(Quantity(1).divided(by: .zero, digits: 2) == nil)
  }

  @Test("the order is that of the values", arguments: samples)
  func order(left: Quantity) {
    for right in Self.samples {
      #expect((left < right) == (Self.attos(left) < Self.attos(right)))
      #expect((left == right) == (Self.attos(left) == Self.attos(right)))
    }
  }

  @Test("a coefficient at another scale is exact or refused")
  func otherScales() throws {
    let amount = try #require(Quantity("2568.714"))
    #expect(amount.coefficient(atScale: 3) == 2_568_714)
    #expect(amount.coefficient(atScale: 6) == 2_568_714_000)
    #expect(amount.coefficient(atScale: 2) == nil)
    #expect(amount.coefficient(atScale: 18) == nil)
    #expect(amount.count == nil)
    #expect(Quantity(7).count == 7)
  }
}
