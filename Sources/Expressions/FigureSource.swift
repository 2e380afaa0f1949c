/// Where an expression's names get their figures: one report, one row of a result, one set of
/// hand-written values.
public protocol FigureSource {
  /// What a name that is no pattern stands for.
  ///
  /// - Throws: `unknownName` where it stands for nothing; a figure that merely was not read or is
  ///   not on the form is no error.
  func figure(_ name: Name) throws(EvaluationProblem.Kind) -> Figure

  /// The names that a pattern stands for, each with the pattern's own applicant and
  /// `previous.`, in the order of the form. Only what the form has: a sum over a pattern leaves
  /// out the rows that the form lacks.
  func names(matching pattern: Name) -> [Name]

  /// The answer to a question about a name itself.
  ///
  /// - Throws: `unknownName` where the source knows no such questions, as most do not.
  func truth(of test: NameTest, _ name: Name) throws(EvaluationProblem.Kind) -> Truth
}

extension FigureSource {
  /// Sources other than reports have no forms that could be compared and no cells to be found.
  public func truth(of test: NameTest, _ name: Name) throws(EvaluationProblem.Kind) -> Truth {
    throw .unknownName("\(test.rawValue)(\(name))")
  }
}

/// Why an expression could not be worked out.
public struct EvaluationProblem: Error, Equatable, Sendable {
  /// Why it could not be worked out.
  public enum Kind: Error, Equatable, Sendable {
    /// A figure left the range of exact numbers.
    case overflow
    case unknownName(String)
    /// A text stands where only a figure makes sense, or is compared with a figure.
    case textAsNumber
    /// A condition stands where a figure belongs.
    case conditionAsValue
    /// A figure stands where a condition belongs.
    case valueAsCondition
  }

  /// The stretch of the expression that could not be worked out.
  public let range: SourceRange
  /// Why it could not be worked out.
  public let kind: Kind

  /// A problem at a stretch of the expression.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
