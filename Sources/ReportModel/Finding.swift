/// How much a finding weighs.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// The report contradicts itself or the year before it.
  case error
  /// Very likely wrong.
  case warning
  /// Worth asking about; there may be a good reason.
  case question
  /// A hint at a misunderstanding.
  case info

  /// From the heaviest to the lightest.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.weight < right.weight
  }

  private var weight: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .question: 2
    case .info: 3
    }
  }
}

/// What came of a rule that did not pass. Passes are only counted.
public enum Outcome: String, Sendable, CaseIterable {
  /// No value of the cells that could not be read would satisfy the rule.
  case fail
  /// It depends on a cell that could not be read.
  case unknown
  /// The rule itself could not be worked out, as when a sum leaves the range of numbers.
  case error
}

/// A rule that a report does not pass, with all that is needed to check it by hand.
public struct Finding: Hashable, Sendable {
  /// Made from rule, body, year and subject, so that it stays the same over runs and machines.
  public let id: String
  /// What it shares with other findings of the rule.
  public let origin: FindingOrigin
  /// Whether the report fails the rule or could not be held to it.
  public let outcome: Outcome
  /// Whose report it is about, by the name in that report.
  public let body: String
  /// The year of that report; where a rule looks at two years, the later one.
  public let year: Int
  /// Both sides of the comparison; `nil` where a side is not known or the rule has no sides.
  public let left: Quantity?
  /// The right side; it may be known where the left one is not.
  public let right: Quantity?

  /// A finding of a rule whose origin is at hand.
  public init(
    id: String, origin: FindingOrigin, outcome: Outcome, body: String, year: Int,
    left: Quantity?, right: Quantity?
  ) {
    self.id = id
    self.origin = origin
    self.outcome = outcome
    self.body = body
    self.year = year
    self.left = left
    self.right = right
  }

  /// A finding with an origin of its own.
  public init(
    id: String, rule: String, severity: Severity, outcome: Outcome, body: String, year: Int,
    table: Int, applicant: Applicant?, subject: String, left: Quantity?, right: Quantity?,
    assertion: String, operands: [Operand]
  ) {
    self.init(
      id: id,
      origin: FindingOrigin(
        rule: rule, severity: severity, table: table, applicant: applicant, subject: subject,
        assertion: assertion, operands: operands),
      outcome: outcome, body: body, year: year, left: left, right: right)
  }

  /// The id of the rule, such as `T3.balance`.
  public var rule: String { origin.rule }
  /// How much the rule weighs; the same for all findings of a rule.
  public var severity: Severity { origin.severity }
  /// The table that it is about, 1 to 4; 0 where it is about the text alone.
  public var table: Int { origin.table }
  /// The column of table 3 that it is about; `nil` where the rule does not go through them.
  public var applicant: Applicant? { origin.applicant }
  /// What within the rule it is about: the row or the group that the rule went through; empty
  /// where the rule goes through applicants only.
  public var subject: String { origin.subject }
  /// The rule with this finding's names in it, such as
  /// `requests.new[firm] + requests.carried_in[firm] = outcome.total[firm] + …`.
  public var assertion: String { origin.assertion }
  /// Every cell that the rule looked at, left to right.
  public var operands: [Operand] { origin.operands }

  /// The numbers, among the report's claims, of what its text states and the finding is about; the
  /// one in question first. Empty where it is about the tables alone.
  public var claims: [Int] { origin.claims }

  /// The cells of the body's own reports among the operands.
  public var ownOperands: [Operand] { origin.ownOperands }

  /// Left minus right.
  public var difference: Quantity? {
    guard let left, let right else { return nil }
    return left.subtracting(right)
  }
}

/// What all findings of a rule on one subject and year share. There may be hundreds of thousands of
/// them, so it is kept once.
public final class FindingOrigin: Hashable, Sendable {
  /// The fields are those of `Finding`.
  public let rule: String
  /// See `Finding.severity`.
  public let severity: Severity
  /// See `Finding.table`.
  public let table: Int
  /// See `Finding.applicant`.
  public let applicant: Applicant?
  /// See `Finding.subject`.
  public let subject: String
  /// See `Finding.assertion`.
  public let assertion: String
  /// See `Finding.ownOperands`.
  public let ownOperands: [Operand]
  /// Lists all operands where some are other bodies'. There may be dozens of them in each of very
  /// many findings, of which few are ever looked at.
  private let listing: (@Sendable () -> [Operand])?
  /// See `Finding.claims`.
  public let claims: [Int]

  /// Takes everything as it is.
  public init(
    rule: String, severity: Severity, table: Int, applicant: Applicant?, subject: String,
    assertion: String, operands: [Operand], claims: [Int] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.table = table
    self.applicant = applicant
    self.subject = subject
    self.assertion = assertion
    ownOperands = operands.filter { $0.owner == .finding }
    if ownOperands.count == operands.count { listing = nil } else { listing = { operands } }
    self.claims = claims
  }

  /// The origin of a finding that rests on other bodies as well.
  ///
  /// - Parameters:
  ///   - ownOperands: the cells of the body's own reports.
  ///   - listing: all cells, in the order of the rule.
  public init(
    rule: String, severity: Severity, table: Int, applicant: Applicant?, subject: String,
    assertion: String, ownOperands: [Operand], listing: @escaping @Sendable () -> [Operand]
  ) {
    self.rule = rule
    self.severity = severity
    self.table = table
    self.applicant = applicant
    self.subject = subject
    self.assertion = assertion
    self.ownOperands = ownOperands
    self.listing = listing
    claims = []
  }

  /// See `Finding.operands`.
  public var operands: [Operand] { listing?() ?? ownOperands }

  /// By what it holds, not by where it is kept.
  public static func == (left: FindingOrigin, right: FindingOrigin) -> Bool {
    left === right
      || left.rule == right.rule && left.severity == right.severity && left.table == right.table
        && left.applicant == right.applicant && left.subject == right.subject
        && left.assertion == right.assertion && left.operands == right.operands
        && left.claims == right.claims
  }

  /// Rule, subject and applicant tell nearly all apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rule)
    hasher.combine(subject)
    hasher.combine(applicant)
  }
}
