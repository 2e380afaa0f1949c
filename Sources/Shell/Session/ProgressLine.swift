import Output
import Synchronization

/// One line on a terminal that says how far something long has come. It appears only where the work
/// takes more than two seconds, and is gone when that is over.
///
/// Any thread may report progress.
final class ProgressLine: Sendable {
  /// Work that takes longer is worth a line.
  private static let worthwhile = Duration.seconds(2)
  /// No guess about the whole is made earlier.
  private static let firstGuess = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  private struct State {
    var done = 0
    var isShown = false
    var hasEnded = false
    /// When the line was drawn last, since the beginning.
    var drawn: Duration?
  }

  private let total: Int
  private let columns: @Sendable () -> Int
  private let elapsed: @Sendable () -> Duration
  private let write: @Sendable ([UInt8]) -> Void
  private let text: @Sendable (Progress) -> String
  private let state = Mutex(State())

  /// - Parameters:
  ///   - total: how many steps there are.
  ///   - columns: the width of the terminal, asked each time the line is drawn.
  ///   - elapsed: the time since the beginning.
  ///   - write: takes what goes to the terminal.
  ///   - text: the line, without control characters; it is cut to the terminal's width.
  init(
    total: Int, columns: @escaping @Sendable () -> Int,
    elapsed: @escaping @Sendable () -> Duration, write: @escaping @Sendable ([UInt8]) -> Void,
    text: @escaping @Sendable (Progress) -> String
  ) {
    self.total = total
    self.columns = columns
    self.elapsed = elapsed
    self.write = write
    self.text = text
  }

  /// Says that one more step is done.
  func advance() {
    state.withLock { state in
      state.done += 1
      guard !state.hasEnded else { return }
      let progress = Progress(done: state.done, total: total, elapsed: elapsed())
      guard isDue(progress, state) else { return }
      state.isShown = true
      state.drawn = progress.elapsed
      // One column stays free: in the last one some terminals go on to the next line.
      let line = DisplayWidth.shortened(text(progress), to: max(1, columns() - 1))
      write(Array(("\r" + line + Self.clearRest).utf8))
    }
  }

  /// Takes the line away, as before other words are written; the next step may bring it back.
  func erase() {
    state.withLock { erase(&$0) }
  }

  /// Takes the line away for good.
  func end() {
    state.withLock { state in
      state.hasEnded = true
      erase(&state)
    }
  }

  private func erase(_ state: inout State) {
    guard state.isShown else { return }
    state.isShown = false
    write(Array(("\r" + Self.clearRest).utf8))
  }

  private func isDue(_ progress: Progress, _ state: State) -> Bool {
    if let drawn = state.drawn { return progress.elapsed - drawn >= Self.interval }
    guard progress.elapsed >= Self.firstGuess else { return false }
    return progress.elapsed + (progress.left ?? .zero) > Self.worthwhile
  }

  /// Clears from the cursor to the end of the line.
  private static let clearRest = "\u{1B}[K"
}
