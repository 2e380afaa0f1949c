import ReportModel

/// Tells what a load comes to: with `verbose` a line for each file while it goes on, otherwise the
/// first few of each kind when it is over, and a closing summary in any case.
///
/// It belongs to the session's thread.
final class LoadTelling {
  /// The reasons for failures that are told, where there are many failures.
  private static let mostReasons = 8

  private(set) var summary = LoadSummary()
  /// Shows how far the reading is; where the user sees it.
  let progress: ProgressLine?
  private let session: Session
  private let isVerbose: Bool
  /// Whether an error ends the load anyway, so that it would be told twice.
  private let leavesFailuresToCaller: Bool

  /// - Parameter files: how many there are.
  init(session: Session, files: Int, isVerbose: Bool, leavesFailuresToCaller: Bool) {
    self.session = session
    let wording = session.wording
    progress = session.console.progress?.line(total: files) { wording.text(of: $0) }
    self.isVerbose = isVerbose
    self.leavesFailuresToCaller = leavesFailuresToCaller
  }

  /// Takes the outcomes in the order of the files.
  func take(_ outcome: LoadOutcome) {
    summary.add(outcome)
    guard isVerbose else { return }
    if case .failed = outcome.fate, leavesFailuresToCaller { return }
    tell(.outcome(outcome))
    switch outcome.fate {
    case .added(let report), .unchanged(let report), .replaced(let report, _),
      .renamed(let report, _):
      for problem in report.problems { tell(.problemBelow(problem)) }
    case .failed, .skipped:
      break
    }
    if !outcome.ignoredColumns.isEmpty {
      tell(.ignoredColumns(outcome.path, outcome.ignoredColumns))
    }
  }

  /// Tells what has not been told yet.
  func finish() {
    session.note(summary.status)
    if !isVerbose {
      tellBriefly()
    } else if leavesFailuresToCaller {
      tellFailures()
    }
    tell(.loaded(summary))
    if !summary.problems.isEmpty { tell(.problemCounts(summary)) }
  }

  /// Says how far a load came that the user has stopped, where anything is kept of it.
  func stopped(after done: Int, of total: Int) {
    guard summary.added > 0 else { return }
    tell(.loadStopped(done: done, of: total, summary))
  }

  private func tell(_ notice: Notice) {
    progress?.erase()
    session.notice(notice)
  }

  private func tellBriefly() {
    tellFailures()
    let groups =
      [summary.replaced.count, summary.renamed.count, summary.ignoredColumns.count]
      .count { $0 > 0 } + summary.problems.count
    // Everything together stays on a screen.
    let shown = groups <= 3 ? 3 : 1
    tell(summary.replaced, atMost: shown, more: .replaced) { .replaced($0, previous: $1) }
    tell(summary.renamed, atMost: shown, more: .renamed) { .renamed($0, previous: $1) }
    tell(summary.ignoredColumns, atMost: shown, more: .ignoredColumns) { .ignoredColumns($0, $1) }
    for kind in ReadingProblem.Kind.allCases {
      guard let problems = summary.problems[kind] else { continue }
      tell(problems, atMost: shown, more: .problem(kind)) { .problem($0, $1) }
    }
  }

  private func tellFailures() {
    guard summary.failed > LoadSummary.failuresToldSingly else {
      for failure in summary.firstFailures { tell(.failure(failure)) }
      return
    }
    for (reason, examples) in summary.failureReasons.prefix(Self.mostReasons) {
      if reason == .badTable, let first = examples.first.first {
        // One table may have as many mistakes as rows.
        tell(.failure(first))
        if examples.count > 1 { tell(.more(examples.count - 1, of: .tableMistakes)) }
      } else {
        tell(.failures(reason, examples))
      }
    }
    let hidden = summary.failureReasons.dropFirst(Self.mostReasons)
      .reduce(0) { $0 + $1.examples.count }
    if hidden > 0 { tell(.more(hidden, of: .failures)) }
  }

  private func tell<First, Second>(
    _ examples: Examples<(path: First, Second)>, atMost shown: Int, more: HiddenNotices,
    as notice: (First, Second) -> Notice
  ) {
    for (path, what) in examples.first.prefix(shown) { tell(notice(path, what)) }
    let hidden = examples.count - min(shown, examples.first.count)
    if hidden > 0 { tell(.more(hidden, of: more)) }
  }
}

/// What further notices, which are counted only, would have been about.
enum HiddenNotices: Sendable {
  case replaced
  case renamed
  case ignoredColumns
  case failures
  case tableMistakes
  case problem(ReadingProblem.Kind)
}
