import Expressions
import StrictYAML

/// What is wrong with a rule file, and where.
public struct RuleFileProblem: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Kind: Error, Equatable, Sendable {
    case yaml(YAMLProblem.Kind)
    /// The assertion cannot be read.
    case expression(ExpressionProblem.Kind)
    case ruleTwice(String)
    /// A table that the forms do not have; those that they have.
    case unknownTable(String, tables: [Int])
    /// A name in an assertion that is no indicator's code or label.
    case unknownIndicator(String)
    /// A label that several indicators share; their codes.
    case ambiguousIndicator(String, codes: [String])
    /// No cell of any form fits the pattern.
    case patternFitsNothing(String)
    /// The indicator has a figure for each applicant, and nothing says which is meant.
    case applicantMissing(String)
    /// The indicator has no applicants.
    case applicantNotTaken(String)
    /// `row` outside a rule for rows, or `group` outside one for groups.
    case nameOutsideScope(String)
    /// Only cells can be taken out of a sum; this indicator is worked out from several.
    case derivedExcepted(String)
    /// The formula of a derived indicator cannot be read or runs in a circle.
    case formulaUnusable(String)
    /// `found( )` or `filled( )` of what the reports of other bodies come to.
    case askedOfOthers(String)
    /// A quartile of an indicator that is worked out: that of its parts says nothing of it.
    case peersOfDerived(String)
    /// A text in an assertion: rules are about figures only.
    case textInRule
    /// A form that the catalogue does not have, or that lacks the rule's table; those that would do.
    case unknownForm(String, forms: [String])
    /// A rule that neither the file nor the built-in set has.
    case unknownRule(String, rules: [String])
    /// A rule that is no sum with a total alone on one side.
    case noTotal(String)
    /// No form has such a cell.
    case unknownCell(String)
    /// What should be a number and is none, or one that cannot stand here.
    case badNumber(String)
    /// Two keys of which one rules the other out.
    case keysExclude(String, String)
    /// More rules, or more that they go through, than can be numbered.
    case tooManyRules(limit: Int)
  }

  /// Both from 1; within an assertion those of the name or character at fault.
  public let line: Int
  /// From 1, in Unicode scalars; see `line`.
  public let column: Int
  /// What is wrong, with what a message needs.
  public let kind: Kind

  /// A problem at a place of the file.
  public init(line: Int, column: Int, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  init(_ problem: YAMLProblem) {
    self.init(line: problem.line, column: problem.column, kind: .yaml(problem.kind))
  }
}

/// Everything that is wrong with a rule file.
public struct RuleFileProblems: Error, Equatable, Sendable {
  /// By line and column; at least one.
  public let all: [RuleFileProblem]

  /// - Returns: `nil` where nothing is wrong.
  init?(_ problems: [RuleFileProblem]) {
    guard !problems.isEmpty else { return nil }
    var seen: [RuleFileProblem] = []
    for problem in problems where !seen.contains(problem) { seen.append(problem) }
    all = seen.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      return (one.line, one.column, left.offset) < (other.line, other.column, right.offset)
    }.map(\.element)
  }
}
