/// What was entered, in this session and before: in memory for recall and search, and in a file
/// for the next session.
public final class LineHistory {
  /// The newest entries of the file and those of this session, oldest first.
  public private(set) var entries: [String]

  private var file: HistoryFile?

  /// A history of this session alone.
  public init() {
    entries = []
  }

  /// A history kept in `file`. Only the newest `recalled` entries are read, so that a long history
  /// does not delay the start.
  public init(file: HistoryFile, recalled: Int = 5_000) throws(HistoryFileError) {
    entries = try file.newest(recalled)
    self.file = file
  }

  /// Takes `entry` in, unless it is blank, begins with a space (as the user asks for it not to be
  /// kept) or repeats the entry before it.
  ///
  /// - Returns: whether it was taken in.
  /// - Throws: where the file could not be written; the entry can be recalled nevertheless.
  @discardableResult
  public func record(_ entry: String) throws(HistoryFileError) -> Bool {
    let scalars = entry.unicodeScalars
    guard let first = scalars.first, first != " ", entry != entries.last,
      !scalars.allSatisfy({ $0.properties.isWhitespace })
    else { return false }
    entries.append(entry)
    try file?.append(entry)
    return true
  }
}
