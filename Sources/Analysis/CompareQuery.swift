import Bodies
import Forms
import Panel
import ReportModel

/// A comparison of indicators over dimensions.
///
/// What the answer keeps to:
/// - A value is a sum of figures as printed. A figure that could not be read is left out and the
///   value says so (`u`); blank and dash are never zero. A derived figure of a report counts only
///   where all its parts were read.
/// - Without an applicant the printed total column is read. It is never replaced by a sum of the
///   applicants, and never added to them.
/// - A rate over several reports is the ratio of their sums; where what it is divided by is zero,
///   it is missing (`:`).
/// - A sum over several years says so (`y`). Stocks, such as the documents in force, are never added
///   up over years; nor is what contains them.
/// - Where the forms behind the values differ, each value says what that means for it (`a`, `d`,
///   `b`, `:`); footnotes say why. It is compared with the oldest form of its own series, which are
///   the rows that differ from it in year and form only; without the year as a dimension with the
///   oldest form of all rows. A figure that only one of the forms has is missing (`:`) elsewhere.
///   Where two forms give one indicator different meanings, there is no answer unless the query asks
///   to see the break; then nothing is added or subtracted across it, and rows of one year are
///   marked too.
/// - Values that rest on other bodies than the year before say so (`c`).
/// - Money without a stated unit stands as printed and is never added up or compared.
public struct CompareQuery: Sendable, Equatable {
  /// Codes of the dictionary in the order in which they are shown.
  public var indicators: [IndicatorCode]
  /// The column of table 3 to look at; `nil` for the printed total column. Only for indicators
  /// that have applicants, and not together with the dimension `applicant`.
  public var applicant: Applicant?
  /// In the order of the columns; where empty, `year` for one body, else `body, year`.
  public var dimensions: [Dimension]
  /// What to show of the values.
  public var measure: Measure
  /// The reports to look at.
  public var selection: Selection
  /// Whether to show figures on both sides of a break in the series.
  public var breaks: BreakHandling
  /// Whether to leave out bodies that have not every figure in each of the years.
  public var sameBodies: Bool

  /// A comparison; only the indicators must be given.
  public init(
    _ indicators: [IndicatorCode], applicant: Applicant? = nil, by dimensions: [Dimension] = [],
    measure: Measure = .count, selection: Selection = .all, breaks: BreakHandling = .refuse,
    sameBodies: Bool = false
  ) {
    self.sameBodies = sameBodies
    self.indicators = indicators
    self.applicant = applicant
    self.dimensions = dimensions
    self.measure = measure
    self.selection = selection
    self.breaks = breaks
  }

  /// Answers with the dimensions in the query's order, one column of values for each indicator
  /// (or the single column `value` where `indicator` is a dimension), `reports`, the number of
  /// reports behind the value, and `reports_selected`, the number of reports of the row. Several
  /// indicators side by side may rest on different reports each: then there is no column `reports`,
  /// and flags tell which values rest on fewer. Rows ascend by the dimensions: years, bodies by
  /// Unicode scalars, applicants in the order of the form, indicators in the query's, forms by age.
  /// There is always a row.
  ///
  /// - Parameter known: what was found of the bodies of this panel in this directory before.
  public func run(
    on panel: Panel, catalog: FormCatalog, bodies: BodyDirectory = .derivedOnly,
    known: KnownBodyAttributes? = nil
  ) throws(AnalysisError) -> ResultTable {
    let context = QueryContext(panel: panel, catalog: catalog, bodies: bodies, known: known)
    return try ComparisonTable(Comparison(self, in: context)).table
  }

  /// The same answer in the shape of a chart: a row for each value, with `indicator` among the
  /// dimensions where there are several indicators.
  ///
  /// - Throws: as `run`, and `unitsDiffer` where the values cannot stand on one axis.
  public func series(
    on panel: Panel, catalog: FormCatalog, bodies: BodyDirectory = .derivedOnly,
    known: KnownBodyAttributes? = nil
  ) throws(AnalysisError) -> ResultTable {
    var long = self
    if indicators.count > 1, !dimensions.contains(.indicator) {
      let context = QueryContext(panel: panel, catalog: catalog, bodies: bodies, known: known)
      // What a share is a share of must not change with the shape.
      let own = try Comparison.dimensions(of: self, in: context)
      long.dimensions = own.dropLast() + [.indicator] + own.suffix(1)
    }
    return try long.run(on: panel, catalog: catalog, bodies: bodies, known: known)
  }
}
