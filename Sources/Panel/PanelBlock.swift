import ReportModel

/// The figures of several reports, row by row, on their way into the columns of a panel.
///
/// Most figures are small counts; they stand as they are. What is anything else stands beside the
/// rows, and `Number.special` in its place.
public struct PanelBlock: Sendable {
  /// A block takes so many reports.
  public static let capacity = 512

  /// What stands in a place of a row that holds no small count.
  public enum Number {
    /// No figure, and nobody has said why yet.
    public static let none = Int32.min
    /// Something that stands beside the rows.
    public static let special = Int32.min + 1
    /// Whether a figure may stand as it is.
    public static func isPlain(_ value: Int64) -> Bool {
      value.magnitude <= UInt64(CompactCells.plainLimit)
    }
  }

  /// A cell that is no small count in the unit of its form.
  public struct Special: Sendable {
    /// What the page shows.
    public let state: PanelColumn.State
    /// The figure; means nothing unless `state` is `reported`.
    public let value: Quantity
    /// The unit in which the figure is printed; `nil` where it is the form's.
    public let unit: MeasureUnit?

    /// A cell as it stands beside the rows.
    public init(state: PanelColumn.State, value: Quantity, unit: MeasureUnit?) {
      self.state = state
      self.value = value
      self.unit = unit
    }
  }

  /// How many places a row has.
  public let width: Int
  /// Of each report the layout by which its row is read, as the builder numbers them.
  public private(set) var layouts: [Int] = []
  /// The rows, one after the other; `capacity` of them.
  public var numbers: [Int32]
  private var specials: [Int: Special] = [:]

  /// An empty block.
  ///
  /// - Parameter width: of the longest layout.
  public init(width: Int) {
    self.width = max(1, width)
    numbers = Array(repeating: Number.none, count: self.width * Self.capacity)
  }

  /// How many reports it holds.
  public var count: Int { layouts.count }

  /// Adds a row whose numbers are still to be set.
  public mutating func append(layout: Int) {
    precondition(count < Self.capacity, "a block is full")
    layouts.append(layout)
  }

  /// Forgets all rows.
  public mutating func removeAll() {
    layouts.removeAll(keepingCapacity: true)
    specials.removeAll(keepingCapacity: true)
  }

  /// Where a place of a row stands in `numbers`.
  public func index(row: Int, position: Int) -> Int { row * width + position }

  /// Puts a cell beside the rows.
  public mutating func set(_ special: Special, at index: Int) {
    numbers[index] = Number.special
    specials[index] = special
  }

  /// The cell beside the rows that belongs to a place.
  public func special(at index: Int) -> Special? { specials[index] }
}
