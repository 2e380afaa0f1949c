/// The places of one report in the columns of a panel that is being filled, in the order of its
/// layout.
///
/// Whoever has it writes every place once; it must not outlive the frame that gave it.
public struct FigureRow {
  @usableFromInline let columns: UnsafePointer<UnsafeMutablePointer<Int32>>
  @usableFromInline let report: Int
  /// How many places there are.
  public let count: Int

  init(columns: UnsafePointer<UnsafeMutablePointer<Int32>>, report: Int, count: Int) {
    self.columns = columns
    self.report = report
    self.count = count
  }

  /// What stands at a place: a small count as it is, or one of ``Mark``.
  ///
  /// - Parameter place: from 0 up to `count`; not checked, since this runs for every figure of a
  ///   country.
  @inlinable public subscript(place: Int) -> Int32 {
    get { columns[place][report] }
    nonmutating set { columns[place][report] = newValue }
  }

  /// What stands in a place that holds no small count.
  public enum Mark {
    /// No figure, and nobody has said why yet.
    public static let none = Int32.min
    /// A figure that is told besides: see ``PanelFrame/Special``.
    public static let special = Int32.min + 1
    /// Nothing was read, for this reason.
    public static func state(_ state: PanelColumn.State) -> Int32 {
      Int32.min + 2 + Int32(state.rawValue)
    }

    /// The state that a number says; `nil` for every other.
    static func state(of number: Int32) -> PanelColumn.State? {
      let code = Int64(number) - Int64(Int32.min) - 2
      return UInt8(exactly: code).flatMap { PanelColumn.State(rawValue: $0) }
    }
  }

  /// Whether a figure may stand as it is.
  public static func isPlain(_ value: Int64) -> Bool {
    value.magnitude <= UInt64(CompactCells.plainLimit)
  }
}
