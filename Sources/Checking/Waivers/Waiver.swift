import ReportModel

/// A reasoned exception from a rule: this finding, with these values, is accepted.
///
/// It holds for the values that were seen when it was written and for no others: where a figure has
/// changed since, the finding stands again.
public struct Waiver: Hashable, Sendable {
  /// The id of the rule.
  public let rule: String
  /// Whose report, by the name in that report.
  public let body: String
  /// The year of the report that the finding is about.
  public let year: Int
  /// Every cell of the finding with what stood there, in the finding's order.
  public let observed: [ObservedCell]
  /// Why the finding is accepted; never empty.
  public let reason: String
  /// What proves the reason, such as a letter's number.
  public let evidence: String?
  /// Who accepts it.
  public let by: String?
  /// The last day on which it holds; without one it holds until a value changes.
  public let until: CalendarDate?
  /// The finding's id when it was written. What counts are rule, report and cells; where the id is
  /// that of another finding, one of both is a mistake, and the waiver covers nothing.
  public let finding: String?

  /// - Parameter reason: as the user gives it.
  public init(
    rule: String, body: String, year: Int, observed: [ObservedCell], reason: String,
    evidence: String? = nil, by: String? = nil, until: CalendarDate? = nil, finding: String? = nil
  ) {
    self.rule = rule
    self.body = body
    self.year = year
    self.observed = observed
    self.reason = reason
    self.evidence = evidence
    self.by = by
    self.until = until
    self.finding = finding
  }
}

extension Waiver {
  /// Whether both accept the same finding, with whatever values.
  func isOfFinding(of other: Waiver) -> Bool {
    rule == other.rule && body == other.body && year == other.year
      && observed.map(\.cell) == other.observed.map(\.cell)
  }
}

/// A cell that a finding rests on and what stood in it.
public struct ObservedCell: Hashable, Sendable {
  /// `outcome.total[firm]`, with the year in front where it is another report's: `2019:…`.
  public let cell: String
  /// The figure, or where none was read the cell's status, such as `blank`.
  public let value: String

  /// - Parameter cell: as `Finding.name(of:)` writes it.
  public init(cell: String, value: String) {
    self.cell = cell
    self.value = value
  }
}

extension Finding {
  /// `claim(review.total)` for what is in question of the report's text, with a number behind it
  /// for the parts and wholes that it is held against.
  public func name(ofClaim position: Int) -> String {
    position == 0 ? "claim(\(subject))" : "claim(\(subject)).\(position)"
  }

  /// `requests.new[firm]`, with the year or the body in front where it is another report's;
  /// `children.requests.new[firm] +12` for twelve more bodies below, and for the quartile of 37 peers
  /// `peers.requests.new[firm] (37)`.
  public func name(of operand: Operand) -> String {
    switch operand.owner {
    case .finding:
      operand.year == year ? operand.key.description : "\(operand.year):\(operand.key)"
    case .child(let body, _): "\(body):\(operand.key)"
    case .furtherChildren(let count, _, _): "children.\(operand.key) +\(count)"
    case .peers(let count, _): "peers.\(operand.key) (\(count))"
    }
  }
}
