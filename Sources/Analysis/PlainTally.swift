/// What the plain figures of one layout add to a row whose bodies are remembered, each with one report
/// there: small, so that adding up a country stays within the memory that is near.
struct PlainTally {
  /// At the scale of the column. Plain figures are too small for any number of them to leave the
  /// range.
  private(set) var sum: Int64 = 0
  private(set) var members = MemberDigest()

  @inline(__always)
  mutating func add(_ figure: Int64, member: MemberDigest.Bits) {
    sum &+= figure
    members.insert(member)
  }
}
