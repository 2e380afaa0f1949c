import Checking
import Panel
import ReportModel
import ReportStore

/// Checks as several commands need them.
extension Session {
  /// Holds every rule against everything that is loaded.
  func checkEverything() throws(ShellError) -> CheckResult {
    try check(selecting: nil, reports: nil)
  }

  /// - Parameters: as for `Checker.check`.
  func check(selecting rules: Set<String>?, reports: [Int]?) throws(ShellError) -> CheckResult {
    do {
      let panel = try panel()
      let checker = try Checker(ruleSet: ruleBook.rules, catalog: catalog)
      let kin = try bodyKin()
      let result = try Interruption.waiting {
        checker.check(
          panel, selecting: rules, reports: reports, kin: kin,
          isStopped: { Interruption.isRequested })
      }
      try Interruption.check()
      guard var prose = checker.proseChecker(of: panel, selecting: rules) else { return result }
      try hold(reports, of: panel, against: &prose)
      return checker.joined(result, with: prose)
    } catch let error as ShellError {
      throw error
    } catch let error as RuleFileProblem {
      throw ShellError(.checking(error))
    } catch {
      throw ShellError(.interrupted)
    }
  }

  /// Up to so many reports, their claims are fetched one by one; for more, all claims are gone
  /// through once.
  private static let fewReports = 64

  /// Holds what reports state in prose against rules.
  private func hold(
    _ reports: [Int]?, of panel: Panel, against prose: inout ProseChecker
  ) throws(ShellError) {
    let positions = reports ?? Array(panel.reports.indices)
    do {
      if positions.count <= Self.fewReports {
        for position in positions {
          try Interruption.check()
          let claims = try store.claims(ofReport: panel.reports[position].id)
          if !claims.isEmpty { prose.hold(claims, ofReport: position) }
        }
        return
      }
      let byID = Dictionary(
        positions.map { (panel.reports[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
      var batch: ProseChecker.Batch = []
      try store.forEachReportWithClaims(among: Set(byID.keys)) { id, claims in
        // The walk cannot be left; what is left of it costs little then.
        guard !Interruption.isRequested, let position = byID[id] else { return }
        batch.append((position, claims))
        guard batch.count == ProseChecker.batchLength else { return }
        prose.hold(batch)
        batch.removeAll(keepingCapacity: true)
      }
      prose.hold(batch)
    } catch let error as StoreError {
      throw ShellError(.store(nil, error))
    } catch let error as ShellError {
      throw error
    } catch {
      throw ShellError(.interrupted)
    }
    try Interruption.check()
  }

  /// How many findings stand on each report of the panel: failures that are not waived.
  func findingCounts() throws(ShellError) -> [Int] {
    let panel = try panel()
    let result = try checkEverything()
    var lookup = ReportLookup(store: store)
    let review = try review(result, of: panel, lookup: &lookup)
    var counts = Array(repeating: 0, count: panel.reports.count)
    for finding in result.findings
    where finding.outcome == .fail && review.waived[finding.id] == nil {
      if let position = panel.position(body: finding.body, year: finding.year) {
        counts[position] += 1
      }
    }
    return counts
  }

  /// What proposes repairs for the reports that are loaded.
  func repairer() throws(ShellError) -> Repairer {
    let panel = try panel()
    do {
      return try Repairer(ruleSet: ruleBook.rules, catalog: catalog, panel: panel)
    } catch {
      throw ShellError(.checking(error))
    }
  }

  /// What the waivers cover of a check.
  ///
  /// - Parameters:
  ///   - panel: the reports that were there to be checked.
  ///   - reports: those that were checked, by their positions; all where `nil`.
  func review(
    _ result: CheckResult, of panel: Panel, reports: [Int]? = nil, lookup: inout ReportLookup
  ) throws(ShellError) -> WaiverReview {
    let waivers = waiverBook.waivers
    let rules = Set(result.tallies.map(\.rule))
    let checked =
      waivers.isEmpty
      ? []
      : Set(
        (reports ?? Array(panel.reports.indices)).map {
          CheckedReport(body: panel.reports[$0].body, year: panel.reports[$0].year)
        })
    return try WaiverReview(
      waivers, findings: waivers.isEmpty ? [] : result.findings, today: today,
      wasChecked: {
        rules.contains($0.rule) && checked.contains(CheckedReport(body: $0.body, year: $0.year))
      },
      observed: { finding throws(ShellError) in try lookup.observed(finding) })
  }

  private struct CheckedReport: Hashable {
    let body: String
    let year: Int
  }

  /// Findings with the failures that follow from them, each once: who accepts the one accepts the
  /// others, with the values that each of them has.
  func withFollowing(_ findings: [Finding]) throws(ShellError) -> [Finding] {
    let isCause = { (finding: Finding) in
      if case .totals = self.ruleBook.rules.rule(finding.rule)?.scope { true } else { false }
    }
    guard findings.contains(where: isCause) else { return findings }
    // The last check may have been of a few rules only.
    let last = try checkEverything()
    let named = Set(findings.map(\.id))
    return findings.flatMap { finding in
      [finding]
        + last.findings.filter {
          last.causes[$0.id] == finding.id && $0.outcome == .fail && !named.contains($0.id)
        }
    }
  }

  /// The findings meant, from the last check, or from one made now over all that is loaded.
  func findings(meantBy ids: [Token]) throws(ShellError) -> [Finding] {
    let result: CheckResult
    if let last = lastCheck, ids.allSatisfy({ last.finding($0.text.uppercased()) != nil }) {
      result = last
    } else {
      guard try !panel().reports.isEmpty else { throw ShellError(.nothingLoaded) }
      result = try checkEverything()
      lastCheck = result
    }
    var found: [Finding] = []
    for token in ids {
      guard let finding = result.finding(token.text.uppercased()) else {
        guard !result.findings.isEmpty else { throw ShellError(.noFindings, at: token.range) }
        throw ShellError(
          .unknownName(
            .finding, token.text,
            nearest: NearestNames.of(token.text, among: result.findings.map(\.id))),
          at: token.range)
      }
      found.append(finding)
    }
    return found
  }
}
