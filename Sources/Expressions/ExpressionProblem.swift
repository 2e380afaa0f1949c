/// What is wrong with the text of an expression, and where.
public struct ExpressionProblem: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Kind: Error, Equatable, Sendable {
    /// Something else was expected; `found` is empty at the end of the text.
    case unexpected(found: String, expected: Expected)
    /// A character that no expression has outside a text.
    case unknownCharacter(String)
    /// A text whose closing quotation mark is missing.
    case unclosedText
    /// Digits run into letters, or a point without digits behind it.
    case malformedNumber(String)
    /// More digits than a figure can have.
    case numberOutOfRange(String)
    /// A name that ends in a point or has two in a row, or a star inside a word.
    case malformedName(String)
    /// `*` belongs into `sum( )`; elsewhere a name stands for one figure.
    case patternOutsideSum(String)
    case unknownApplicant(String)
    /// A word before an opening parenthesis that is neither `sum` nor a `NameTest`.
    case unknownFunction(String)
    /// `a = b = c`: say which of the two is meant with `and`.
    case chainedComparison
    /// A condition stands where a figure or a text belongs.
    case conditionAsValue
    /// A figure or a text stands where a condition belongs.
    case valueAsCondition
    /// A text stands where only a figure makes sense.
    case textAsNumber
    /// `$name` where nothing has that name.
    case unknownVariable(String)
    /// `$name` that stands for several values.
    case severalValues(String)
    /// `{$` in a text without a name and `}` behind it.
    case malformedVariable
    /// More levels than an expression may have.
    case tooDeep
  }

  /// What could have stood at the place.
  public enum Expected: String, Equatable, Sendable, CaseIterable {
    /// A figure, a name, a text, `sum(` or an opening parenthesis.
    case value
    case name
    /// A name without applicant and without `previous.`.
    case indicator
    case applicant
    case openingParenthesis
    case closingParenthesis
    case closingBracket
    /// An operator, or the end of the text.
    case operatorOrEnd
  }

  /// The stretch of the text; of length 0 at its end.
  public let range: SourceRange
  /// What is wrong, with what a message needs.
  public let kind: Kind

  /// A problem at a stretch of the text.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
