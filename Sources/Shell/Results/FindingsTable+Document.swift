import Checking
import Output
import ReportModel

extension FindingsTable {
  /// The findings of a check with rules and evidence, for the formats of other tools.
  func document(
    _ result: CheckResult, failOn: Severity?, lookup: inout ReportLookup
  ) throws(ShellError) -> FindingsDocument {
    let entries = result.tallies.compactMap { tally -> FindingsDocument.RuleEntry? in
      guard let rule = rules.rule(tally.rule) else { return nil }
      return FindingsDocument.RuleEntry(
        id: rule.id, label: rule.label, severity: rule.severity, basis: rule.basis.rawValue,
        note: rule.note, law: rule.law.map { "\($0.document)：\($0.quote)" },
        passed: tally.counts.passed, skipped: tally.counts.skipped)
    }
    var findings: [FindingsDocument.Entry] = []
    for finding in result.findings {
      findings.append(
        FindingsDocument.Entry(
          finding: finding, message: message(finding),
          evidence: try evidence(of: finding, lookup: &lookup),
          waivedBecause: reasons[finding.id], followsFrom: causes[finding.id]))
    }
    return FindingsDocument(
      version: Program.version, rules: entries, entries: findings, failOn: failOn)
  }

  private func evidence(
    of finding: Finding, lookup: inout ReportLookup
  ) throws(ShellError) -> [FindingsDocument.Evidence] {
    var cells: [FindingsDocument.Evidence] = []
    for operand in finding.operands {
      guard let entry = try lookup.report(body: finding.body, year: operand.year) else { continue }
      let cell = entry[operand.key]
      cells.append(
        FindingsDocument.Evidence(
          cell: finding.name(of: operand), printed: cell?.printed ?? "",
          path: entry.report.source.path, digest: entry.report.source.digest, place: cell?.place))
    }
    return cells
  }
}
