/// Who stands behind a sum, told short: sums over the same bodies have equal digests. Two sums over
/// different bodies have equal ones once in 2^64 times; no list of a hundred thousand bodies has to
/// be kept for each row.
struct MemberDigest: Equatable, Sendable {
  private(set) var count: Int32 = 0
  private var sum: UInt64 = 0
  private var parity: UInt64 = 0

  var isEmpty: Bool { count == 0 }

  /// Takes a member that was not taken before.
  @inline(__always)
  mutating func insert(_ member: Int) { insert(Self.bits(of: member)) }

  /// A member as it goes into digests: asked for once where it goes into several.
  struct Bits {
    fileprivate let sum: UInt64
    fileprivate let parity: UInt64
  }

  @inline(__always)
  mutating func insert(_ member: Bits) {
    count &+= 1
    sum &+= member.sum
    parity ^= member.parity
  }

  @inline(__always)
  static func bits(of member: Int) -> Bits {
    // Spreads near numbers over all 64 bits; the factors are odd and have no pattern.
    var bits = (UInt64(truncatingIfNeeded: member) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 32)) &* 0xD6E8_FEB8_6659_FD93
    bits ^= bits >> 32
    return Bits(sum: bits, parity: bits &* 0xA076_1D64_78BD_642F)
  }

  /// Takes the members of another digest, none of which was taken before.
  mutating func formUnion(_ other: MemberDigest) {
    count += other.count
    sum &+= other.sum
    parity ^= other.parity
  }
}
