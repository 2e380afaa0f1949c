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
    /// Files that were loaded before, with the body and year under which they went.
    var renamed: [(path: String, previous: String)] = []
    /// Files found in folders that are no reports.
    var skipped = 0
    var failures: [ShellError] = []
    /// Cells by what the page shows in them, over the reports added.
    var cells: [CellStatus: Int] = [:]
    var problems: [(path: String, problem: ReadingProblem)] = []
    /// The columns of tables that were not used.
    var ignoredColumns: [(path: String, names: [String])] = []
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
    let candidates = files.filter(mayBeReport)
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

  private func mayBeReport(_ file: PathExpansion.File) -> Bool {
    file.isNamed || ReportFileNames.mayBeReport(file.path)
      || (ReportFileNames.mayBeTable(file.path) && reader.isTableOfReports(path: file.path))
  }

  /// What each file gave, in the order of the files; `nil` where the user has stopped the reading.
  private func read(_ files: [PathExpansion.File]) -> [[ReadItem]?] {
    let results = Mutex<[[ReadItem]?]>(Array(repeating: nil, count: files.count))
    let (reader, body, year) = (reader, body, year)
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      guard !Interruption.isRequested else { return }
      let items = reader.readAll(
        path: files[index].path, shown: files[index].shown, body: body, year: year)
      results.withLock { $0[index] = items }
    }
    return results.withLock { $0 }
  }

  private func add(
    _ files: [PathExpansion.File], results: [[ReadItem]?], to summary: inout Summary
  ) throws(ShellError) {
    var reports: [Report] = []
    for (file, items) in zip(files, results) {
      guard let items else { throw ShellError(.interrupted) }
      for item in items {
        if !item.ignoredColumns.isEmpty {
          summary.ignoredColumns.append((item.path, item.ignoredColumns))
        }
        switch item.result {
        case .success(let report):
          reports.append(report)
        case .failure(.notAReportFormat) where !file.isNamed,
          .failure(.archive(.noReports)) where !file.isNamed:
          summary.skipped += 1
        case .failure(let error):
          let failure = ShellError(.reading(item.path, error))
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
    case .renamed(let body, let year):
      summary.added += 1
      summary.renamed.append((report.source.path, "\(body) \(year)"))
    }
    for table in report.tables {
      for cell in table.cells { summary.cells[cell.status, default: 0] += 1 }
    }
    summary.problems += report.problems.map { (report.source.path, $0) }
  }
}
