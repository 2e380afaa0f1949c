import Glibc

/// Room for the slots and bits of columns that have the same reports, in one piece, so that the
/// system can give it in large pages.
///
/// Slots and bits are padded with zeros: by one report in front, so that last year's figure can be
/// read at the place before, and behind to a whole block.
///
/// Safe to share: whoever makes it writes through the pointers before anybody else has it, or, as
/// ``PanelFrame`` does, lets every place be written by one thread only.
final class ColumnMemory: @unchecked Sendable {
  /// The number of reports.
  let count: Int
  /// A word of bits for each 64 reports, to the end of the last block.
  let wordCount: Int
  private let slotMemory: UnsafeMutablePointer<Int32>
  private let bitMemory: UnsafeMutablePointer<UInt64>
  private let slotsOfColumn: Int
  private let wordsOfColumn: Int

  /// One line of memory in front, though one slot would do: blocks stay aligned.
  private static let front = 16
  private static let largePage = 1 << 21

  /// Room in which only the padding is set.
  init(columns: Int, reports: Int) {
    count = reports
    let blocks = (reports + Panel.blockLength - 1) / Panel.blockLength
    wordCount = blocks * Panel.blockLength / 64
    slotsOfColumn = Self.front + blocks * Panel.blockLength
    wordsOfColumn = 1 + wordCount
    slotMemory = Self.allocate(max(1, columns * slotsOfColumn))
    bitMemory = Self.allocate(max(1, columns * wordsOfColumn))
    for column in 0..<columns {
      (slots(of: column) - Self.front).initialize(repeating: 0, count: Self.front)
      let padding = slotsOfColumn - Self.front - reports
      (slots(of: column) + reports).initialize(repeating: 0, count: padding)
      (bits(of: column) - 1).initialize(repeating: 0, count: wordsOfColumn)
    }
  }

  deinit {
    free(slotMemory)
    free(bitMemory)
  }

  /// The slot of the first report.
  func slots(of column: Int) -> UnsafeMutablePointer<Int32> {
    slotMemory + column * slotsOfColumn + Self.front
  }

  /// The word with the bit of the first report; all are zero at first.
  func bits(of column: Int) -> UnsafeMutablePointer<UInt64> {
    bitMemory + column * wordsOfColumn + 1
  }

  private static func allocate<Element: BitwiseCopyable>(
    _ count: Int
  ) -> UnsafeMutablePointer<Element> {
    let bytes = count * MemoryLayout<Element>.stride
    var memory: UnsafeMutableRawPointer?
    let alignment = bytes >= largePage ? largePage : 64
    guard posix_memalign(&memory, alignment, bytes) == 0, let memory else {
      fatalError("no memory for \(bytes) bytes")
    }
    // Figures are written in the order of the files, far from each other in memory; with small pages
    // the processor would spend most of the time on their addresses.
    if bytes >= largePage { madvise(memory, bytes, MADV_HUGEPAGE) }
    return memory.bindMemory(to: Element.self, capacity: count)
  }
}
