import ReportModel

/// What came of holding rules against reports.
public struct CheckResult: Sendable {
  /// Failures before unknowns, then by severity (errors first), then in the order of the rule file, then by body and year in the
  /// order of the panel, then in the order of the form.
  public let findings: [Finding]
  /// By the id of a finding that follows from another one of the same report, the id of that one.
  public let causes: [String: String]
  /// One for each rule that was run, in the order of the rule file.
  public let tallies: [RuleTally]

  /// Findings in their order, tallies in the order of the rule file.
  public init(findings: [Finding], causes: [String: String] = [:], tallies: [RuleTally]) {
    self.findings = findings
    self.causes = causes
    self.tallies = tallies
  }

  /// The finding of this id, or `nil`.
  public func finding(_ id: String) -> Finding? {
    findings.first { $0.id == id }
  }

  /// All rules together.
  public var total: OutcomeCounts {
    tallies.reduce(into: OutcomeCounts()) { $0.add($1.counts) }
  }
}

extension CheckResult {
  /// Both results in the order of one; none of the rules is in both.
  func joined(with other: CheckResult, inOrderOf ruleSet: RuleSet) -> CheckResult {
    let places = Dictionary(
      ruleSet.rules.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let key = { (finding: Finding) in
      (
        finding.outcome == .unknown ? 1 : 0,
        Severity.allCases.firstIndex(of: finding.severity) ?? 0,
        places[finding.rule] ?? 0
      )
    }
    var merged: [Finding] = []
    merged.reserveCapacity(findings.count + other.findings.count)
    var rest = other.findings[...]
    for finding in other.findings.isEmpty ? [] : findings {
      while let next = rest.first, key(next) < key(finding) { merged.append(rest.removeFirst()) }
      merged.append(finding)
    }
    return CheckResult(
      findings: other.findings.isEmpty ? findings : merged + rest, causes: causes,
      tallies: (tallies + other.tallies).sorted {
        places[$0.rule] ?? 0 < places[$1.rule] ?? 0
      })
  }
}

/// How a rule fared.
public struct RuleTally: Hashable, Sendable {
  /// The rule's id.
  public let rule: String
  /// Its outcomes over all reports.
  public internal(set) var counts: OutcomeCounts

  /// A rule with its outcomes.
  public init(rule: String, counts: OutcomeCounts) {
    self.rule = rule
    self.counts = counts
  }
}

/// How often each outcome came about. One count is one rule on one report and one applicant, row
/// or group; each report has as many as any other.
public struct OutcomeCounts: Hashable, Sendable {
  /// Satisfied, blanks counted as zero where that is needed.
  public internal(set) var passed = 0
  /// No value of the cells that were not read could satisfy it.
  public internal(set) var failed = 0
  /// Depends on cells that were not read.
  public internal(set) var unknown = 0
  /// The form has no such cell, or there is no report of the year before.
  public internal(set) var skipped = 0
  /// Could not be worked out.
  public internal(set) var errors = 0

  /// Counts by hand, 0 where none is given.
  public init(
    passed: Int = 0, failed: Int = 0, unknown: Int = 0, skipped: Int = 0, errors: Int = 0
  ) {
    self.passed = passed
    self.failed = failed
    self.unknown = unknown
    self.skipped = skipped
    self.errors = errors
  }

  mutating func add(_ verdict: Verdict) {
    switch verdict {
    case .pass: passed += 1
    case .fail: failed += 1
    case .unknown: unknown += 1
    case .skipped: skipped += 1
    case .error: errors += 1
    }
  }

  mutating func add(_ other: OutcomeCounts) {
    passed += other.passed
    failed += other.failed
    unknown += other.unknown
    skipped += other.skipped
    errors += other.errors
  }
}
