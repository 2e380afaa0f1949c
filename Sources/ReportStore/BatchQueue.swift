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
  /// Batches that nobody has begun with.
  private let waiting = Mutex<[FigureBatch]>([])
  /// Those that somebody is at.
  private let underWay = DispatchGroup()

  /// More waiting batches would take memory and save no time.
  private static let mostWaiting = 8

  init(_ frame: PanelFrame) {
    self.frame = frame
  }

  /// Takes a batch; where many wait, the caller puts one into the panel.
  func add(_ batch: FigureBatch) {
    let count = waiting.withLock { waiting in
      waiting.append(batch)
      return waiting.count
    }
    if count > Self.mostWaiting {
      takeOne()
    } else {
      DispatchQueue.global(qos: .userInitiated).async { [self] in takeOne() }
    }
  }

  /// Puts a waiting batch into the panel.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  private func takeOne() -> Bool {
    let batch = waiting.withLock { waiting in
      if !waiting.isEmpty { underWay.enter() }
      return waiting.popLast()
    }
    guard let batch else { return false }
    fill(batch)
    underWay.leave()
    return true
  }

  private func fill(_ batch: FigureBatch) {
    let filled = batch.fill(frame)
    outcome.withLock { outcome in
      switch filled {
      case .success(let specials): outcome.specials += specials
      case .failure(let report):
        outcome.damaged = min(report.id, outcome.damaged ?? report.id)
      }
    }
  }

  /// Takes what still waits, so that no thread need begin for it, and waits for the others.
  ///
  /// - Returns: the cells that are no small counts.
  func finish() throws(FigureBatch.DamagedReport) -> [PanelFrame.Special] {
    while takeOne() {}
    underWay.wait()
    let outcome = outcome.withLock { $0 }
    if let damaged = outcome.damaged { throw FigureBatch.DamagedReport(id: damaged) }
    return outcome.specials
  }
}
