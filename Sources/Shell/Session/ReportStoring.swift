import Dispatch
import ReportModel
import ReportStore
import Synchronization

/// A batch of reports on its way into the store, while the next is read.
final class ReportStoring: Sendable {
  private let result = Mutex<Result<[AddOutcome], StoreError>>(.success([]))
  private let group = DispatchGroup()

  /// Begins to store them in one transaction.
  init(_ reports: [Report], in store: ReportStore) {
    guard !reports.isEmpty else { return }
    DispatchQueue.global().async(group: group) { [self] in
      let outcome = Result { () throws(StoreError) -> [AddOutcome] in try store.add(reports) }
      result.withLock { $0 = outcome }
    }
  }

  /// Waits until they are stored.
  ///
  /// - Returns: what became of each, in their order.
  func outcomes() throws(ShellError) -> [AddOutcome] {
    group.wait()
    do {
      return try result.withLock { $0 }.get()
    } catch {
      throw ShellError(.store(nil, error))
    }
  }
}
