import ReportModel

/// What a load came to, in a size that does not grow with the number of files.
struct LoadSummary: Sendable {
  /// A report that took the place of another, or another name.
  typealias Change = (path: String, String)
  /// A problem with the file that has it.
  typealias Problem = (path: String, ReadingProblem)

  /// Up to so many failures are told one by one, more by their reason.
  static let failuresToldSingly = 20

  private(set) var added = 0
  private(set) var unchanged = 0
  private(set) var failed = 0
  private(set) var skipped = 0
  /// Files found in folders that are no reports, by kind.
  private(set) var skippedKinds: [SkippedKind: Int] = [:]
  /// Cells by what the page shows in them, over the reports added.
  private(set) var cells: [CellStatus: Int] = [:]
  private(set) var replaced = Examples<Change>()
  private(set) var renamed = Examples<Change>()
  private(set) var ignoredColumns = Examples<(path: String, [String])>()
  private(set) var problems: [ReadingProblem.Kind: Examples<Problem>] = [:]
  /// Reports with a problem.
  private(set) var reportsWithProblems = 0
  /// The first failures, in the order of the files.
  private(set) var firstFailures: [ShellError] = []
  /// All failures by reason, in the order in which the reasons were first met.
  private(set) var failureReasons: [(reason: FailureReason, examples: Examples<ShellError>)] = []
  /// The worst that the failures mean for the end of the run.
  private(set) var status = ExitStatus.done

  mutating func add(_ outcome: LoadOutcome) {
    if !outcome.ignoredColumns.isEmpty {
      ignoredColumns.add((outcome.path, outcome.ignoredColumns))
    }
    switch outcome.fate {
    case .added(let report):
      count(report)
    case .unchanged:
      unchanged += 1
    case .replaced(let report, let previousPath):
      count(report)
      replaced.add((outcome.path, previousPath))
    case .renamed(let report, let previousName):
      count(report)
      renamed.add((outcome.path, previousName))
    case .failed(let error):
      add(failure: error)
    case .skipped(let kind):
      skipped += 1
      skippedKinds[kind, default: 0] += 1
    }
  }

  private mutating func add(failure: ShellError) {
    failed += 1
    status = max(status, failure.exitStatus)
    if firstFailures.count < Self.failuresToldSingly { firstFailures.append(failure) }
    let reason = FailureReason(failure)
    let index = failureReasons.firstIndex { $0.reason == reason } ?? failureReasons.count
    if index == failureReasons.count { failureReasons.append((reason, Examples())) }
    failureReasons[index].examples.add(failure)
  }

  private mutating func count(_ report: Report) {
    added += 1
    for table in report.tables {
      for cell in table.cells { cells[cell.status, default: 0] += 1 }
    }
    if !report.problems.isEmpty { reportsWithProblems += 1 }
    for problem in report.problems {
      problems[problem.kind, default: Examples()].add((report.source.path, problem))
    }
  }
}
