import Panel

/// Whether cells are there, for the reports of a block that show plain figures in all of them.
///
/// Safe to share while the columns are kept: it only reads.
struct BlockPresence: Equatable, @unchecked Sendable {
  private struct Cell: Equatable {
    let bits: UnsafePointer<UInt64>
    let isPrevious: Bool
  }

  private let cells: [Cell]

  init(_ cells: [CompiledCondition.FoundCell], columns: [PanelColumn]) {
    self.cells = cells.map {
      Cell(bits: columns[$0.column].plainFigures.bits, isPrevious: $0.isPrevious)
    }
  }

  func truth(block: Int, wanted: BlockTruth.Bits) -> BlockTruth {
    var known = wanted
    for cell in cells {
      known &= BlockTruth.bits(
        cell.bits, at: block * Panel.blockLength / 64, isPrevious: cell.isPrevious)
    }
    return BlockTruth(known: known, holds: known)
  }

  /// Whether any of the cells has a figure; where none has a plain one, that takes a closer look.
  func anyTruth(block: Int, wanted: BlockTruth.Bits) -> BlockTruth {
    var known = BlockTruth.Bits.zero
    for cell in cells where known != wanted {
      known |=
        wanted
        & BlockTruth.bits(
          cell.bits, at: block * Panel.blockLength / 64, isPrevious: cell.isPrevious)
    }
    return BlockTruth(known: known, holds: known)
  }
}
