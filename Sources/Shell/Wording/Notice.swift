import Checking
import LineEditing
import ReportModel

/// Everything that nianbao says besides results and errors.
enum Notice: Sendable {
  case emptyResult
  case wrote(rows: Int, path: String)
  case opened(path: String, reports: Int)
  case loaded(added: Int, unchanged: Int, failed: Int, skipped: Int, cells: [CellStatus: Int])
  case replaced(path: String, previous: String)
  case problem(path: String, ReadingProblem)
  /// Columns of a table that were not used.
  case ignoredColumns(path: String, [String])
  case problems(path: String, [(ReadingProblem.Kind, Int)])
  case renamed(path: String, previous: String)
  case failure(ShellError)
  case tableMissing(Int)
  case tableTitle(Int, title: String, form: String)
  case noFindings(reports: Int)
  case waived(Int, path: String)
  case waiversRead(Int, path: String)
  case waivedFindings(Int)
  case waiver(Waiver)
  case waiverVoid(Waiver, WaiverReview.State)
  case moreFindings(Int)
  case unknownChecks(body: String, year: Int, Int)
  case moreUnknown(reports: Int)
  case sides(left: Quantity?, right: Quantity?, difference: Quantity?)
  case basis(Rule.Basis, law: LegalPassage?, note: LocalizedText?)
  case evidence(year: Int, path: String, digest: String)
  case helpHead
  case helpFoot
  case welcome(version: String)
  case commandsUnderstood(Int)
  case moreErrors
  case moreCandidates(Int)
  case searchPrompt(query: String, isFound: Bool)
  case noLineEditing(LineEditingError)
  case historyNotKept(HistoryFileError)
}
