import Expressions
import Panel
import ReportModel

/// What a rule says of one report and one applicant, row or group.
enum Verdict: Sendable {
  case pass
  /// No value of the cells that were not read could satisfy the rule.
  case fail
  /// It depends on cells that were not read.
  case unknown
  /// The form has no such cell, or there is no report of the year before.
  case skipped
  /// The rule could not be worked out.
  case error

  /// Holds a report against a condition.
  ///
  /// Blanks count as zero where that satisfies the rule; else the rule fails only where no values
  /// of blanks and unread cells could satisfy it.
  ///
  /// - Parameter figures: the report, with blanks as zero.
  init(_ condition: CompiledCondition, of figures: PanelFigures, in columns: [PanelColumn]) {
    do {
      switch try condition.truth(of: figures, in: columns) {
      case .holds:
        self = .pass
        return
      case .notApplicable:
        self = .skipped
        return
      case .fails, .undecided:
        break
      }
      let unread = PanelFigures(
        panel: figures.panel, layouts: figures.layouts, report: figures.report,
        previous: figures.previous, blanks: .asUnread)
      self =
        switch try condition.truth(of: unread, in: columns) {
        case .holds: .pass
        case .fails: .fail
        case .undecided: .unknown
        case .notApplicable: .skipped
        }
    } catch {
      self = .error
    }
  }
}
