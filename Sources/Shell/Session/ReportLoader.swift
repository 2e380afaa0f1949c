import Dispatch
import ReportModel
import ReportReading
import ReportStore
import Synchronization

/// Reads files on all cores and stores them batch by batch, each batch whole or not at all.
struct ReportLoader {
  /// A batch is small enough to stop after at once, large enough to store quickly.
  private static let batchSize = 64

  let reader: ReportReader
  let store: ReportStore
  /// What the user says about body and year, which counts more than what the page says.
  let body: String?
  let year: Int?
  /// Whether to stop at the first file that cannot be read.
  let isStrict: Bool

  /// Loads files, telling of each in their order. What was stored before an error stays.
  ///
  /// While a batch is stored, which one core does, the next is read.
  func load(_ files: [PathExpansion.File], telling: LoadTelling) throws(ShellError) {
    var waiting: Batch?
    var done = 0
    do throws(ShellError) {
      var start = 0
      while start < files.count {
        try Interruption.check()
        let end = min(start + Self.batchSize, files.count)
        let batch = Array(files[start..<end])
        let readings = read(batch, progress: telling.progress)
        try finish(&waiting, done: &done, telling: telling)
        // What was read while the user stopped it may be half of a file.
        try Interruption.check()
        waiting = try begin(batch, readings: readings)
        start = end
      }
      try finish(&waiting, done: &done, telling: telling)
    } catch {
      try finish(&waiting, done: &done, telling: telling)
      if case .interrupted = error.kind { telling.stopped(after: done, of: files.count) }
      throw error
    }
  }

  /// Waits until a batch is stored, and tells what became of its files.
  private func finish(
    _ waiting: inout Batch?, done: inout Int, telling: LoadTelling
  ) throws(ShellError) {
    guard let batch = waiting else { return }
    waiting = nil
    var stored = try batch.storing.outcomes()[...]
    for entry in batch.entries {
      switch entry {
      case .outcome(let outcome):
        telling.take(outcome)
      case .report(let item, let report):
        guard let outcome = stored.popFirst() else { continue }
        telling.take(
          LoadOutcome(
            path: item.path, fate: Self.fate(of: report, outcome),
            ignoredColumns: item.ignoredColumns))
      }
    }
    done += batch.fileCount
  }

  /// What a file gave.
  private enum Reading {
    /// No report by its name, or no table of reports by its columns.
    case notTried
    case items([ReadItem])
  }

  /// What each file gave, in the order of the files; `nil` where the user has stopped the reading.
  private func read(_ files: [PathExpansion.File], progress: ProgressLine?) -> [Reading?] {
    let readings = Mutex<[Reading?]>(Array(repeating: nil, count: files.count))
    let (reader, body, year) = (reader, body, year)
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      guard !Interruption.isRequested else { return }
      let file = files[index]
      let reading: Reading =
        Self.mayBeReport(file, reader)
        ? .items(reader.readAll(path: file.path, shown: file.shown, body: body, year: year))
        : .notTried
      readings.withLock { $0[index] = reading }
      progress?.advance()
    }
    return readings.withLock { $0 }
  }

  private static func mayBeReport(_ file: PathExpansion.File, _ reader: ReportReader) -> Bool {
    file.isNamed || ReportFileNames.mayBeReport(file.path)
      || (ReportFileNames.mayBeTable(file.path) && reader.isTableOfReports(path: file.path))
  }

  /// A batch that is being stored.
  private struct Batch {
    /// A report that is to be stored, or what is certain already.
    enum Entry {
      case report(ReadItem, Report)
      case outcome(LoadOutcome)
    }

    let fileCount: Int
    let entries: [Entry]
    let storing: ReportStoring
  }

  private func begin(
    _ files: [PathExpansion.File], readings: [Reading?]
  ) throws(ShellError) -> Batch {
    var entries: [Batch.Entry] = []
    var reports: [Report] = []
    for (file, reading) in zip(files, readings) {
      guard let reading else { throw ShellError(.interrupted) }
      guard case .items(let items) = reading else {
        let kind = SkippedKind(ofName: file.path)
        entries.append(.outcome(LoadOutcome(path: file.shown, fate: .skipped(kind))))
        continue
      }
      for item in items {
        switch item.result {
        case .success(let report):
          reports.append(report)
          entries.append(.report(item, report))
        case .failure(let error):
          let fate = Self.fate(of: error, item, isNamed: file.isNamed)
          if isStrict, case .failed(let failure) = fate { throw failure }
          entries.append(
            .outcome(
              LoadOutcome(path: item.path, fate: fate, ignoredColumns: item.ignoredColumns)))
        }
      }
    }
    return Batch(
      fileCount: files.count, entries: entries, storing: ReportStoring(reports, in: store))
  }

  /// What was found in a folder may be anything; what the user names must be a report.
  private static func fate(
    of error: ReadingError, _ item: ReadItem, isNamed: Bool
  ) -> LoadOutcome.Fate {
    if !isNamed, let kind = SkippedKind(error) { return .skipped(kind) }
    return .failed(ShellError(.reading(item.path, error)))
  }

  private static func fate(of report: Report, _ outcome: AddOutcome) -> LoadOutcome.Fate {
    switch outcome {
    case .added: .added(report)
    case .unchanged: .unchanged(report)
    case .replaced(let previous): .replaced(report, previousPath: previous)
    case .renamed(let body, let year): .renamed(report, previousName: "\(body) \(year)")
    }
  }
}
