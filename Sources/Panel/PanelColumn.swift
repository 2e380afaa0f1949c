import ReportModel

/// One cell of the forms over all reports of a panel: a contiguous integer column.
///
/// Counts stand as they are. Money stands as an integer at `scale` digits after the point, so that
/// every figure of the column is exact.
public struct PanelColumn: Sendable {
  /// The cell that it holds over all reports.
  public let key: CellKey
  /// The unit of every figure; where figures have units that cannot be brought together,
  /// `unstatedMoney`, and `unit(at:)` tells each one's own.
  public let unit: MeasureUnit
  /// Digits after the point of every integer in `values`: 0 for counts.
  public let scale: Int
  /// A unit a report where not all have the column's; else empty.
  private let ownUnits: [MeasureUnit]
  private let storage: ColumnStorage

  /// What a report has in the cell.
  public enum State: UInt8, Sendable {
    /// The form of the report has no such cell, or the page does not have the table at all and its
    /// form is not known.
    case notOnForm
    case reported
    case blank
    case dash
    case text
    case ambiguous
    case absent

    /// The state that stands for a cell's status.
    public init(_ status: CellStatus) {
      self =
        switch status {
        case .reported: .reported
        case .blank: .blank
        case .dash: .dash
        case .text: .text
        case .ambiguous: .ambiguous
        case .absent: .absent
        }
    }

    /// The cell's status, or `nil` where the form has no such cell.
    public var status: CellStatus? {
      switch self {
      case .notOnForm: nil
      case .reported: .reported
      case .blank: .blank
      case .dash: .dash
      case .text: .text
      case .ambiguous: .ambiguous
      case .absent: .absent
      }
    }
  }

  /// A finished column.
  ///
  /// - Parameter ownUnits: a unit for each value where units cannot be brought together, else
  ///   empty.
  init(
    key: CellKey, unit: MeasureUnit, scale: Int, cells: CompactCells, ownUnits: [MeasureUnit] = []
  ) {
    precondition(ownUnits.isEmpty || ownUnits.count == cells.count, "a unit for each value")
    self.key = key
    self.unit = unit
    self.scale = scale
    self.ownUnits = ownUnits
    storage = ColumnStorage(cells)
  }

  /// A finished column of plain cells, in another order than they came in.
  init(key: CellKey, unit: MeasureUnit, scale: Int, cells: CompactCells, order: ReportRuns) {
    self.key = key
    self.unit = unit
    self.scale = scale
    ownUnits = []
    storage = ColumnStorage(cells, order: order)
  }

  /// A finished column whose figures stand in memory already, all in one unit.
  init(key: CellKey, unit: MeasureUnit, scale: Int, storage: ColumnStorage) {
    self.key = key
    self.unit = unit
    self.scale = scale
    ownUnits = []
    self.storage = storage
  }

  /// A column put together by hand.
  ///
  /// - Precondition: as many states as values.
  public init(
    key: CellKey, unit: MeasureUnit, scale: Int, values: [Int64], states: [State],
    ownUnits: [MeasureUnit] = []
  ) {
    precondition(values.count == states.count, "a state for each value")
    var cells = CompactCells()
    for (value, state) in zip(values, states) { cells.append(state, value) }
    self.init(key: key, unit: unit, scale: scale, cells: cells, ownUnits: ownUnits)
  }

  /// The number of reports.
  public var count: Int { storage.count }

  /// What a report has in the cell.
  public func state(at report: Int) -> State {
    precondition(report >= 0 && report < count, "no such report")
    return storage.isPlain(report) ? .reported : CompactCells.state(of: storage.slots[report])
  }

  /// The figure of a report as an integer at the column's scale; 0 where none was read.
  public func value(at report: Int) -> Int64 {
    precondition(report >= 0 && report < count, "no such report")
    let slot = storage.slots[report]
    if storage.isPlain(report) { return Int64(slot) }
    return slot < 0 ? 0 : storage.wide[Int(slot)]
  }

  /// All values, copied out; in the panel's order.
  public var values: [Int64] { (0..<count).map { value(at: $0) } }

  /// All states, copied out; in the panel's order.
  public var states: [State] { (0..<count).map { state(at: $0) } }

  /// Where the plain figures stand: those that were read and whose magnitude is at most
  /// `plainLimit`. The addresses hold as long as the column is kept.
  public var plainFigures: PlainFigures {
    PlainFigures(slots: storage.slots, bits: storage.plain)
  }

  /// No plain figure is greater; any 127 of them add up within 32 bits.
  public static let plainLimit = Int(CompactCells.plainLimit)

  /// The plain figures of a column, for those who go through it block by block.
  public struct PlainFigures {
    /// A number a report, from one before the first on, to the end of the last block; it means
    /// something only where the bit is set.
    public let slots: UnsafePointer<Int32>
    /// A bit a report, lowest first, from one word before the first on.
    public let bits: UnsafePointer<UInt64>
  }

  /// Whether figures stand here whose units cannot be brought together: adding or comparing them
  /// would mean nothing.
  public var hasMixedUnits: Bool { !ownUnits.isEmpty }

  /// The unit in which a report's figure stands.
  public func unit(at report: Int) -> MeasureUnit {
    ownUnits.isEmpty ? unit : ownUnits[report]
  }

  /// The figure of a report, `nil` where none was read.
  public func quantity(at report: Int) -> Quantity? {
    guard state(at: report) == .reported else { return nil }
    return Quantity(coefficient: value(at: report), scale: scale)
  }
}
