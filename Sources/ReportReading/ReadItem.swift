import ReportModel

/// What became of one report of a file.
public struct ReadItem: Sendable {
  /// The file as shown to the user; for a report inside an archive, with its path in there.
  public let path: String
  /// The report, or why there is none.
  public let result: Result<Report, ReadingError>
  /// The columns of a table of figures that no reader uses. They belong to the whole file and stand
  /// in its first item only.
  public let ignoredColumns: [String]

  /// An item as the readers give it.
  public init(
    path: String, result: Result<Report, ReadingError>, ignoredColumns: [String] = []
  ) {
    self.path = path
    self.result = result
    self.ignoredColumns = ignoredColumns
  }
}
