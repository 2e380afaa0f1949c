import CColumnSums
import Expressions
import Panel
import ReportModel

/// Which of a block's reports a condition was worked out for, and for which of them it holds: a bit
/// a report.
struct BlockTruth {
  typealias Bits = SIMD8<UInt64>

  let known: Bits
  /// Means nothing where not known.
  let holds: Bits

  /// The bits of a block's reports in a column, or of the reports before them.
  static func bits(_ bits: UnsafePointer<UInt64>, at word: Int, isPrevious: Bool) -> Bits {
    let address = UnsafeRawPointer(bits + word)
    let own = address.loadUnaligned(as: Bits.self)
    guard isPrevious else { return own }
    let before = (address - 8).loadUnaligned(as: Bits.self)
    return own &<< 1 | before &>> 63
  }
}

/// A linear comparison over the plain figures of a block of reports: sums of columns in 32-bit
/// numbers, which plain figures cannot leave.
///
/// Safe to share while the columns are kept: it only reads.
struct BlockComparison: Equatable, @unchecked Sendable {
  private struct Term: Equatable {
    /// At the place of the block's first report, or of the report before it for last year's figure.
    let slots: UnsafePointer<Int32>
    let bits: UnsafePointer<UInt64>
    let isPrevious: Bool
    let coefficient: Int32
  }

  private let comparison: Comparison
  private let terms: [Term]
  /// The columns that are added and subtracted as they are, and those with another factor.
  private let added: [UnsafePointer<Int32>?]
  private let subtracted: [UnsafePointer<Int32>?]
  private let multiplied: [Term]
  private let constant: Int32
  /// What each side is made of, as the rule is written.
  private let left: Side
  private let right: Side
  /// Digits after the point of both sides.
  let scale: Int
  /// Whether its sides are amounts: money without a stated unit is none.
  let hasSides: Bool

  private struct Side: Equatable {
    let terms: [Term]
    let constant: Int64
  }

  /// - Returns: `nil` where sums of plain figures could leave 32 bits or the figures have no common
  ///   unit.
  init?(_ linear: LinearComparison, columns: [PanelColumn]) {
    let limit = Int64(PanelColumn.plainLimit)
    let (constant, overflow) = linear.leftConstant.subtractingReportingOverflow(
      linear.rightConstant)
    guard !overflow, constant.magnitude <= UInt64(limit),
      linear.leftConstant.magnitude <= UInt64(Int64.max / 2)
    else { return nil }
    // Each figure counts even where it cancels out: it must have been read.
    guard let terms = Self.terms(linear.difference, columns),
      let left = Self.terms(linear.left, columns), let right = Self.terms(linear.right, columns)
    else { return nil }
    self.left = Side(terms: left, constant: linear.leftConstant)
    self.right = Side(terms: right, constant: linear.rightConstant)
    scale = linear.scale
    hasSides = linear.difference.allSatisfy { columns[$0.column].unit != .unstatedMoney }
    comparison = linear.comparison
    self.terms = terms
    added = terms.filter { $0.coefficient == 1 }.map(\.slots)
    subtracted = terms.filter { $0.coefficient == -1 }.map(\.slots)
    multiplied = terms.filter { abs($0.coefficient) != 1 }
    self.constant = Int32(constant)
  }

  /// - Returns: `nil` where their sum could leave 32 bits or a unit is unclear.
  private static func terms(
    _ terms: [LinearComparison.Term], _ columns: [PanelColumn]
  ) -> [Term]? {
    var weight: UInt64 = 1
    var result: [Term] = []
    for term in terms {
      guard !term.isUnitUnclear, term.coefficient.magnitude <= 126 else { return nil }
      weight += term.coefficient.magnitude
      let figures = columns[term.column].plainFigures
      result.append(
        Term(
          slots: term.isPrevious ? figures.slots - 1 : figures.slots, bits: figures.bits,
          isPrevious: term.isPrevious, coefficient: Int32(term.coefficient)))
    }
    return weight <= 127 ? result : nil
  }

  /// The values of both sides for a report whose figures are all plain, at `scale`.
  func sides(at report: Int) -> (left: Int64, right: Int64) {
    (value(of: left, at: report), value(of: right, at: report))
  }

  private func value(of side: Side, at report: Int) -> Int64 {
    var sum = side.constant
    for term in side.terms { sum += Int64(term.slots[report]) * Int64(term.coefficient) }
    return sum
  }

  /// - Parameters:
  ///   - block: the number of the block.
  ///   - wanted: the reports to be looked at.
  func truth(block: Int, wanted: BlockTruth.Bits) -> BlockTruth {
    let firstWord = block * Self.words
    var known = wanted
    for term in terms { known &= Self.bits(of: term, at: firstWord) }
    guard known != .zero else { return BlockTruth(known: known, holds: .zero) }
    let holds = withUnsafeTemporaryAllocation(
      of: Int32.self, capacity: Panel.blockLength
    ) { sums in
      sums.initialize(repeating: constant)
      return self.holds(block * Panel.blockLength, UnsafeMutableBufferPointer(rebasing: sums[...]))
    }
    return BlockTruth(known: known, holds: holds)
  }

  private static let words = Panel.blockLength / 64

  private func holds(
    _ start: Int, _ sums: UnsafeMutableBufferPointer<Int32>
  ) -> BlockTruth.Bits {
    guard let address = sums.baseAddress else { return .zero }
    added.withUnsafeBufferPointer {
      column_sums_add(address, $0.baseAddress, $0.count, start)
    }
    subtracted.withUnsafeBufferPointer {
      column_sums_subtract(address, $0.baseAddress, $0.count, start)
    }
    for term in multiplied {
      column_sums_add_multiple(address, term.slots, term.coefficient, start)
    }
    var holds = BlockTruth.Bits.zero
    for word in 0..<Self.words {
      switch comparison {
      case .equal: holds[word] = column_sums_zeros(address + word * 64)
      case .notEqual: holds[word] = ~column_sums_zeros(address + word * 64)
      case .less, .atMost, .greater, .atLeast:
        holds[word] = bits(address + word * 64)
      }
    }
    return holds
  }

  private func bits(_ differences: UnsafePointer<Int32>) -> UInt64 {
    var bits: UInt64 = 0
    for place in 0..<64 where comparison.holds(differences[place], 0) {
      bits |= 1 << UInt64(place)
    }
    return bits
  }

  private static func bits(of term: Term, at word: Int) -> BlockTruth.Bits {
    BlockTruth.bits(term.bits, at: word, isPrevious: term.isPrevious)
  }
}
