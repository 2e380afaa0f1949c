import ReportModel

/// A report as the store lists it, without its figures.
public struct StoredReport: Hashable, Sendable {
  /// Its number in the store; later loaded, higher.
  public let id: Int64
  /// Whose report it is, by the full name.
  public let body: String
  /// The year reported on.
  public let year: Int
  /// The file that it was read from.
  public let source: SourceFile
  /// The forms of its tables by table number; none where the page lacks the table.
  public let forms: [Int: String]
  /// Whether it is the one that counts for its body and year: the one loaded last.
  public let isCurrent: Bool
}

/// What became of a report that was to be added.
public enum AddOutcome: Hashable, Sendable {
  case added
  /// The same file was loaded for the same body and year before; nothing was changed.
  case unchanged
  /// The store had a report of this body and year from another file. Both are kept, and the one
  /// just added is current.
  case replaced(previousPath: String)
  /// The same file was loaded before for another body or year; the report goes by the new name now,
  /// and the old one is gone.
  case renamed(previousBody: String, year: Int)
}
