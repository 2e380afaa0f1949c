/// A set of numbers from 0 to 255 without memory of its own, so that hundreds of thousands of them
/// are copied for nothing.
///
/// No panel has more years, and no indicator more recipes: a recipe is a choice of forms for up to
/// three tables. Whatever is greater counts as the greatest.
struct NumberSet: Hashable, Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0

  init() {}

  init(_ number: Int) {
    insert(number)
  }

  var isEmpty: Bool { first | second | third | fourth == 0 }

  var count: Int {
    first.nonzeroBitCount + second.nonzeroBitCount + third.nonzeroBitCount
      + fourth.nonzeroBitCount
  }

  @inline(__always)
  mutating func insert(_ number: Int) {
    let bit: UInt64 = 1 << UInt64(number & 63)
    switch number >> 6 {
    case 0: first |= bit
    case 1: second |= bit
    case 2: third |= bit
    case 3: fourth |= bit
    default: fourth |= 1 << 63
    }
  }

  mutating func formUnion(_ other: NumberSet) {
    first |= other.first
    second |= other.second
    third |= other.third
    fourth |= other.fourth
  }

  /// Ascending.
  var sorted: [Int] {
    var numbers: [Int] = []
    for (word, bits) in [first, second, third, fourth].enumerated() {
      var rest = bits
      while rest != 0 {
        numbers.append(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return numbers
  }
}
