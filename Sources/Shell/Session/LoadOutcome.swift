import ReportModel

/// What became of one report of a file, or of a file that gave none.
struct LoadOutcome: Sendable {
  enum Fate: Sendable {
    case added(Report)
    /// Loaded before, under the same name.
    case unchanged(Report)
    /// Another file was loaded before for the same body and year.
    case replaced(Report, previousPath: String)
    /// The same file was loaded before for another body or year.
    case renamed(Report, previousName: String)
    case failed(ShellError)
    /// Found in a folder and no report.
    case skipped(SkippedKind)
  }

  /// The file as shown to the user; for a report inside an archive, with its path in there.
  let path: String
  let fate: Fate
  /// The columns of a table of figures that were not used.
  var ignoredColumns: [String] = []
}
