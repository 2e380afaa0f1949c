import ReportModel

/// A result as records for data files: the table's columns, then a column of flags for each that
/// has any, at the end so that the order of the others never changes.
struct RecordColumns {
  enum Field {
    case missing
    case text(String)
    case number(Quantity)
    case flags([Flag])
  }

  let names: [String]
  /// The positions of the columns with flags.
  private let flagged: [Int]

  init(_ table: ResultTable) {
    flagged = table.columns.indices.filter { column in
      table.rows.contains { !$0[column].flags.isEmpty }
    }
    names = table.columns.map(\.name) + flagged.map { table.columns[$0].name + "_flags" }
  }

  /// As many fields as names. A column of flags is empty where the value has none.
  func fields(of row: [ResultValue]) -> [Field] {
    row.map(Self.field) + flagged.map { .flags(row[$0].flags) }
  }

  private static func field(_ value: ResultValue) -> Field {
    switch value.content {
    case .missing: .missing
    case .text(let text), .term(let text, _): .text(text)
    case .number(let number): .number(number)
    }
  }
}
