import Bodies
import Forms
import Panel
import ReportModel

/// The course of indicators over the years, body by body. Flags and refusals are those of
/// `CompareQuery`.
public struct TrendQuery: Sendable, Equatable {
  /// Codes of the dictionary, all of one unit, in the order in which they are shown.
  public var indicators: [IndicatorCode]
  /// The column of table 3 to look at; `nil` for the printed total column.
  public var applicant: Applicant?
  /// The reports to look at.
  public var selection: Selection
  /// Whether to show figures on both sides of a break in the series.
  public var breaks: BreakHandling
  /// Whether to leave out bodies that have not every figure in each of the years.
  public var sameBodies: Bool

  /// A trend; only the indicators must be given.
  public init(
    _ indicators: [IndicatorCode], applicant: Applicant? = nil, selection: Selection = .all,
    breaks: BreakHandling = .refuse, sameBodies: Bool = false
  ) {
    self.sameBodies = sameBodies
    self.indicators = indicators
    self.applicant = applicant
    self.selection = selection
    self.breaks = breaks
  }

  /// Answers with a row for each body and indicator and the columns `body`, `indicator`, `trend`
  /// (a sparkline, a character a year, a space where there is no value), one for each year from
  /// the first to the last that is selected, and `change` from the first to the last value. A year
  /// without a report is missing without a flag.
  ///
  /// - Throws: as `CompareQuery.run`, and `unitsDiffer` for indicators of different units.
  public func run(on panel: Panel, catalog: FormCatalog, bodies: BodyDirectory = .derivedOnly)
    throws(AnalysisError) -> ResultTable
  {
    let context = QueryContext(panel: panel, catalog: catalog, bodies: bodies)
    return try TrendTable(Comparison(comparison, in: context)).table()
  }

  /// The same values in the shape of a chart: a row for each.
  public func series(on panel: Panel, catalog: FormCatalog, bodies: BodyDirectory = .derivedOnly)
    throws(AnalysisError) -> ResultTable
  {
    try comparison.series(on: panel, catalog: catalog, bodies: bodies)
  }

  /// The comparison whose values the trend shows.
  private var comparison: CompareQuery {
    CompareQuery(
      indicators, applicant: applicant, by: [.body, .year], selection: selection, breaks: breaks,
      sameBodies: sameBodies)
  }
}
