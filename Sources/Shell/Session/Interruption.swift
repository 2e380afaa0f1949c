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
  }

  static func clear() {
    requested.store(false, ordering: .relaxed)
  }

  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  static func check() throws(ShellError) {
    if isRequested { throw ShellError(.interrupted) }
  }
}
