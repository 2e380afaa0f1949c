import Dispatch
import Glibc
import Synchronization

/// Whether the user has asked to stop the running command. Ctrl-C sets it; whatever takes long
/// asks for it between two steps.
enum Interruption {
  private static let requested = Atomic<Bool>(false)

  /// Makes Ctrl-C ask for a stop instead of ending the program.
  static func install() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      // Only an atomic store: safe in a signal handler.
      Interruption.requested.store(true, ordering: .relaxed)
    }
    action.sa_flags = 0
    sigaction(SIGINT, &action, nil)
    // A file that may not grow further is an error of the write, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
  }

  static func clear() {
    requested.store(false, ordering: .relaxed)
  }

  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  static func check() throws(ShellError) {
    if isRequested { throw ShellError(.interrupted) }
  }

  /// How often somebody who waits looks whether the user wants to stop.
  private static let patience = DispatchTimeInterval.milliseconds(20)

  /// Works something out on another thread and waits for it, or until the user wants to stop: then
  /// the work, which changes nothing, goes on to its end with nobody waiting for it.
  static func waiting<Result: Sendable>(
    for work: @escaping @Sendable () -> Result
  ) throws(ShellError) -> Result {
    let box = Box<Result>()
    DispatchQueue.global(qos: .userInitiated).async { box.fill(work()) }
    while box.isFilled.wait(timeout: .now() + patience) == .timedOut { try check() }
    guard let result = box.content else { throw ShellError(.interrupted) }
    return result
  }

  /// What one thread leaves for another.
  private final class Box<Content: Sendable>: Sendable {
    let isFilled = DispatchSemaphore(value: 0)
    private let kept = Mutex<Content?>(nil)

    var content: Content? { kept.withLock { $0 } }

    func fill(_ content: Content) {
      kept.withLock { $0 = content }
      isFilled.signal()
    }
  }
}
