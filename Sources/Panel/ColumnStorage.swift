/// The memory of a finished column, at addresses that stay as long as the column does.
///
/// Slots and bits are padded with zeros: by one report in front, so that last year's figure can be
/// read at the place before, and behind to a whole block.
///
/// Safe to share: nothing is written once `init` has returned.
final class ColumnStorage: @unchecked Sendable {
  let count: Int
  let slots: UnsafePointer<Int32>
  let plain: UnsafePointer<UInt64>
  let wide: [Int64]
  private let slotMemory: UnsafeMutablePointer<Int32>
  private let plainMemory: UnsafeMutablePointer<UInt64>

  /// One line of memory in front, though one slot would do: blocks stay aligned.
  private static let front = 16

  init(_ cells: CompactCells) {
    let blocks = (cells.count + Panel.blockLength - 1) / Panel.blockLength
    let slotCount = Self.front + blocks * Panel.blockLength
    let slotMemory = UnsafeMutablePointer<Int32>.allocate(capacity: slotCount)
    slotMemory.initialize(repeating: 0, count: slotCount)
    for (position, slot) in cells.slots.enumerated() { slotMemory[Self.front + position] = slot }
    let wordCount = 1 + blocks * Panel.blockLength / 64
    let plainMemory = UnsafeMutablePointer<UInt64>.allocate(capacity: wordCount)
    plainMemory.initialize(repeating: 0, count: wordCount)
    for (word, bits) in cells.plain.enumerated() { plainMemory[word + 1] = bits }
    self.slotMemory = slotMemory
    self.plainMemory = plainMemory
    count = cells.count
    slots = UnsafePointer(slotMemory + Self.front)
    plain = UnsafePointer(plainMemory + 1)
    wide = cells.wide
  }

  deinit {
    slotMemory.deallocate()
    plainMemory.deallocate()
  }

  func isPlain(_ position: Int) -> Bool {
    plain[position >> 6] & (1 << UInt64(position & 63)) != 0
  }
}
