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
    /// A text in an assertion: rules are about figures only.
    case textInRule
  }

  /// Both from 1. Within an assertion that stands on one line the column is that of the name or
  /// character at fault; in one over several lines both are those of its beginning.
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
