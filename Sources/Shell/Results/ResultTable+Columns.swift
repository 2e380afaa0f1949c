import ReportModel

extension ResultTable {
  /// The table without the columns of these names.
  func without(_ names: Set<String>) -> ResultTable {
    let kept = columns.indices.filter { !names.contains(columns[$0].name) }
    var result = self
    result.columns = kept.map { columns[$0] }
    result.rows = rows.map { row in kept.map { row[$0] } }
    return result
  }

  /// The table without the columns of these names in which every row has the same code.
  func withoutColumns(_ names: Set<String>, saying code: String) -> ResultTable {
    let constant = columns.indices.filter { index in
      names.contains(columns[index].name) && rows.allSatisfy { $0[index].code == code }
    }
    return without(Set(constant.map { columns[$0].name }))
  }
}

extension ResultValue {
  /// What a data file would carry, as text.
  fileprivate var code: String {
    switch content {
    case .missing: ""
    case .text(let text), .term(let text, _): text
    case .number(let number): number.description
    }
  }
}
