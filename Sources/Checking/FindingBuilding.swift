import Expressions
import Panel
import ReportModel

extension CompiledRule {
  /// - Parameter figures: the report, with blanks as zero.
  func verdict(on figures: PanelFigures, in columns: [PanelColumn]) -> Verdict {
    let verdict = self.verdict(ofAnyFigure: figures, in: columns)
    // That what was not read could not be negative is no news of the page.
    if case .pass = verdict, bound.rule.unread == .unknown, hasUnread(figures) { return .unknown }
    return verdict
  }

  private func verdict(ofAnyFigure figures: PanelFigures, in columns: [PanelColumn]) -> Verdict {
    if let when {
      do {
        let blanks: BlankTreatment = bound.rule.blanks == .zero ? .asZero : .asUnread
        guard try when.truth(of: figures.counting(blanks: blanks), in: columns) == .holds else {
          return .skipped
        }
      } catch {
        return .error
      }
    }
    switch condition.quickTruth(at: figures.report, previous: figures.previous, in: columns) {
    case .holds: return .pass
    case .notApplicable: return .skipped
    case .fails, .undecided, nil: break
    }
    let verdict = Verdict(condition, of: figures, in: columns, blanks: bound.rule.blanks)
    // A hint needs every figure on the page, or it would be a hint at our own reading.
    if case .fail = verdict, bound.rule.severity == .info,
      !hasAllFigures(figures.counting(blanks: .asUnread))
    {
      return .unknown
    }
    return verdict
  }

  /// Whether a finding is made of a verdict. What a hint rests on must stand on the page; that it
  /// could be so is no news.
  func isListed(_ verdict: Verdict) -> Bool {
    switch verdict {
    case .pass, .skipped: false
    case .unknown: bound.rule.severity != .info
    case .fail, .error: true
    }
  }

  /// Every cell that the rule looks at, left to right, in the report of a year.
  ///
  /// - Parameter others: what stands for a cell of other bodies.
  func operands(year: Int, others: (CellUse) -> [Operand] = { _ in [] }) -> [Operand] {
    cellUses.flatMap { use in
      use.name.isOfOthers
        ? others(use)
        : [
          Operand(
            key: use.name.key, year: year - (use.name.isPrevious ? 1 : 0), side: use.side,
            isSubtracted: use.isSubtracted)
        ]
    }
  }

  /// The values of both sides for a verdict on a report, as far as they are known.
  ///
  /// - Parameter figures: the report, with blanks as zero.
  func sides(_ verdict: Verdict, of figures: PanelFigures) -> CheckPass.Sides {
    CheckPass.Sides(
      left: side(sides?.left, verdict, of: figures),
      right: side(sides?.right, verdict, of: figures))
  }

  /// Whether a cell that the rule looks at could not be read, or was not found.
  private func hasUnread(_ figures: PanelFigures) -> Bool {
    cellUses.contains { figures.hasUnread($0.name) }
  }

  /// Whether a figure was read for every cell that the rule looks at, with blanks as the figures
  /// count them.
  private func hasAllFigures(_ figures: PanelFigures) -> Bool {
    cellUses.allSatisfy { use in
      if case .known = try? figures.figure(use.name) { true } else { false }
    }
  }

  /// A side's value: in a failure blanks count as zero, as the rule allowed them to; what rests on
  /// an unread cell has no value.
  private func side(
    _ expression: Expression?, _ verdict: Verdict, of figures: PanelFigures
  ) -> Quantity? {
    guard let expression else { return nil }
    let countsAsZero =
      switch bound.rule.blanks {
      case .zero: true
      case .unknown: false
      case .mayBeZero: verdict.outcome == .fail
      }
    let source = figures.counting(blanks: countsAsZero ? .asZero : .asUnread)
    // A side that cannot be worked out is why the rule erred; it has no value to show.
    guard case .known(let value) = try? Evaluator(source).value(of: expression) else {
      return nil
    }
    return value
  }
}

extension Verdict {
  /// The outcome of a finding; `nil` where there is none.
  var outcome: Outcome? {
    switch self {
    case .pass, .skipped: nil
    case .fail: .fail
    case .unknown: .unknown
    case .error: .error
    }
  }
}
