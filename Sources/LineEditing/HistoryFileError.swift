/// Why the history file could not be read or written.
public struct HistoryFileError: Error, Equatable, Sendable {
  /// What was being done.
  public enum Step: Equatable, Sendable {
    case makingFolder
    case opening
    case locking
    case reading
    case writing
    case rewriting
  }

  /// What was being done.
  public let step: Step

  /// The file or folder that it was done to.
  public let path: String

  /// The value of `errno`.
  public let code: Int32
}
