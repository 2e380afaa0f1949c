/// Figures and states of one cell over reports, at four bytes and a bit each.
///
/// A figure up to `plainLimit` stands in its slot and its bit is set. Where the bit is not set, the
/// slot says why: a number below zero is a state, any other the place of a figure among the wide
/// ones.
struct CompactCells {
  /// Figures beyond it are wide. Low enough that any 127 of them add up within 32 bits.
  static let plainLimit: Int64 = 1 << 24

  private(set) var slots: [Int32] = []
  private(set) var plain: [UInt64] = []
  private(set) var wide: [Int64] = []

  var count: Int { slots.count }

  mutating func reserve(_ count: Int) {
    slots.reserveCapacity(count)
    plain.reserveCapacity((count + 63) / 64)
  }

  mutating func append(_ state: PanelColumn.State, _ value: Int64) {
    let position = slots.count
    if position & 63 == 0 { plain.append(0) }
    guard state == .reported else {
      slots.append(Self.slot(of: state))
      return
    }
    if value.magnitude <= UInt64(Self.plainLimit) {
      plain[position >> 6] |= 1 << UInt64(position & 63)
      slots.append(Int32(truncatingIfNeeded: value))
    } else {
      slots.append(Int32(wide.count))
      wide.append(value)
    }
  }

  mutating func append(_ state: PanelColumn.State, count: Int) {
    for _ in 0..<count { append(state, 0) }
  }

  mutating func removeLast(_ surplus: Int) {
    slots.removeLast(surplus)
    plain.removeLast(plain.count - (slots.count + 63) / 64)
    if slots.count & 63 != 0 { plain[plain.count - 1] &= (1 << UInt64(slots.count & 63)) - 1 }
  }

  func isPlain(_ position: Int) -> Bool {
    plain[position >> 6] & (1 << UInt64(position & 63)) != 0
  }

  func state(_ position: Int) -> PanelColumn.State {
    isPlain(position) ? .reported : Self.state(of: slots[position])
  }

  /// 0 where nothing was read.
  func value(_ position: Int) -> Int64 {
    if isPlain(position) { return Int64(slots[position]) }
    return slots[position] < 0 ? 0 : wide[Int(slots[position])]
  }

  static func slot(of state: PanelColumn.State) -> Int32 { -1 - Int32(state.rawValue) }

  /// The state that a slot without its bit says.
  static func state(of slot: Int32) -> PanelColumn.State {
    slot < 0 ? PanelColumn.State(rawValue: UInt8(-1 - slot)) ?? .absent : .reported
  }
}
