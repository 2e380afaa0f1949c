/// How a run ended, as the exit code says it. The worst of a run counts.
public enum ExitStatus: Int32, Sendable, Comparable {
  case done = 0
  /// An assertion failed, or a finding that counts stands.
  case findings = 1
  /// A file or its data could not be read or written.
  case data = 3
  /// A replay gave something else.
  case replayDiffers = 4
  /// A mistake in the command line or in a script.
  case usage = 2
  case interrupted = 130

  private static let fromBestToWorst: [ExitStatus] = [
    .done, .findings, .usage, .data, .replayDiffers, .interrupted,
  ]

  /// From the best end to the worst, which is not the order of the codes.
  public static func < (left: ExitStatus, right: ExitStatus) -> Bool {
    (fromBestToWorst.firstIndex(of: left) ?? 0) < (fromBestToWorst.firstIndex(of: right) ?? 0)
  }
}
