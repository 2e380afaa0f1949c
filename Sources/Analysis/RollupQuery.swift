import Bodies
import Forms
import Panel
import ReportModel

/// The sum over the bodies right below a body, beside the body's own figure.
///
/// Whether both should agree depends on what the body reports: its own work, or that of everyone
/// below it as well. The answer shows the difference and judges nothing.
public struct RollupQuery: Sendable, Equatable {
  /// A code of the dictionary.
  public var indicator: IndicatorCode
  /// The column of table 3 to look at; `nil` for the printed total column.
  public var applicant: Applicant?
  /// The bodies above, `nil` for all that have bodies below them, and the years.
  public var selection: Selection
  /// Whether to show figures of forms that give the indicator different meanings.
  public var breaks: BreakHandling

  /// A hierarchy's sums; only the indicator must be given.
  public init(
    _ indicator: IndicatorCode, applicant: Applicant? = nil, selection: Selection = .all,
    breaks: BreakHandling = .refuse
  ) {
    self.indicator = indicator
    self.applicant = applicant
    self.selection = selection
    self.breaks = breaks
  }

  /// Answers with a row for each body above and year, and the columns `body`, `year`, `own` (the
  /// body's own figure), `below` (the sum over the bodies right below it; of a rate, the ratio of
  /// their sums), `difference` (own minus below), `bodies` (how many figures are in the sum) and
  /// `children` (how many bodies are known to be below it). Where not all of them have a figure, a
  /// note says so.
  ///
  /// - Throws: as `CompareQuery.run`, and `noBodiesBelow` where nobody is below the bodies asked for.
  public func run(
    on panel: Panel, catalog: FormCatalog, bodies: BodyDirectory
  ) throws(AnalysisError) -> ResultTable {
    try RollupTable(self, in: QueryContext(panel: panel, catalog: catalog, bodies: bodies)).table()
  }
}
