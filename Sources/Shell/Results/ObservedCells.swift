import Checking
import ReportModel

extension ReportLookup {
  /// The cells that a finding rests on with what stands in them, in the finding's order: what a
  /// waiver is written for.
  mutating func observed(_ finding: Finding) throws(ShellError) -> [ObservedCell] {
    var cells: [ObservedCell] = []
    for operand in finding.operands {
      let cell = try report(body: finding.body, year: operand.year)?[operand.key]
      cells.append(
        ObservedCell(
          cell: finding.name(of: operand),
          value: cell?.value?.description ?? (cell?.status ?? .absent).rawValue))
    }
    return cells
  }
}
