import Checking
import ReportModel

/// Remarks on rules as a table: one row a remark.
struct LintTable {
  let wording: Wording

  private static let columns: [ResultColumn] = [
    Headings.text("remark", "类别", "Remark"), Headings.rule, Headings.form, Headings.table,
    ResultColumn(
      name: "message", heading: LocalizedText(chinese: "说明", english: "Message"), kind: .label),
    Headings.text("cells", "单元格", "Cells"),
  ]

  func table(_ remarks: [RuleLint.Remark]) -> ResultTable {
    let rows = remarks.map { remark in
      [
        ResultValue.term(remark.kind.code, wording.label(of: remark.kind)),
        .text(remark.rules.joined(separator: ", ")), .text(remark.form ?? ""),
        remark.table.map { .count($0) } ?? .missing, .text(wording.text(of: remark)),
        .text(remark.cells.map(\.description).joined(separator: "; ")),
      ]
    }
    return ResultTable(columns: Self.columns, rows: rows)
  }
}

extension RuleLint.Kind {
  /// As data files carry it.
  var code: String {
    switch self {
    case .contradiction: "contradiction"
    case .testFails: "test-fails"
    case .redundant: "redundant"
    case .undecided: "undecided"
    case .testMissing: "test-missing"
    case .labelMissing: "label-missing"
    case .uncovered: "uncovered"
    }
  }
}
