import Dispatch
import Panel
import Synchronization

/// Puts batches into a panel on other threads, while the next ones are fetched.
final class BatchQueue: Sendable {
  private struct Outcome {
    var specials: [PanelFrame.Special] = []
    /// The lowest number of a report that could not be read.
    var damaged: Int64?
  }

  private let frame: PanelFrame
  private let outcome = Mutex(Outcome())
  private let group = DispatchGroup()
  /// Batches that are under way; more would take memory and save no time.
  private let room: DispatchSemaphore

  init(_ frame: PanelFrame, atOnce: Int = 8) {
    self.frame = frame
    room = DispatchSemaphore(value: atOnce)
  }

  /// Takes a batch; waits where many are under way.
  func add(_ batch: FigureBatch) {
    room.wait()
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
      let filled = batch.fill(frame)
      outcome.withLock { outcome in
        switch filled {
        case .success(let specials): outcome.specials += specials
        case .failure(let report):
          outcome.damaged = min(report.id, outcome.damaged ?? report.id)
        }
      }
      room.signal()
    }
  }

  /// Waits for all batches.
  ///
  /// - Returns: the cells that are no small counts.
  func finish() throws(FigureBatch.DamagedReport) -> [PanelFrame.Special] {
    group.wait()
    let outcome = outcome.withLock { $0 }
    if let damaged = outcome.damaged { throw FigureBatch.DamagedReport(id: damaged) }
    return outcome.specials
  }
}
