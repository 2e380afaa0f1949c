import Bodies
import ReportModel

/// Why a query has no honest answer. The wording for people stands elsewhere.
public enum AnalysisError: Error, Equatable, Sendable {
  /// No report fits the selection.
  case noReports(Selection)
  /// The condition holds for none of the reports.
  case conditionNeverHolds(ReportCondition.Outcome)
  /// The panel has no report of this body.
  case bodyNotLoaded(String)
  /// The panel has no report of any year in this range.
  case yearsNotLoaded(ClosedRange<Int>)
  /// The base year of an index is not among the selected reports.
  case baseYearNotSelected(Int)
  /// The query names no indicator.
  case noIndicators
  /// The dictionary has no such indicator.
  case unknownIndicator(IndicatorCode)
  /// The indicator comes more than once.
  case repeatedIndicator(IndicatorCode)
  /// The dimension comes more than once.
  case repeatedDimension(Dimension)
  /// Two forms give the indicator different meanings, and the answer would put both side by side.
  case breakInSeries(
    indicator: IndicatorCode, fromForm: String, toForm: String, why: LocalizedText)
  /// Two indicators would share one column but have different units.
  case unitsDiffer(IndicatorCode, MeasureUnit, IndicatorCode, MeasureUnit)
  /// None of the selected bodies has the attribute.
  case attributeNotKnown(Attribute)
  /// The query asks for applicants, the indicator has none.
  case noApplicants(IndicatorCode)
  /// The query asks for this applicant and for all of them as a dimension.
  case applicantTwice(Applicant)
  /// The measure sets a year against another, and the year is not a dimension.
  case measureNeedsYear(Measure)
  /// Percentiles are taken over bodies, and the body is a dimension.
  case percentileOfOneBody
  /// The measure makes no sense for the indicator, such as a share of a rate.
  case measureDoesNotFit(Measure, IndicatorCode)
  /// A share over indicators would count the second one twice: the first contains it.
  case indicatorsOverlap(IndicatorCode, IndicatorCode)
  /// The formula is neither a sum of figures nor one such sum divided by another.
  case formulaNotSupported(IndicatorCode, formula: String)
  /// A formula adds up more figures than this, with those of the indicators that it rests on.
  case formulaTooLong(IndicatorCode, limit: Int)
  /// A row or a whole takes together several years of figures that count what there is at one point
  /// in time, such as the documents in force, or that contain such figures.
  case stockOverYears(IndicatorCode)
  /// A formula adds figures of different units.
  case unitsNotAdded(IndicatorCode, MeasureUnit, IndicatorCode, MeasureUnit)
  /// A formula divides figures of one unit by figures of another.
  case unitsNotDivided(IndicatorCode, MeasureUnit, IndicatorCode, MeasureUnit)
  /// None of the bodies has a figure in each of the years.
  case noSameBodies(years: [Int], bodies: Int)
  /// Nobody with a report is below these bodies.
  case noBodiesBelow([String])
  /// None of the bodies has a value to be ranked by.
  case nothingToRank(IndicatorCode)
  /// Amounts whose unit is not stated cannot be set against each other.
  case moneyWithoutUnit(IndicatorCode)
  /// A sum leaves the range of exact numbers.
  case outOfRange(IndicatorCode)
}
