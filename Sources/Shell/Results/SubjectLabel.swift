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
    return statement(subject, in: catalog) ?? LocalizedText(verbatim: subject)
  }

  /// `outcome.granted + outcome.partial`, `requests.new[person]#2`: what the text states.
  private static func statement(_ subject: String, in catalog: FormCatalog) -> LocalizedText? {
    let name = subject.prefix { $0 != "[" && $0 != "#" }
    if let kind = Claim.Kind(rawValue: String(name)) { return kind.label }
    var labels: [LocalizedText] = []
    for word in name.split(separator: " ") {
      guard word != "+", word != "|" else {
        labels.append(LocalizedText(verbatim: word == "+" ? "+" : "/"))
        continue
      }
      guard let label = catalog.indicators[IndicatorCode(String(word))]?.label else { return nil }
      labels.append(label)
    }
    guard !labels.isEmpty else { return nil }
    let rest = subject.dropFirst(name.count)
    return LocalizedText(
      chinese: labels.map(\.chinese).joined() + rest,
      english: labels.map(\.english).joined(separator: " ") + rest)
  }
}
