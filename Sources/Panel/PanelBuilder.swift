import Dispatch
import ReportModel

/// Gathers reports into a panel, one at a time. Reports may come in any order; where they are known
/// beforehand, ``PanelFrame`` takes less time.
///
/// Figures go straight into columns, so that nothing is kept for each report but what the panel
/// itself keeps.
public struct PanelBuilder {
  /// What a report has in one cell.
  public struct Entry: Sendable {
    /// Which cell.
    public let key: CellKey
    /// What the page shows there.
    public let state: PanelColumn.State
    /// The figure; means nothing unless `state` is `reported`.
    public let value: Quantity
    /// The unit in which the figure is printed.
    public let unit: MeasureUnit

    /// An entry as the builder takes it.
    ///
    /// - Parameter value: ignored unless `state` is `reported`.
    public init(
      key: CellKey, state: PanelColumn.State, value: Quantity = .zero, unit: MeasureUnit
    ) {
      self.key = key
      self.state = state
      self.value = value
      self.unit = unit
    }
  }

  /// Where the figures of one cell go; good for the builder that gave it.
  public struct Slot: Hashable, Sendable {
    fileprivate let position: Int
  }

  private var reports: [PanelReport] = []
  private var drafts: [ColumnDraft] = []
  private var slots: [CellKey: Slot] = [:]
  private let expected: Int

  /// A builder without reports.
  ///
  /// - Parameter expected: how many reports will come, where that is known: memory for just so many
  ///   is then taken at once.
  public init(expecting expected: Int = 0) {
    self.expected = expected
    reports.reserveCapacity(expected)
  }

  /// Adds a report. Of two reports of one body and year the one added later counts.
  public mutating func add(_ report: PanelReport, cells: [Entry]) {
    begin(report)
    for cell in cells {
      set(slot(of: cell.key), state: cell.state, value: cell.value, unit: cell.unit)
    }
  }

  /// The slot of a cell. Whoever adds many reports of one form asks once for each of its cells.
  public mutating func slot(of key: CellKey) -> Slot {
    if let slot = slots[key] { return slot }
    let slot = Slot(position: drafts.count)
    drafts.append(ColumnDraft(key: key, expected: expected))
    slots[key] = slot
    return slot
  }

  /// Begins a report: the cells set from here on are its own. Of two reports of one body and year
  /// the one begun later counts.
  public mutating func begin(_ report: PanelReport) {
    reports.append(report)
  }

  /// Sets a cell of the report begun last; cells never set are not on its form.
  ///
  /// - Parameter value: ignored unless `state` is `reported`.
  /// - Precondition: a report has been begun.
  public mutating func set(
    _ slot: Slot, state: PanelColumn.State, value: Quantity = .zero, unit: MeasureUnit
  ) {
    precondition(!reports.isEmpty, "a report must be begun first")
    drafts[slot.position].set(state, value: value, unit: unit, at: reports.count - 1)
  }

  /// Lays the columns out. Money that was printed in yuan is brought to 10,000 yuan where the
  /// column's other figures are in that unit.
  ///
  /// The builder is empty afterwards.
  public mutating func build() -> Panel {
    let order = ReportOrder.current(reports)
    let ordered = order.map { reports[$0] }
    let runs = ReportRuns(order)
    reports = []
    var drafts = self.drafts
    self.drafts = []
    slots = [:]
    var columns = [PanelColumn?](repeating: nil, count: drafts.count)
    drafts.withUnsafeMutableBufferPointer { drafts in
      columns.withUnsafeMutableBufferPointer { columns in
        // Each iteration touches the elements of its own number only.
        nonisolated(unsafe) let (drafts, columns) = (drafts, columns)
        DispatchQueue.concurrentPerform(iterations: drafts.count) { index in
          columns[index] = drafts[index].column(of: order, runs: runs)
          // Each draft goes as soon as its column stands: both together would double the peak.
          drafts[index] = ColumnDraft(key: drafts[index].key, expected: 0)
        }
      }
    }
    return Panel(reports: ordered, columns: columns.compactMap(\.self))
  }
}
