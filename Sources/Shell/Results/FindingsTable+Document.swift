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
      try Interruption.check()
      let evidence = try lookup.evidence(of: finding)
      findings.append(
        FindingsDocument.Entry(
          finding: finding, message: message(finding, evidence),
          evidence: evidence.compactMap(Self.evidence), waivedBecause: reasons[finding.id],
          followsFrom: causes[finding.id]))
    }
    return FindingsDocument(
      version: Program.version, rules: entries, entries: findings, failOn: failOn)
  }

  /// `nil` for a cell of a report that is not there.
  private static func evidence(_ one: FindingEvidence) -> FindingsDocument.Evidence? {
    one.report.map { report in
      FindingsDocument.Evidence(
        cell: one.name, printed: one.printed, path: report.source.path,
        digest: report.source.digest, place: one.place)
    }
  }
}
