/// A least set of changes after which every balance of a report's tables would hold with counts
/// that are not negative.
///
/// A proposal and nothing else: no figure of a report is ever altered by it.
public struct Repair: Hashable, Sendable {
  /// What would have to change, in the order of the form; empty where nothing contradicts.
  public let changes: [Change]
  /// The blank and unread cells whose figures the balances then determine, in the order of the form.
  public let deductions: [Deduction]
  /// The weight of the changes; repairs of less weight are likelier.
  public let cost: Int

  /// Changes and deductions in the order of the form.
  public init(changes: [Change], deductions: [Deduction], cost: Int) {
    self.changes = changes
    self.deductions = deductions
    self.cost = cost
  }

  /// A figure that would have to be another one.
  public struct Change: Hashable, Sendable {
    /// Which figure of the report it is.
    public let key: CellKey
    /// What the page shows.
    public let from: Quantity
    /// What it would have to be.
    public let to: CountRange
    /// The slip of the pen that makes the one of the other.
    public let slip: Slip

    /// A change as the search found it.
    public init(key: CellKey, from: Quantity, to: CountRange, slip: Slip) {
      self.key = key
      self.from = from
      self.to = to
      self.slip = slip
    }
  }

  /// A figure that is not on the page, or was not read, and can only be one.
  public struct Deduction: Hashable, Sendable {
    /// Which figure of the report it is.
    public let key: CellKey
    /// The only count with which the balances hold.
    public let value: Int64

    /// A figure deduced; it is never stored as reported.
    public init(key: CellKey, value: Int64) {
      self.key = key
      self.value = value
    }
  }

  /// How a wrong figure came about; the codes stand in data files.
  public enum Slip: String, Sendable, CaseIterable, Hashable {
    /// Nothing says how.
    case unexplained
    /// Two neighbouring digits changed places.
    case transposed = "digits-transposed"
    /// A digit was left out.
    case digitDropped = "digit-dropped"
    /// A digit was written twice.
    case digitDoubled = "digit-doubled"
    /// A minus sign too many.
    case sign
    /// A total was left at zero though its parts are not.
    case totalMissing = "total-missing"
    /// The figures of a row stand one column off.
    case rowShifted = "row-shifted"
    /// Two rows changed places.
    case rowsSwapped = "rows-swapped"
  }
}

/// The whole numbers that a figure could be, both ends included.
public struct CountRange: Hashable, Sendable {
  /// The least one.
  public let lower: Int64
  /// The greatest one; `nil` without end.
  public let upper: Int64?

  /// A range that holds at least `lower`.
  public init(lower: Int64, upper: Int64?) {
    self.lower = lower
    self.upper = upper
  }

  /// A single number.
  public init(exactly value: Int64) {
    self.init(lower: value, upper: value)
  }

  /// The number where there is only one.
  public var exact: Int64? { lower == upper ? lower : nil }
}

/// What the balances of one part of a report say: its least repairs, or the figures that they
/// determine where nothing contradicts.
public struct RepairAdvice: Hashable, Sendable {
  /// The cells that the balances of this part hold together, in the order of the form.
  public let cells: [CellKey]
  /// All of the least weight, up to a limit, in the order of the form; empty where none was found.
  public let repairs: [Repair]
  /// How many there are of the least weight.
  public let count: Int
  /// Whether the search went to its end: there is nothing of less weight, and nothing of the same
  /// besides those counted.
  public let isProven: Bool

  /// The outcome of a search.
  public init(cells: [CellKey], repairs: [Repair], count: Int, isProven: Bool) {
    self.cells = cells
    self.repairs = repairs
    self.count = count
    self.isProven = isProven
  }
}

extension CountRange: CustomStringConvertible {
  /// `11`, `0..3`, `7..`
  public var description: String {
    if let exact { return String(exact) }
    return "\(lower).." + (upper.map { String($0) } ?? "")
  }
}

extension Repair: CustomStringConvertible {
  /// As data files carry it: `review.total: 0 -> 11 (total-missing); …`
  public var description: String {
    changes.map { "\($0.key): \($0.from) -> \($0.to) (\($0.slip.rawValue))" }
      .joined(separator: "; ")
  }
}
