import Panel
import ReportModel

/// What the reports of other bodies come to in one cell, for each report of a panel.
struct RelativeColumn: Sendable {
  /// What was read of a sum that is not whole; `nil` where it leaves the range of numbers.
  struct Part: Sendable {
    let sum: Int64?
  }

  /// Sums or quartiles: reported where everything that goes into them was read; blank where blank
  /// cells are all that is missing; ambiguous where more is; not on the form where there is nothing
  /// to be said of the report.
  let column: PanelColumn
  /// By report, what was read of sums that are not whole.
  let parts: [UInt32: Part]
  /// A bit a report, to the end of the last block: whether there is anything to be said of it.
  let bits: [UInt64]
  /// Which reports have the cell on forms that mean the same by it.
  let matches: FormMatches
  /// How many figures stand behind a quartile, by report; empty for sums.
  let counts: [Int32]

  /// Bits of the reports whose state says that there is something.
  static func bits(of states: [PanelColumn.State], in panel: Panel) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: panel.hasPrevious.count)
    for (report, state) in states.enumerated() where state != .notOnForm {
      bits[report >> 6] |= 1 << UInt64(report & 63)
    }
    return bits
  }
}
