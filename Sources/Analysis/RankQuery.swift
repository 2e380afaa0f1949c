import Bodies
import Forms
import Panel
import ReportModel

/// Bodies in the order of an indicator.
public struct RankQuery: Sendable, Equatable {
  /// Which end comes first.
  public enum Order: Hashable, Sendable {
    case highestFirst, lowestFirst
  }

  /// A code of the dictionary.
  public var indicator: IndicatorCode
  /// The column of table 3 to look at; `nil` for the printed total column.
  public var applicant: Applicant?
  /// The reports to look at, as a rule of one year: the figures of several are added up, and say so.
  public var selection: Selection
  /// Which end comes first.
  public var order: Order
  /// How many ranks to list; `nil` for all. Bodies that share the last one are all listed.
  public var count: Int?
  /// Whether to rank figures of forms that give the indicator different meanings.
  public var breaks: BreakHandling

  /// A ranking; only the indicator must be given.
  public init(
    _ indicator: IndicatorCode, applicant: Applicant? = nil, selection: Selection = .all,
    order: Order = .highestFirst, count: Int? = nil, breaks: BreakHandling = .refuse
  ) {
    self.indicator = indicator
    self.applicant = applicant
    self.selection = selection
    self.order = order
    self.count = count
    self.breaks = breaks
  }

  /// Answers with the columns `rank`, `body`, the value, for a rate also `numerator` and
  /// `denominator`, and `percentile`: the part of the ranked bodies whose value is not greater.
  /// Bodies of one value share a rank, and the next rank is as much higher. Notes give the number of
  /// bodies ranked with median and quartiles, and how many were left out and why.
  public func run(
    on panel: Panel, catalog: FormCatalog, bodies: BodyDirectory = .derivedOnly
  ) throws(AnalysisError) -> ResultTable {
    let context = QueryContext(panel: panel, catalog: catalog, bodies: bodies)
    let comparison = try Comparison(
      CompareQuery(
        [indicator], applicant: applicant, by: [.body], selection: selection, breaks: breaks),
      in: context)
    guard comparison.units[0] != .unstatedMoney else { throw .moneyWithoutUnit(indicator) }
    return try RankTable(self, comparison).table()
  }
}
