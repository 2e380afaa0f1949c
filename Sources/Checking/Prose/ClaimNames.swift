import Expressions

/// What the names mean that only rules for claims know.
enum ClaimName: String, CaseIterable, Sendable {
  /// What the text states, to the precision that it is printed in.
  case claim
  /// The year that the words name, where the text does not state the same for the report's own year.
  case claimYear = "claim.year"
  /// The sum of the parts that the text lists of it: at least that where it may not list all.
  case claimParts = "claim.parts"
  /// The figure that a share is of, and the whole.
  case claimSubject = "claim.subject"
  case claimWhole = "claim.whole"
  /// What the tables have for it; with `previous.`, those of the year before.
  case table
  /// The year of the report.
  case year
  /// The first day of that year for the first day that the text states, the last for the last.
  case period

  init?(_ name: Name) {
    guard name.applicant == nil else { return nil }
    self.init(rawValue: name.words)
  }
}

/// The figures of one claim in one reading, as an assertion asks for them.
struct ClaimFigures: FigureSource {
  var figures: [ClaimName: Figure] = [:]
  /// What the tables of the year before have.
  var previousTable: Figure = .missing(.noReport)
  /// The names whose figures come from the tables; those of others the text leaves open itself.
  var fromTables: Set<ClaimName> = [.table]
  /// For codes that the rule itself names.
  let cells: PanelFigures

  func names(matching pattern: Name) -> [Name] { cells.names(matching: pattern) }

  func figure(_ name: Name) throws(EvaluationProblem.Kind) -> Figure {
    guard let known = ClaimName(name) else { return try cells.figure(name) }
    if name.isPrevious { return known == .table ? previousTable : .missing(.notOnForm) }
    return figures[known] ?? .missing(.notOnForm)
  }

  /// Whether something that the expression asks for was not read from the tables.
  func hasUnread(in expression: Expression) -> Bool {
    expression.names.contains { name, _ in
      // What the text leaves open is no matter of reading.
      if let known = ClaimName(name), !fromTables.contains(known) { return false }
      if name.isPattern {
        return names(matching: name).contains { isUnread($0) }
      }
      return isUnread(name)
    }
  }

  private func isUnread(_ name: Name) -> Bool {
    if case .unread = try? figure(name) { true } else { false }
  }
}
