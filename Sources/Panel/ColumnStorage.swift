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

  convenience init(_ cells: CompactCells) {
    self.init(count: cells.count, wide: cells.wide) { slots, plain in
      cells.slots.withUnsafeBufferPointer { source in
        if let base = source.baseAddress { slots.update(from: base, count: source.count) }
      }
      cells.plain.withUnsafeBufferPointer { source in
        if let base = source.baseAddress { plain.update(from: base, count: source.count) }
      }
    }
  }

  /// The cells at these positions, in this order; those behind the last are not on their form.
  convenience init(_ cells: CompactCells, order: ReportRuns) {
    self.init(count: order.count, wide: cells.wide) { slots, plain in
      let end = cells.count
      let empty = CompactCells.slot(of: .notOnForm)
      cells.slots.withUnsafeBufferPointer { sourceSlots in
        cells.plain.withUnsafeBufferPointer { sourceBits in
          order.runs.withUnsafeBufferPointer { runs in
            var position = 0
            for run in runs {
              let start = Int(run.start)
              let known = max(0, min(Int(run.count), end - start))
              // Places among the wide figures stay what they are.
              for step in 0..<known { slots[position + step] = sourceSlots[start + step] }
              for step in known..<Int(run.count) { slots[position + step] = empty }
              Self.copyBits(
                from: sourceBits, at: start, to: plain, at: position, count: known)
              position += Int(run.count)
            }
          }
        }
      }
    }
  }

  /// Bits from one place to another, up to 64 at a time; those at the target are zero.
  @inline(__always)
  private static func copyBits(
    from source: UnsafeBufferPointer<UInt64>, at start: Int,
    to target: UnsafeMutablePointer<UInt64>, at position: Int, count: Int
  ) {
    var done = 0
    while done < count {
      let (from, to) = (start + done, position + done)
      // As many as both words have left.
      let length = min(count - done, 64 - (from & 63), 64 - (to & 63))
      let mask: UInt64 = length == 64 ? .max : (1 << UInt64(length)) - 1
      target[to >> 6] |= (source[from >> 6] >> UInt64(from & 63) & mask) << UInt64(to & 63)
      done += length
    }
  }

  private init(
    count: Int, wide: [Int64],
    fill: (UnsafeMutablePointer<Int32>, UnsafeMutablePointer<UInt64>) -> Void
  ) {
    let blocks = (count + Panel.blockLength - 1) / Panel.blockLength
    let slotCount = Self.front + blocks * Panel.blockLength
    let slotMemory = UnsafeMutablePointer<Int32>.allocate(capacity: slotCount)
    slotMemory.initialize(repeating: 0, count: slotCount)
    let wordCount = 1 + blocks * Panel.blockLength / 64
    let plainMemory = UnsafeMutablePointer<UInt64>.allocate(capacity: wordCount)
    plainMemory.initialize(repeating: 0, count: wordCount)
    fill(slotMemory + Self.front, plainMemory + 1)
    self.slotMemory = slotMemory
    self.plainMemory = plainMemory
    self.count = count
    self.wide = wide
    slots = UnsafePointer(slotMemory + Self.front)
    plain = UnsafePointer(plainMemory + 1)
  }

  deinit {
    slotMemory.deallocate()
    plainMemory.deallocate()
  }

  func isPlain(_ position: Int) -> Bool {
    plain[position >> 6] & (1 << UInt64(position & 63)) != 0
  }
}
