import Checking
import ReportModel
import ReportStore

/// One thing that a finding rests on: a statement of the report's text, or a cell.
struct FindingEvidence {
  /// `claim(review.total)`; `requests.new[firm]`, with the year in front where it is another
  /// report's.
  let name: String
  /// Whose it is; empty for what several bodies come to.
  let body: String
  let year: Int
  let side: Operand.Side
  let isSubtracted: Bool
  /// The figure, where one was read.
  let value: Quantity?
  /// Of the cell; statements are there.
  let status: CellStatus
  /// The page's own characters.
  let printed: String
  let place: Place?
  /// The report that it stands in, as loaded.
  let report: StoredReport?
  /// The cell; `nil` for a statement, and for what several bodies come to.
  let cell: CellKey?
  /// What is stated; `nil` for a cell.
  let claim: Claim?
  /// Whether it counts in a sum over several bodies, where it is a part of one.
  var isCounted = true

  /// The page's own characters, or the figure where it stands on no page.
  var shown: String {
    cell == nil && claim == nil ? value?.description ?? "" : printed
  }

  /// The figure, or where none was read why: what a waiver is written for.
  var observed: String {
    if let claim { return claim.printed.isEmpty ? claim.value.description : claim.printed }
    if !isCounted, status == .reported { return printed }
    return value?.description ?? status.rawValue
  }
}

extension ReportLookup {
  /// What a finding rests on: first what the text states, then the cells in the finding's order.
  mutating func evidence(of finding: Finding) throws(ShellError) -> [FindingEvidence] {
    var evidence: [FindingEvidence] = []
    if !finding.claims.isEmpty {
      let entry = try report(body: finding.body, year: finding.year)
      let stated = try claims(body: finding.body, year: finding.year)
      for (position, number) in finding.claims.enumerated() where stated.indices.contains(number) {
        let claim = stated[number]
        evidence.append(
          FindingEvidence(
            name: finding.name(ofClaim: position), body: finding.body, year: finding.year,
            side: (position == 0) == finding.hasClaimLeft ? .left : .right, isSubtracted: false,
            value: claim.value, status: .reported, printed: claim.printed, place: claim.place,
            report: entry?.report, cell: nil, claim: claim))
      }
    }
    for operand in finding.operands { evidence.append(try self.evidence(operand, of: finding)) }
    return evidence
  }

  private mutating func evidence(
    _ operand: Operand, of finding: Finding
  ) throws(ShellError) -> FindingEvidence {
    var (body, isCounted) = (finding.body, true)
    switch operand.owner {
    case .finding: break
    case .child(let child, let figure): (body, isCounted) = (child, figure != nil)
    case .furtherChildren(_, _, let sum): return derived(operand, value: sum, of: finding)
    case .peers(_, let quartile): return derived(operand, value: quartile, of: finding)
    }
    let entry = try report(body: body, year: operand.year)
    let cell = entry?[operand.key]
    return FindingEvidence(
      name: finding.name(of: operand), body: body, year: operand.year, side: operand.side,
      isSubtracted: operand.isSubtracted, value: isCounted ? cell?.value : nil,
      status: cell?.status ?? .absent, printed: cell?.printed ?? "", place: cell?.place,
      report: entry?.report, cell: operand.key, claim: nil, isCounted: isCounted)
  }

  /// What several bodies come to stands on no page.
  private func derived(
    _ operand: Operand, value: Quantity?, of finding: Finding
  ) -> FindingEvidence {
    FindingEvidence(
      name: finding.name(of: operand), body: "", year: operand.year, side: operand.side,
      isSubtracted: operand.isSubtracted, value: value, status: .reported, printed: "",
      place: nil, report: nil, cell: nil, claim: nil)
  }

  /// What a finding rests on with what stands there: what a waiver is written for.
  mutating func observed(_ finding: Finding) throws(ShellError) -> [ObservedCell] {
    try evidence(of: finding).map { ObservedCell(cell: $0.name, value: $0.observed) }
  }
}

extension Finding {
  /// On which side of the rule the claim in question stands: `claim.parts = claim` has it right.
  fileprivate var hasClaimLeft: Bool { !assertion.hasPrefix("claim.parts") }
}
