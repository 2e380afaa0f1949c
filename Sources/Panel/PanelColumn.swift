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
  /// A value a report, in the panel's order; 0 where `states` says that there is none.
  public let values: [Int64]
  /// A state a report, in the panel's order.
  public let states: [State]
  /// A unit a report where not all have the column's; else empty.
  private let ownUnits: [MeasureUnit]

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
  /// - Precondition: as many states as values.
  public init(
    key: CellKey, unit: MeasureUnit, scale: Int, values: [Int64], states: [State],
    ownUnits: [MeasureUnit] = []
  ) {
    precondition(values.count == states.count, "a state for each value")
    precondition(ownUnits.isEmpty || ownUnits.count == values.count, "a unit for each value")
    self.key = key
    self.unit = unit
    self.scale = scale
    self.values = values
    self.states = states
    self.ownUnits = ownUnits
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
    guard states[report] == .reported else { return nil }
    return Quantity(coefficient: values[report], scale: scale)
  }
}
