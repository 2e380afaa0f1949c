/// A set of numbers that are nearly always small, without memory of its own while they are.
struct NumberSet: Hashable, Sendable {
  /// A bit for each of the numbers below 64.
  private var low: UInt64 = 0
  private var high: Set<Int> = []

  init() {}

  init(_ number: Int) {
    insert(number)
  }

  var isEmpty: Bool { low == 0 && high.isEmpty }

  var count: Int { low.nonzeroBitCount + high.count }

  /// The number, where it is the only one.
  var only: Int? { high.isEmpty && low.nonzeroBitCount == 1 ? low.trailingZeroBitCount : nil }

  mutating func insert(_ number: Int) {
    if number >= 0, number < 64 {
      low |= 1 << UInt64(number)
    } else {
      high.insert(number)
    }
  }

  mutating func formUnion(_ other: NumberSet) {
    low |= other.low
    if !other.high.isEmpty { high.formUnion(other.high) }
  }

  /// Ascending.
  var sorted: [Int] {
    var numbers: [Int] = []
    var rest = low
    while rest != 0 {
      numbers.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    guard !high.isEmpty else { return numbers }
    return (numbers + high).sorted()
  }
}
