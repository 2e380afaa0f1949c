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
    /// Every row of the rule's table whose code fits one of the patterns and none of the excepted
    /// ones; `row` means its code.
    case rows(patterns: [String], except: [String] = [])
    /// Groups of cells; `group.total` means the group's cell `total`.
    case groups([String])
    /// The tables of these numbers; `table` means the one at hand.
    case tables([Int])
    /// The report as a whole: whether the totals that another rule lays down were left out. Such a
    /// rule has no assertion of its own.
    case totals(of: String, left: LeftOut = .any)
    /// What the text of the report states; `claim` means the statement, `table` what the tables
    /// have for it.
    case claims(ClaimSelection)
  }

  /// How totals were left out.
  public enum LeftOut: String, Hashable, Sendable, CaseIterable {
    case any
    /// One of them at least is zero.
    case zero
    /// All of them are blank or hold a dash.
    case blank
  }

  /// How cells that are blank or hold a dash count.
  public enum Blanks: String, Sendable, CaseIterable {
    /// As zero where that satisfies the rule, else as figures that were not read.
    case mayBeZero = "may_be_zero"
    /// As zero, always.
    case zero
    /// As figures that were not read, always.
    case unknown
  }

  /// How cells count that could not be read, or were not found.
  public enum Unread: String, Sendable, CaseIterable {
    /// As every figure that they could hold: the rule is satisfied where all of these satisfy it.
    case anyFigure = "any_figure"
    /// The rule is not known to hold while one of its cells was not read.
    case unknown
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
  /// The table that the rule is about, 1 to 4; 0 for one about claims, which may be about any.
  public let table: Int
  /// The forms of that table that it holds for; empty where it holds for all that have its cells.
  public let forms: [String]
  /// The bodies that it holds for, by their names.
  public let bodies: BodyPatterns
  /// What it goes through within a report.
  public let scope: Scope
  /// Where it is false or not known, the rule is skipped.
  public let when: Expression?
  /// The condition, in the rule's own terms; `nil` exactly where the scope is `totals`.
  public let assertion: Expression?
  /// How blanks count in it.
  public let blanks: Blanks
  /// How cells that could not be read count in it.
  public let unread: Unread
  /// By how much the sides of its comparisons may miss each other, in the unit of the figures.
  public let tolerance: Quantity
  /// What the rule says on which figure is wrong where it fails.
  public let repair: RuleRepair
  /// Small reports with what is expected of the rule.
  public let tests: [RuleTest]
  /// Where its parts stand in the rule file.
  let places: RulePlaces

  /// What must hold, as text.
  public var statement: String {
    if let assertion { return assertion.description }
    if case .totals(let id, _) = scope { return "totals(\(id))" }
    return ""
  }

  /// Whether it is held against what the text states, and not against cells alone.
  public var isAboutClaims: Bool {
    if case .claims = scope { true } else { false }
  }

  /// Whether it asks only whether cells and tables are there: what rests on cells that are not
  /// follows from it.
  public var isStructural: Bool {
    if case .totals = scope { return true }
    return assertion?.isAboutPresence ?? false
  }
}

/// Where the parts of a rule stand in its file.
struct RulePlaces: Sendable {
  let id: RuleTextPlace
  let assertion: RuleTextPlace
  let when: RuleTextPlace?
  let scope: RuleTextPlace
  let forms: [RuleTextPlace]
  /// Whether the forms are those of the file, which need not all have the rule's table.
  let inheritsForms: Bool
}

extension Rule.Scope: CustomStringConvertible {
  /// As a rule file writes it: `applicants`, `{rows: [outcome.*]}`, `{groups: [review]}`.
  public var description: String {
    switch self {
    case .applicants: "applicants"
    case .rows(let patterns, let except):
      "{rows: [\(patterns.joined(separator: ", "))]"
        + (except.isEmpty ? "}" : ", except: [\(except.joined(separator: ", "))]}")
    case .groups(let names): "{groups: [\(names.joined(separator: ", "))]}"
    case .tables(let numbers): "{tables: [\(numbers.map(String.init).joined(separator: ", "))]}"
    case .totals(let id, let left):
      "{totals: \(id)" + (left == .any ? "}" : ", left: \(left.rawValue)}")
    case .claims(let selection): selection.description
    }
  }
}

extension Expression {
  /// Whether it is made of `found( )` alone.
  fileprivate var isAboutPresence: Bool {
    switch node {
    case .test(.found, _): true
    case .not(let operand): operand.isAboutPresence
    case .connective(_, let left, let right): left.isAboutPresence && right.isAboutPresence
    case .test, .comparison, .number, .text, .name, .sum, .minus, .arithmetic: false
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
