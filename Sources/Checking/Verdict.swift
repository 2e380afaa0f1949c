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
  /// - Parameters:
  ///   - figures: the report, with blanks as zero.
  ///   - blanks: whether blanks may or must count as zero.
  init(
    _ condition: CompiledCondition, of figures: PanelFigures, in columns: [PanelColumn],
    blanks: Rule.Blanks
  ) {
    do {
      if blanks != .unknown {
        let truth = try condition.truth(of: figures, in: columns)
        if blanks == .zero || truth == .holds || truth == .notApplicable {
          self.init(truth)
          return
        }
      }
      self.init(try condition.truth(of: figures.counting(blanks: .asUnread), in: columns))
    } catch {
      self = .error
    }
  }

  private init(_ truth: Truth) {
    self =
      switch truth {
      case .holds: .pass
      case .fails: .fail
      case .undecided: .unknown
      case .notApplicable: .skipped
      }
  }
}
