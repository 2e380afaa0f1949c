/// Why a test could not go on with a program on a ``PseudoTerminal``.
public enum PseudoTerminalError: Error, Equatable, Sendable {
  /// The system gives no pseudo-terminal; `code` is the value of `errno`.
  case noTerminal(code: Int32)

  /// The program could not be started.
  case cannotStart(program: String, code: Int32)

  /// The terminal takes no input.
  case cannotSend(code: Int32)

  /// The program did not print the text in time; `printed` is what it printed instead.
  case notPrinted(String, printed: String)

  /// The program did not end in time.
  case stillRunning
}
