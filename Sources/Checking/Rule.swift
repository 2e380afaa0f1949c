import Expressions
import ReportModel

/// One statement that reports should satisfy, as its rule file gives it.
public struct Rule: Sendable {
  /// What a rule rests on.
  public enum Basis: String, Sendable, CaseIterable {
    /// Printed on the form itself.
    case printed
    /// Implied by the layout of the form: a total beside its parts.
    case layout
    /// The same quantity in the reports of two years.
    case chain
    /// What the report says in words against what its tables show.
    case prose
    /// A screen for what is unusual; no identity.
    case screen
  }

  /// What a rule goes through within a report.
  public enum Scope: Hashable, Sendable {
    /// Every applicant of table 3; names without an applicant mean the one at hand.
    case applicants
    /// Every row of the rule's table whose code fits one of the patterns; `row` means its code.
    case rows(patterns: [String])
    /// Groups of cells; `group.total` means the group's cell `total`.
    case groups([String])
  }

  /// `T3.balance`; unique within a rule set.
  public let id: String
  /// What it says, for people.
  public let label: LocalizedText
  /// How much a finding of it weighs.
  public let severity: Severity
  /// What it rests on.
  public let basis: Basis
  /// The passage that lays the rule down, where there is one.
  public let law: LegalPassage?
  /// What a reader of a finding should know about the rule.
  public let note: LocalizedText?
  /// The table that the rule is about, 1 to 4.
  public let table: Int
  /// What it goes through within a report.
  public let scope: Scope
  /// The condition, in the rule's own terms.
  public let assertion: Expression
  /// Where the assertion and the scope stand in the rule file.
  let assertionPlace: RuleTextPlace
  let scopePlace: RuleTextPlace
}

extension Rule.Scope: CustomStringConvertible {
  /// As a rule file writes it: `applicants`, `{rows: [outcome.*]}`, `{groups: [review]}`.
  public var description: String {
    switch self {
    case .applicants: "applicants"
    case .rows(let patterns): "{rows: [\(patterns.joined(separator: ", "))]}"
    case .groups(let names): "{groups: [\(names.joined(separator: ", "))]}"
    }
  }
}

/// A passage of a legal document.
public struct LegalPassage: Hashable, Sendable {
  /// The document's number, such as 国办公开办函〔2021〕30号.
  public let document: String
  /// The passage word for word.
  public let quote: String

  /// A passage as quoted.
  public init(document: String, quote: String) {
    self.document = document
    self.quote = quote
  }
}
