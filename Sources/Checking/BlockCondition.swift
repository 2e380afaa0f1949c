import Expressions
import Panel

/// A condition that can be worked out for whole blocks of reports where all its figures are plain.
indirect enum BlockCondition: Equatable, Sendable {
  case comparison(BlockComparison)
  case found(BlockPresence)
  case filled(BlockPresence)
  case constant(Bool)
  case not(BlockCondition)
  case connective(Connective, BlockCondition, BlockCondition)

  /// - Returns: `nil` for what must be worked out report by report.
  init?(_ condition: CompiledCondition, columns: [PanelColumn]) {
    switch condition {
    case .linear(let linear):
      guard let comparison = BlockComparison(linear, columns: columns) else { return nil }
      self = .comparison(comparison)
    case .found(let cells):
      self = .found(BlockPresence(cells, columns: columns))
    case .filled(let cells):
      self = .filled(BlockPresence(cells, columns: columns))
    case .constant(.holds):
      self = .constant(true)
    case .constant(.fails):
      self = .constant(false)
    case .not(let operand):
      guard let operand = BlockCondition(operand, columns: columns) else { return nil }
      self = .not(operand)
    case .connective(let connective, let left, let right):
      guard let left = BlockCondition(left, columns: columns),
        let right = BlockCondition(right, columns: columns)
      else { return nil }
      self = .connective(connective, left, right)
    case .stepwise, .constant, .overflow:
      return nil
    }
  }

  func truth(block: Int, wanted: BlockTruth.Bits) -> BlockTruth {
    switch self {
    case .comparison(let comparison):
      return comparison.truth(block: block, wanted: wanted)
    case .found(let presence):
      return presence.truth(block: block, wanted: wanted)
    case .filled(let presence):
      return presence.anyTruth(block: block, wanted: wanted)
    case .constant(let holds):
      return BlockTruth(known: wanted, holds: holds ? wanted : .zero)
    case .not(let operand):
      let truth = operand.truth(block: block, wanted: wanted)
      return BlockTruth(known: truth.known, holds: ~truth.holds)
    case .connective(let connective, let left, let right):
      let one = left.truth(block: block, wanted: wanted)
      let other = right.truth(block: block, wanted: wanted)
      let holds =
        switch connective {
        case .and: one.holds & other.holds
        case .or: one.holds | other.holds
        case .implies: ~one.holds | other.holds
        }
      return BlockTruth(known: one.known & other.known, holds: holds)
    }
  }
}
