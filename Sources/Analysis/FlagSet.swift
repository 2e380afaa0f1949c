import ReportModel

/// The flags of a value in one byte: a ranking of the country has a hundred thousand of them.
struct FlagSet: SetAlgebra, Hashable, Sendable {
  private var bits: UInt8 = 0

  init() {}

  private init(bits: UInt8) {
    self.bits = bits
  }

  private static func bit(_ flag: Flag) -> UInt8 {
    switch flag {
    case .seriesBreak: 1
    case .definitionDiffers: 1 << 1
    case .aggregated: 1 << 2
    case .deduced: 1 << 3
    case .unread: 1 << 4
    case .coverageChanges: 1 << 5
    case .severalYears: 1 << 6
    case .notAvailable: 1 << 7
    }
  }

  var isEmpty: Bool { bits == 0 }

  func contains(_ flag: Flag) -> Bool { bits & Self.bit(flag) != 0 }

  @discardableResult
  mutating func insert(_ flag: Flag) -> (inserted: Bool, memberAfterInsert: Flag) {
    let isNew = !contains(flag)
    bits |= Self.bit(flag)
    return (isNew, flag)
  }

  @discardableResult
  mutating func remove(_ flag: Flag) -> Flag? {
    guard contains(flag) else { return nil }
    bits &= ~Self.bit(flag)
    return flag
  }

  @discardableResult
  mutating func update(with flag: Flag) -> Flag? {
    insert(flag).inserted ? nil : flag
  }

  func union(_ other: FlagSet) -> FlagSet { FlagSet(bits: bits | other.bits) }

  func intersection(_ other: FlagSet) -> FlagSet { FlagSet(bits: bits & other.bits) }

  func symmetricDifference(_ other: FlagSet) -> FlagSet { FlagSet(bits: bits ^ other.bits) }

  mutating func formUnion(_ other: FlagSet) { bits |= other.bits }

  mutating func formIntersection(_ other: FlagSet) { bits &= other.bits }

  mutating func formSymmetricDifference(_ other: FlagSet) { bits ^= other.bits }
}
