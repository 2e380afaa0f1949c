import Forms
import ReportModel

/// One of the things that a rule goes through: an applicant, a row or a group.
struct RuleBinding: Hashable, Sendable {
  var applicant: Applicant?
  var row: IndicatorCode?
  var group: String?

  /// What findings call it: the row's code or the group; empty for applicants.
  var subject: String { row?.text ?? group ?? "" }

  /// Everything that the rule goes through, over all forms, in the order of the forms. A report
  /// whose form lacks one of them skips the rule there, so that each report counts alike.
  static func all(
    of rule: Rule, in catalog: FormCatalog
  ) throws(RuleFileProblem) -> [RuleBinding] {
    switch rule.scope {
    case .applicants:
      return Applicant.allCases.map { RuleBinding(applicant: $0) }
    case .groups(let groups):
      return groups.map { RuleBinding(group: $0) }
    case .rows(let patterns):
      let cells = catalog.tables(rule.table).flatMap(\.cells)
      var codes: Set<IndicatorCode> = []
      for pattern in patterns {
        let fitting = cells.map(\.key.indicator).filter {
          IndicatorDictionary.matches($0, pattern: pattern)
        }
        guard !fitting.isEmpty else {
          throw rule.scopePlace.problem(.patternFitsNothing(pattern))
        }
        codes.formUnion(fitting)
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
