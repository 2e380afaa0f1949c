/// The memory of a finished column, at addresses that stay as long as the column does.
///
/// Safe to share: nothing is written once `init` has returned.
final class ColumnStorage: @unchecked Sendable {
  let count: Int
  let slots: UnsafePointer<Int32>
  let plain: UnsafePointer<UInt64>
  let wide: [Int64]
  private let memory: ColumnMemory

  /// A column whose slots and bits are set.
  init(_ memory: ColumnMemory, column: Int, wide: [Int64]) {
    self.memory = memory
    self.wide = wide
    count = memory.count
    slots = UnsafePointer(memory.slots(of: column))
    plain = UnsafePointer(memory.bits(of: column))
  }

  convenience init(_ cells: CompactCells) {
    let memory = ColumnMemory(columns: 1, reports: cells.count)
    cells.slots.withUnsafeBufferPointer { source in
      if let base = source.baseAddress {
        memory.slots(of: 0).update(from: base, count: source.count)
      }
    }
    cells.plain.withUnsafeBufferPointer { source in
      if let base = source.baseAddress {
        memory.bits(of: 0).update(from: base, count: source.count)
      }
    }
    self.init(memory, column: 0, wide: cells.wide)
  }

  /// The cells at these positions, in this order; those behind the last are not on their form.
  convenience init(_ cells: CompactCells, order: ReportRuns) {
    let memory = ColumnMemory(columns: 1, reports: order.count)
    let (slots, bits) = (memory.slots(of: 0), memory.bits(of: 0))
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
            Self.copyBits(from: sourceBits, at: start, to: bits, at: position, count: known)
            position += Int(run.count)
          }
        }
      }
    }
    self.init(memory, column: 0, wide: cells.wide)
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

  func isPlain(_ position: Int) -> Bool {
    plain[position >> 6] & (1 << UInt64(position & 63)) != 0
  }
}
