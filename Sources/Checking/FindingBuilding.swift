import Expressions
import Panel
import ReportModel

extension CompiledRule {
  /// The finding for a verdict on a report, without its id; `nil` where there is nothing to list.
  ///
  /// - Parameter figures: the report, with blanks as zero.
  func finding(_ verdict: Verdict, of figures: PanelFigures) -> Finding? {
    let outcome: Outcome
    switch verdict {
    case .pass, .skipped: return nil
    // What a hint rests on must stand on the page; that it could be so is no news.
    case .unknown: if bound.rule.severity == .info { return nil } else { outcome = .unknown }
    case .fail: outcome = .fail
    case .error: outcome = .error
    }
    let report = figures.panel.reports[figures.report]
    return Finding(
      id: "", rule: bound.rule.id, severity: bound.rule.severity, outcome: outcome,
      body: report.body, year: report.year, table: bound.rule.table,
      applicant: bound.binding.applicant, subject: bound.binding.subject,
      left: side(sides?.left, outcome: outcome, of: figures),
      right: side(sides?.right, outcome: outcome, of: figures), assertion: assertionText,
      operands: cellUses.map { use in
        Operand(
          key: use.name.key, year: report.year - (use.name.isPrevious ? 1 : 0), side: use.side,
          isSubtracted: use.isSubtracted)
      })
  }

  /// Whether a figure was read for every cell that the rule looks at.
  func hasAllFigures(_ figures: PanelFigures) -> Bool {
    let plain = PanelFigures(
      panel: figures.panel, layouts: figures.layouts, report: figures.report,
      previous: figures.previous, blanks: .asUnread)
    return cellUses.allSatisfy { use in
      if case .known = try? plain.figure(use.name) { true } else { false }
    }
  }

  /// A side's value: in a failure blanks count as zero, as the rule allowed them to; what rests on
  /// an unread cell has no value.
  private func side(
    _ expression: Expression?, outcome: Outcome, of figures: PanelFigures
  ) -> Quantity? {
    guard let expression else { return nil }
    let source = PanelFigures(
      panel: figures.panel, layouts: figures.layouts, report: figures.report,
      previous: figures.previous, blanks: outcome == .fail ? .asZero : .asUnread)
    // A side that cannot be worked out is why the rule erred; it has no value to show.
    guard case .known(let value) = try? Evaluator(source).value(of: expression) else {
      return nil
    }
    return value
  }
}

extension Finding {
  /// The same finding with its id.
  func identified(as id: String) -> Finding {
    Finding(
      id: id, rule: rule, severity: severity, outcome: outcome, body: body, year: year,
      table: table, applicant: applicant, subject: subject, left: left, right: right,
      assertion: assertion, operands: operands)
  }
}
