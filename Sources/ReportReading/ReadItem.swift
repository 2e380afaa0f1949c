import ReportModel

/// What became of one report of a file.
public struct ReadItem: Sendable {
  /// The file as shown to the user; for a report inside an archive, with its path in there.
  public let path: String
  /// The report, or why there is none.
  public let result: Result<Report, ReadingError>

  /// An item as the readers give it.
  public init(path: String, result: Result<Report, ReadingError>) {
    self.path = path
    self.result = result
  }
}
