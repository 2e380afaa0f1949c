import Forms
import Panel
import ReportModel

/// Which bodies have a report of which year, and how far it was read.
public struct CoverageQuery: Sendable, Equatable {
  /// The bodies and years to look at. Bodies that are named need not have a report.
  public var selection: Selection
  /// Whether to list only bodies that lack a report of one of the years.
  public var onlyMissing: Bool

  /// Looks at everything that is loaded unless told otherwise.
  public init(selection: Selection = .all, onlyMissing: Bool = false) {
    self.onlyMissing = onlyMissing
    self.selection = selection
  }

  /// Answers with a row for each body and the columns `body`, one for each year from the first
  /// loaded to the last as far as selected, and `reports`. A body stands as `complete` where every
  /// cell of all three tables was read, `partial` where a cell or a table was not, `missing` where
  /// there is no report. A note says for each year how many lack one.
  public func run(on panel: Panel, catalog: FormCatalog) throws(AnalysisError) -> ResultTable {
    try CoverageTable(
      selection, onlyMissing: onlyMissing, in: QueryContext(panel: panel, catalog: catalog)
    ).table
  }
}
