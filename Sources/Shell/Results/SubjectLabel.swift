import Forms
import ReportModel

/// What people call the subject of a finding: a row of table 3 by its indicator, a group of cells
/// by the label that its row or its columns have on the form.
enum SubjectLabel {
  static func label(of subject: String, in catalog: FormCatalog) -> LocalizedText {
    if let indicator = catalog.indicators[IndicatorCode(subject)] { return indicator.label }
    let blocks = catalog.forms.reversed().flatMap { $0.tables.flatMap(\.blocks) }
    for block in blocks {
      if let row = block.rows.first(where: { $0.code == subject }), let label = row.label {
        return label.text
      }
      if let column = block.columns.first(where: { $0.code.hasPrefix(subject + ".") }),
        let head = column.heads.last
      {
        return head.text
      }
    }
    return LocalizedText(verbatim: subject)
  }
}
