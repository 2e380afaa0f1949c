import Forms
import ReportModel
import ReportStore

/// What `sql` reads besides the store's own views, and its answer as a result.
enum SQLTables {
  static func indicators(_ catalog: FormCatalog) -> SQLTable {
    SQLTable(
      name: "indicators",
      columns: ["indicator", "label_zh", "label_en", "unit", "table", "applicants", "formula"],
      rows: catalog.indicators.all.map { indicator in
        let formula: SQLValue =
          if case .derived(let formula) = indicator.origin { .text(formula) } else { .null }
        return [
          .text(indicator.code.text), .text(indicator.label.chinese),
          .text(indicator.label.english), .text(indicator.unit.rawValue),
          .integer(Int64(indicator.table)), .integer(indicator.hasApplicants ? 1 : 0), formula,
        ]
      })
  }

  static func findings(_ findings: [Finding]) -> SQLTable {
    SQLTable(
      name: "findings",
      columns: [
        "id", "rule", "severity", "outcome", "body", "year", "table", "applicant", "subject",
        "left", "right", "difference", "assertion",
      ],
      rows: findings.map { finding in
        [
          .text(finding.id), .text(finding.rule), .text(finding.severity.rawValue),
          .text(finding.outcome.rawValue), .text(finding.body), .integer(Int64(finding.year)),
          .integer(Int64(finding.table)), finding.applicant.map { .text($0.rawValue) } ?? .null,
          .text(finding.subject), value(finding.left), value(finding.right),
          value(finding.difference), .text(finding.assertion),
        ]
      })
  }

  private static func value(_ quantity: Quantity?) -> SQLValue {
    guard let quantity else { return .null }
    return quantity.count.map { .integer($0) } ?? .text(quantity.description)
  }

  /// The answer with a kind for each column: figures where every value is a number.
  static func result(_ answer: SQLAnswer) -> ResultTable {
    var names: [String] = []
    for name in answer.columns {
      let base = name.isEmpty ? "column" : name
      var (unique, number) = (base, 2)
      while names.contains(unique) {
        unique = "\(base)_\(number)"
        number += 1
      }
      names.append(unique)
    }
    let columns = names.enumerated().map { index, name in
      let isNumber = answer.rows.allSatisfy { row in
        switch row[index] {
        case .null, .integer, .real: true
        case .text, .blob: false
        }
      }
      return ResultColumn(
        name: name, heading: LocalizedText(verbatim: name),
        kind: isNumber && !answer.rows.isEmpty ? (name == "year" ? .year : .figure(.count)) : .text)
    }
    return ResultTable(columns: columns, rows: answer.rows.map { $0.map(value) })
  }

  private static func value(_ value: SQLValue) -> ResultValue {
    switch value {
    case .null: return .missing
    case .integer(let number): return .number(Quantity(number))
    case .real(let number):
      // SQLite works with binary numbers: what it shows is the shortest decimal of one.
      return Quantity(number.description).map { .number($0) } ?? .text(number.description)
    case .text(let text): return .text(text)
    case .blob(let bytes):
      let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      return .text("x'" + digits.joined() + "'")
    }
  }
}
