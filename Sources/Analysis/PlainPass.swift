import Panel

/// Adds up plain figures of one column over reports that follow each other, where codes are rows and
/// the bodies behind them are remembered: what nearly all questions about a country come down to.
///
/// Everything that it looks at stands at an address, and nothing else is asked of a report.
struct PlainPass {
  /// A dimension of which every report has a value of its own.
  struct Axis {
    let values: UnsafePointer<UInt32>
    let stride: Int
  }

  let figures: PanelColumn.PlainFigures
  let layouts: UnsafePointer<UInt32>
  let bodies: UnsafePointer<UInt32>
  /// Of each layout what is added to the code of a report, to give its place among the tallies;
  /// below zero where the layout's figures do not stand in the column.
  let offsets: UnsafePointer<Int>
  /// One or two.
  let axes: [Axis]

  /// - Returns: the reports whose figures are not plain, ascending.
  func run(_ reports: Range<Int>, _ tallies: UnsafeMutablePointer<PlainTally>) -> [Int] {
    if axes.count == 1 {
      let (values, stride) = (axes[0].values, axes[0].stride)
      return run(reports, tallies) { Int(values[$0]) &* stride }
    }
    let (first, outer) = (axes[0].values, axes[0].stride)
    let (second, inner) = (axes[1].values, axes[1].stride)
    return run(reports, tallies) { Int(first[$0]) &* outer &+ Int(second[$0]) &* inner }
  }

  @inline(__always)
  private func run(
    _ reports: Range<Int>, _ tallies: UnsafeMutablePointer<PlainTally>, code: (Int) -> Int
  ) -> [Int] {
    let (slots, bits) = (figures.slots, figures.bits)
    let (layouts, bodies, offsets) = (self.layouts, self.bodies, self.offsets)
    var others: [Int] = []
    var body = UInt32.max
    var member = MemberDigest.bits(of: -1)
    for report in reports {
      let offset = offsets[Int(layouts[report])]
      guard offset >= 0, bits[report >> 6] & (1 << UInt64(report & 63)) != 0 else {
        others.append(report)
        continue
      }
      if bodies[report] != body {
        body = bodies[report]
        member = MemberDigest.bits(of: Int(body))
      }
      tallies[offset &+ code(report)].add(Int64(slots[report]), member: member)
    }
    return others
  }
}
