/// How a program ended.
public enum ProgramEnding: Equatable, Sendable {
  /// By itself, with this exit code.
  case exited(Int32)

  /// By this signal.
  case killed(signal: Int32)

  /// From what `waitpid` tells.
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .exited(waitStatus >> 8 & 0xFF) : .killed(signal: signal)
  }
}
