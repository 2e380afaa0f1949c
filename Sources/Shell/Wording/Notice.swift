import Analysis
import Checking
import LineEditing
import ReportModel

/// Everything that nianbao says besides results and errors.
enum Notice: Sendable {
  case emptyResult
  case wrote(rows: Int, path: String)
  case opened(path: String, reports: Int)
  /// The closing summary of a load.
  case loaded(LoadSummary)
  /// The problems that a load found, counted.
  case problemCounts(LoadSummary)
  case loadStopped(done: Int, of: Int, LoadSummary)
  /// One file of a load.
  case outcome(LoadOutcome)
  /// A problem of the file above it.
  case problemBelow(ReadingProblem)
  case replaced(String, previous: String)
  case problem(String, ReadingProblem)
  /// Columns of a table that were not used.
  case ignoredColumns(String, [String])
  case renamed(String, previous: String)
  case failure(ShellError)
  /// Many files that failed for one reason.
  case failures(FailureReason, Examples<ShellError>)
  /// So many further notices are not told one by one.
  case more(Int, of: HiddenNotices)
  case tableMissing(Int)
  /// The heading of the problems of a table.
  case problemsHead(Int)
  /// What a mark in a cell means, and how often it stands in the table.
  case cellMark(CellStatus, Int)
  case tableTitle(Int, title: String, form: String)
  /// Rows of a form that were not seen in an official text stand above, marked or named.
  case unconfirmedRows
  case noFindings(reports: Int)
  case rulesRead(Int, path: String)
  case noRemarks(rules: Int)
  /// One of several mistakes in a rule file.
  case ruleFileProblem(String, RuleFileProblem)
  /// A file of attributes: for how many bodies, how many of those loaded it says nothing of, and how
  /// many have no report.
  case attributesRead(path: String, bodies: Int, without: Int, notLoaded: [String])
  case defined(Definition, unit: MeasureUnit?)
  /// What a name meant before.
  case redefined(Definition)
  /// Of a long result the first rows are shown.
  case firstRows(Int, of: Int)
  /// Of a result so many rows were chosen.
  case partOfResult(Int, of: Int)
  /// A result that was kept under a name.
  case named(String, rows: Int)
  /// Bodies that a condition cannot be asked of.
  case bodiesWithout(Int)
  /// Something that must be said of a result as a whole.
  case note(LocalizedText)
  /// Whether the file is read by itself when the store is opened again.
  case waived(Int, path: String, comesBack: Bool)
  case waiversRead(Int, path: String)
  case waivedFindings(Int)
  case waiver(Waiver)
  case waiverVoid(Waiver, WaiverReview.State)
  case moreFindings(Int)
  /// So many findings follow from others and are not listed.
  case followingFindings(Int)
  /// So many findings follow from this one.
  case followed(by: Int)
  /// The finding that this one follows from.
  case follows(String)
  case unknownChecks(body: String, year: Int, Int)
  case moreUnknown(reports: Int)
  case sides(left: Quantity?, right: Quantity?, difference: Quantity?)
  case basis(Rule.Basis, law: LegalPassage?, note: LocalizedText?)
  /// What the text states, and where.
  case statement(Claim)
  case evidence(year: Int, path: String, digest: String)
  case recording(path: String)
  case recorded(path: String)
  case scriptWritten(path: String)
  case scriptUpdated(path: String)
  case helpHead
  case helpFoot
  case welcome(version: String)
  case commandsUnderstood(Int)
  case moreErrors
  /// How long a command took.
  case took(Duration)
  case moreCandidates(Int)
  case searchPrompt(query: String, isFound: Bool)
  case noLineEditing(LineEditingError)
  case historyNotKept(HistoryFileError)
}
