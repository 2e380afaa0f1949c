import Forms
import Panel

/// The groups of a panel's reports that share the layout of their tables and of their year
/// before's: compiled rules hold for a group.
struct ReportGroups: Sendable {
  /// What the layouts are made of.
  let catalog: FormCatalog
  /// In the order of the panel's layouts; within one, first without a year before.
  let layouts: [LayoutPair]
  /// The position among `layouts` of each pair of layouts of the panel, the year before's counted
  /// from 1; -1 where no report has it.
  private let numbers: [Int]
  private let layoutCount: Int

  /// - Parameter reports: those that are looked at, in any order; all where `nil`.
  init(of panel: Panel, reports: [Int]?, catalog: FormCatalog) {
    self.catalog = catalog
    let count = panel.layouts.count
    var occurs = [Bool](repeating: false, count: count * (count + 1))
    if let reports {
      for report in reports { occurs[Self.pair(report, panel, count)] = true }
    } else {
      for report in panel.reports.indices { occurs[Self.pair(report, panel, count)] = true }
    }
    let single = panel.layouts.map { ReportLayout(forms: $0, in: catalog) }
    var layouts: [LayoutPair] = []
    var numbers = [Int](repeating: -1, count: occurs.count)
    for pair in occurs.indices where occurs[pair] {
      let previous = pair % (count + 1)
      numbers[pair] = layouts.count
      layouts.append(
        LayoutPair(
          current: single[pair / (count + 1)],
          previous: previous == 0 ? nil : single[previous - 1]))
    }
    self.layouts = layouts
    self.numbers = numbers
    layoutCount = count
  }

  /// The group of a report that is looked at.
  func number(of report: Int, in panel: Panel) -> Int {
    numbers[Self.pair(report, panel, layoutCount)]
  }

  /// Gathers the reports of a block by their groups.
  func gather(
    block: Int, wanted: BlockTruth.Bits, in panel: Panel, into masks: inout [BlockTruth.Bits]
  ) {
    let words = Panel.blockLength / 64
    if layoutCount == 1 {
      // Only whether there is a year before tells reports apart.
      var looksBack = BlockTruth.Bits.zero
      for word in 0..<words { looksBack[word] = panel.hasPrevious[block * words + word] }
      for (pair, bits) in [wanted & ~looksBack, wanted & looksBack].enumerated()
      where numbers[pair] >= 0 {
        masks[numbers[pair]] = bits
      }
      return
    }
    for word in 0..<words {
      var rest = wanted[word]
      while rest != 0 {
        let bit = rest & (~rest &+ 1)
        let report = block * Panel.blockLength + word * 64 + bit.trailingZeroBitCount
        rest &= rest &- 1
        masks[numbers[Self.pair(report, panel, layoutCount)]][word] |= bit
      }
    }
  }

  private static func pair(_ report: Int, _ panel: Panel, _ count: Int) -> Int {
    let previous = panel.previous(of: report).map { Int(panel.layoutOfReport[$0]) + 1 } ?? 0
    return Int(panel.layoutOfReport[report]) * (count + 1) + previous
  }
}
