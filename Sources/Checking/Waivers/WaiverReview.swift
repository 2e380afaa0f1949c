import ReportModel

/// What waivers mean for the findings of a check: which findings they cover, and which of them no
/// longer fit anything.
public struct WaiverReview: Sendable {
  /// How a waiver stands.
  public enum State: String, Sendable, CaseIterable {
    /// It covers a finding of the check.
    case applies
    /// The finding is there, with other values than those that were accepted.
    case changed
    /// Its last day has passed.
    case expired
    /// Its id is that of another finding than its rule, report and cells are.
    case mismatched
    /// The report was checked and gives no such finding.
    case unmatched
    /// Its rule or its report was not part of the check.
    case unchecked
  }

  /// One for each waiver, in their order.
  public let states: [State]
  /// By the id of a finding, the position of the waiver that covers it.
  public let waived: [String: Int]

  /// - Parameters:
  ///   - findings: all of one check.
  ///   - today: the day on which the waivers must hold.
  ///   - wasChecked: whether a waiver's rule was held against its report.
  ///   - observed: the cells of a finding with what stands in them now, in the finding's order.
  public init<Failure: Error>(
    _ waivers: [Waiver], findings: [Finding], today: CalendarDate,
    wasChecked: (Waiver) -> Bool,
    observed: (Finding) throws(Failure) -> [ObservedCell]
  ) throws(Failure) {
    var states = waivers.map { wasChecked($0) ? State.unmatched : .unchecked }
    var waived: [String: Int] = [:]
    let named = Set(waivers.compactMap(\.finding))
    let findingsNamed = Dictionary(
      findings.lazy.filter { named.contains($0.id) }.map { ($0.id, Key($0)) },
      uniquingKeysWith: { first, _ in first })
    for index in waivers.indices {
      guard let id = waivers[index].finding, let key = findingsNamed[id],
        key != Key(waivers[index])
      else { continue }
      states[index] = .mismatched
    }
    let byReport = Dictionary(grouping: waivers.indices) { Key(waivers[$0]) }
    // What was not read cannot be accepted, and a rule that errs must be mended.
    for finding in findings where finding.outcome == .fail {
      let candidates = byReport[Key(finding)] ?? []
      guard !candidates.isEmpty else { continue }
      let cells = try observed(finding)
      for index in candidates where waivers[index].observed.map(\.cell) == cells.map(\.cell) {
        let waiver = waivers[index]
        if states[index] == .mismatched { continue }
        if let id = waiver.finding, id != finding.id, !finding.id.hasPrefix(id) {
          states[index] = .mismatched
        } else if let until = waiver.until, until < today {
          states[index] = .expired
        } else if waiver.observed != cells {
          states[index] = .changed
        } else {
          states[index] = .applies
          if waived[finding.id] == nil { waived[finding.id] = index }
        }
      }
    }
    self.states = states
    self.waived = waived
  }

  private struct Key: Hashable {
    let rule: String
    let body: String
    let year: Int

    init(_ waiver: Waiver) {
      rule = waiver.rule
      body = waiver.body
      year = waiver.year
    }

    init(_ finding: Finding) {
      rule = finding.rule
      body = finding.body
      year = finding.year
    }
  }
}
