import Dispatch
import ReportModel
import ReportReading
import ReportStore
import Synchronization

/// Reads files on all cores and stores them batch by batch, each batch whole or not at all.
struct ReportLoader {
  /// What came of the files.
  struct Summary {
    var added = 0
    var unchanged = 0
    var replaced: [(path: String, previous: String)] = []
    /// Files found in folders that are no reports.
    var skipped = 0
    var failures: [ShellError] = []
    /// Cells by what the page shows in them, over the reports added.
    var cells: [CellStatus: Int] = [:]
    var problems: [(path: String, problem: ReadingProblem)] = []
  }

  /// A batch is small enough to stop after at once, large enough to store quickly.
  private static let batchSize = 64

  let reader: ReportReader
  let store: ReportStore
  /// What the user says about body and year, which counts more than what the page says.
  let body: String?
  let year: Int?
  /// Whether to stop at the first file that cannot be read.
  let isStrict: Bool

  func load(_ files: [PathExpansion.File]) throws(ShellError) -> Summary {
    var summary = Summary()
    let candidates = files.filter { $0.isNamed || ReportFileNames.mayBeReport($0.path) }
    summary.skipped = files.count - candidates.count
    var start = 0
    while start < candidates.count {
      try Interruption.check()
      let end = min(start + Self.batchSize, candidates.count)
      let batch = Array(candidates[start..<end])
      try add(batch, results: read(batch), to: &summary)
      start = end
    }
    return summary
  }

  private func read(_ files: [PathExpansion.File]) -> [Result<Report, ReadingError>?] {
    let results = Mutex<[Result<Report, ReadingError>?]>(Array(repeating: nil, count: files.count))
    let (reader, body, year) = (reader, body, year)
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      guard !Interruption.isRequested else { return }
      let result = Result { () throws(ReadingError) -> Report in
        try reader.read(
          path: files[index].path, shown: files[index].shown, body: body, year: year)
      }
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0 }
  }

  private func add(
    _ files: [PathExpansion.File], results: [Result<Report, ReadingError>?],
    to summary: inout Summary
  ) throws(ShellError) {
    var reports: [Report] = []
    for (file, result) in zip(files, results) {
      switch result {
      case nil:
        throw ShellError(.interrupted)
      case .success(let report):
        reports.append(report)
      case .failure(let error):
        if case .notAReportFormat = error, !file.isNamed {
          summary.skipped += 1
        } else {
          let failure = ShellError(.reading(file.shown, error))
          if isStrict { throw failure }
          summary.failures.append(failure)
        }
      }
    }
    let outcomes: [AddOutcome]
    do {
      outcomes = try store.add(reports)
    } catch {
      throw ShellError(.store(nil, error))
    }
    for (report, outcome) in zip(reports, outcomes) { count(report, outcome, in: &summary) }
  }

  private func count(_ report: Report, _ outcome: AddOutcome, in summary: inout Summary) {
    switch outcome {
    case .unchanged:
      summary.unchanged += 1
      return
    case .added:
      summary.added += 1
    case .replaced(let previous):
      summary.added += 1
      summary.replaced.append((report.source.path, previous))
    }
    for table in report.tables {
      for cell in table.cells { summary.cells[cell.status, default: 0] += 1 }
    }
    summary.problems += report.problems.map { (report.source.path, $0) }
  }
}
