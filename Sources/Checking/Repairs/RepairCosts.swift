/// What changes weigh, so that the likeliest repairs are the lightest.
///
/// A figure that a known slip explains weighs a little less than one that nothing explains. Fewer
/// changes always win: the reduction is so small that no number of explained changes within reach
/// undercuts fewer unexplained ones.
public struct RepairCosts: Hashable, Sendable {
  /// Changing one figure.
  public var change: Int
  /// Changing one figure by what a slip of the pen makes of it.
  public var slip: Int
  /// Undoing a slip with several figures of a row or column; `nil` where such slips are not tried.
  public var rows: Rows?

  /// Slips with several figures: each more than one change, less than two.
  public struct Rows: Hashable, Sendable {
    /// A row or column of totals left at zero.
    public var totalsMissing: Int
    /// A row shifted by a column.
    public var shifted: Int
    /// Two neighbouring rows exchanged.
    public var neighboursSwapped: Int
    /// Two rows exchanged that are no neighbours.
    public var swapped: Int

    var least: Int { min(totalsMissing, shifted, neighboursSwapped, swapped) }
  }

  /// Weights of one's own.
  ///
  /// - Precondition: `0 < slip <= change`.
  public init(change: Int, slip: Int, rows: Rows?) {
    precondition(0 < slip && slip <= change, "a slip weighs at most as much as a change")
    self.change = change
    self.slip = slip
    self.rows = rows
  }

  /// What the program goes by.
  public static let standard = RepairCosts(
    change: 100, slip: 90,
    rows: Rows(totalsMissing: 130, shifted: 140, neighboursSwapped: 150, swapped: 165))
  /// One for each figure, however it came about.
  public static let plain = RepairCosts(change: 1, slip: 1, rows: nil)
}
