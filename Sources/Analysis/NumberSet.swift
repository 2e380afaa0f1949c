/// A set of numbers from 0 to 127 without memory of its own, so that hundreds of thousands of them
/// are copied for nothing.
///
/// No panel has more years: reports are of 2008 to 2099. No indicator has more recipes: a recipe is a
/// choice of forms for up to three tables, and those of one report are of one year. Whatever is
/// greater counts as the greatest.
struct NumberSet: Hashable, Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  init() {}

  init(_ number: Int) {
    insert(number)
  }

  var isEmpty: Bool { first | second == 0 }

  /// Whether it has two numbers or more; asked of every row, and told faster than their count.
  @inline(__always)
  var hasSeveral: Bool {
    if first == 0 { return second & (second &- 1) != 0 }
    return second != 0 || first & (first &- 1) != 0
  }

  /// Whether it has this number and no other.
  @inline(__always)
  func isOnly(_ number: Int) -> Bool { self == NumberSet(number) }

  var count: Int {
    first.nonzeroBitCount + second.nonzeroBitCount
  }

  @inline(__always)
  mutating func insert(_ number: Int) {
    let bit: UInt64 = 1 << UInt64(number & 63)
    switch number >> 6 {
    case 0: first |= bit
    case 1: second |= bit
    default: second |= 1 << 63
    }
  }

  mutating func formUnion(_ other: NumberSet) {
    first |= other.first
    second |= other.second
  }

  /// Ascending.
  var sorted: [Int] {
    var numbers: [Int] = []
    for (word, bits) in [first, second].enumerated() {
      var rest = bits
      while rest != 0 {
        numbers.append(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return numbers
  }
}
