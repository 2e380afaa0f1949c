import Forms
import ReportModel

/// One of the things that a rule goes through: an applicant, a row, a group or a table.
struct RuleBinding: Hashable, Sendable {
  var applicant: Applicant?
  var row: IndicatorCode?
  var group: String?
  var table: Int?

  /// What findings call it: the row's code, the group or the table; empty for applicants.
  var subject: String { row?.text ?? group ?? table.map { "table:\($0)" } ?? "" }

  /// Everything that the rule goes through, over all forms, in the order of the forms. A report
  /// whose form lacks one of them skips the rule there, so that each report counts alike.
  static func all(
    of rule: Rule, in catalog: FormCatalog, collecting problems: inout [RuleFileProblem]
  ) -> [RuleBinding] {
    switch rule.scope {
    case .totals, .claims:
      return []
    case .tables(let numbers):
      return numbers.map { number in
        let tables = Set(catalog.forms.flatMap { $0.tables.map(\.number) }).sorted()
        if !tables.contains(number) {
          problems.append(
            rule.places.scope.problem(.unknownTable(String(number), tables: tables)))
        }
        return RuleBinding(table: number)
      }
    case .applicants:
      return Applicant.allCases.map { RuleBinding(applicant: $0) }
    case .groups(let groups):
      return groups.map { RuleBinding(group: $0) }
    case .rows(let patterns, let except):
      let tables = catalog.tables(rule.table)
      let meant = tables.filter { rule.forms.contains($0.form) }
      // Forms that there are not are told as such.
      let cells = (meant.isEmpty ? tables : meant).flatMap(\.cells)
      var codes: Set<IndicatorCode> = []
      for pattern in patterns {
        let fitting = cells.map(\.key.indicator).filter {
          IndicatorDictionary.matches($0, pattern: pattern)
        }
        if fitting.isEmpty {
          problems.append(rule.places.scope.problem(.patternFitsNothing(pattern)))
        }
        codes.formUnion(fitting)
      }
      for pattern in except {
        let fitting = codes.filter { IndicatorDictionary.matches($0, pattern: pattern) }
        if fitting.isEmpty {
          problems.append(rule.places.scope.problem(.patternFitsNothing(pattern)))
        }
        codes.subtract(fitting)
      }
      let ordered = codes.sorted { left, right in
        let positions = (
          catalog.indicators.position(of: left), catalog.indicators.position(of: right)
        )
        return positions.0 != positions.1 ? positions.0 < positions.1 : left < right
      }
      return ordered.map { RuleBinding(row: $0) }
    }
  }
}
