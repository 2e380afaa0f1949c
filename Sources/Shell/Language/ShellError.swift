import Analysis
import Bodies
import Checking
import Expressions
import Output
import ReportModel
import ReportReading
import ReportStore
import StrictYAML

/// Why a command cannot be understood or carried out, and where in the commands it stands. The
/// words for it are in `Wording`.
struct ShellError: Error, Sendable {
  indirect enum Kind: Sendable {
    // What was typed.
    case unclosedQuote
    case unknownCommand(String, nearest: [String])
    case expected(Expectation)
    case unexpected(String)
    case twice(Keyword)
    case unknownName(NameKind, String, nearest: [String])
    case ambiguousName(NameKind, String, candidates: [String])
    case badYears(String)
    case badValue(setting: String, String, allowed: [String])
    case notForSeveralFiles
    case applicantsDiffer
    case derivedHasNoCells(String)
    /// Several indicators where one is asked for.
    case oneIndicator([String])
    case unknownFileEnd(String, known: [String])
    /// A command that gives no result to be named.
    case notAQuery
    case sql(SQLFailure)
    /// A name that expressions could not read.
    case badName(String)
    case nameTaken(String)
    case condition(ExpressionProblem.Kind)
    case evaluation(EvaluationProblem.Kind)
    /// A condition on reports where bodies are chosen that may have none.
    case conditionNotOfBodies

    // Scripts.
    /// What `let` gives a name to: neither a query nor a value.
    case neitherQueryNorValue(String, nearest: [String])
    /// A value that is not of the parameter's type.
    case badParameter(String, String, ParameterType)
    /// What is wrong with a value that was given on the command line.
    case givenParameter(String, ShellError)
    case parameterUnset(String, ParameterType)
    case parameterTwice(String)
    /// `--set` with something else than `NAME=VALUE`.
    case noAssignment(String)
    /// `--set` at the prompt.
    case noScriptForParameters
    /// A name has no value because of another mistake, which is told.
    case followsFromMistake
    /// A text put together of others that is longer than this, in bytes.
    case textTooLong(limit: Int)
    /// `{$name}` in SQL, which takes `$name`.
    case templateInSQL
    /// The mistakes in a script that another one runs, at least one.
    case script([ShellError])
    /// From the first script of the circle to the same one again.
    case scriptCycle([String])
    case scriptsTooDeep
    /// A command that cannot stand in a script that another one runs.
    case notInNestedScript(String)

    case assertion(AssertionFailure)
    /// An assertion that speaks of columns of two results.
    case assertsTwoResults(String, String)

    // What is loaded.
    case nothingLoaded
    case yearsNotLoaded(ClosedRange<Int>, loaded: [Int])
    case noReport(body: String, year: Int, years: [Int])
    case noResult
    case noFindings
    /// A finding that rests on figures that were not read.
    case notWaivable(String)
    case dayPassed(CalendarDate)
    case noRecord

    // Files and data.
    case noSuchFile(String)
    case emptyPattern(String)
    case emptyFolder(String)
    case cannotRead(String, errno: Int32)
    case cannotWrite(String, errno: Int32)
    case wouldOverwriteSource(String)
    case notUTF8(String)
    /// A file in a folder whose own name is not UTF-8, as it is shown.
    case nameNotUTF8(String)
    case reading(String, ReadingError)
    case store(String?, StoreError)
    case analysis(AnalysisError)
    case checking(RuleFileProblem)
    /// All that is wrong with the file; at least one.
    case ruleFile(String, [RuleFileProblem])
    case output(OutputError)
    case waivers(String, YAMLProblem)
    case recordExists(String)
    /// A script without a line `#=>`, which is to be tested.
    case noExpectations(String)
    case record(String, RecordFile.Flaw)
    case attributes(String, AttributeProblem, nearest: [String])

    case interrupted
  }

  let kind: Kind
  /// Where in the source text; `nil` where no word of the command is to blame.
  let range: SourceRange?
  /// The text in which it stands, where that is not the one that is being run.
  private(set) var source: SourceText?

  init(_ kind: Kind, at range: SourceRange? = nil) {
    self.kind = kind
    self.range = range
  }

  /// The same error at a place, unless it has one already.
  func at(_ range: SourceRange) -> ShellError {
    self.range == nil ? ShellError(kind, at: range) : self
  }

  /// The same error in a text, unless it has one already.
  func within(_ source: SourceText) -> ShellError {
    var error = self
    if error.source == nil { error.source = source }
    return error
  }

  /// The exit code that the error leads to.
  var exitStatus: ExitStatus {
    switch kind {
    case .unclosedQuote, .unknownCommand, .expected, .unexpected, .twice, .unknownName,
      .ambiguousName, .badYears, .badValue, .notForSeveralFiles, .applicantsDiffer,
      .derivedHasNoCells, .oneIndicator, .unknownFileEnd, .notAQuery, .sql, .badName, .nameTaken,
      .condition,
      .evaluation,
      .conditionNotOfBodies,
      .nothingLoaded,
      .yearsNotLoaded, .noReport, .noResult, .noFindings, .wouldOverwriteSource,
      .notWaivable, .dayPassed, .noRecord, .recordExists, .noExpectations, .textTooLong,
      .analysis, .output,
      .neitherQueryNorValue, .badParameter, .parameterUnset, .parameterTwice, .noAssignment,
      .noScriptForParameters,
      .followsFromMistake, .templateInSQL, .assertsTwoResults, .scriptCycle, .scriptsTooDeep,
      .notInNestedScript:
      .usage
    case .assertion:
      .findings
    case .givenParameter(_, let error):
      error.exitStatus
    case .script(let errors):
      errors.map(\.exitStatus).max() ?? .usage
    case .noSuchFile, .emptyPattern, .emptyFolder, .cannotRead, .cannotWrite, .notUTF8,
      .nameNotUTF8, .reading,
      .store, .checking, .ruleFile, .waivers, .attributes:
      .data
    case .record(_, .lineChanged), .record(_, .endDiffers):
      .replayDiffers
    case .record:
      .data
    case .interrupted:
      .interrupted
    }
  }
}

/// What the parser was looking for when it found something else.
enum Expectation: Sendable {
  case path
  case file
  case script
  case parameterName
  case parameterType
  case body
  case year
  case years
  case indicator
  case dimension
  case measure
  case format
  case findingID
  case setting
  case value
  case number
  case tableNumber
  case bodyText
  case reason
  case text
  case date
  case condition
  case expression
  case query
  case statement
  case column
  /// `to` and a file.
  case destination
  case equalsSign
  /// `in` and years.
  case inYears
  /// `bodies` behind `same`.
  case sameBodies
}

/// The kinds of names that a command can mention.
enum NameKind: Sendable {
  case indicator
  case applicant
  case body
  case dimension
  case measure
  case format
  case rule
  case finding
  case setting
  case helpTopic
  /// What a condition may speak of.
  case conditionName
  case attributeValue
  case column
  case variable
  case parameter
  case parameterType
  case result
}
