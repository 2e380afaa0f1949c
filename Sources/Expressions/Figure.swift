import ReportModel

/// What is known of a figure.
public enum Figure: Hashable, Sendable {
  case known(Quantity)
  /// A property in words, such as a region; it can only be compared.
  case text(String)
  /// It exists but was not read: anything within the bounds, both included.
  case unread(Bounds)
  case missing(Missing)

  /// Why there is no figure.
  public enum Missing: Hashable, Sendable {
    /// The form has no such cell.
    case notOnForm
    /// There is no report of the year before.
    case noReport
    /// A division by zero: a share of nothing is missing, not zero.
    case zeroDenominator
  }
}

/// The range of values that a figure can have; `nil` means without end.
public struct Bounds: Hashable, Sendable {
  /// The least value, included.
  public let lower: Quantity?
  /// The greatest value, included.
  public let upper: Quantity?

  /// Bounds that may each be left open.
  public init(lower: Quantity?, upper: Quantity?) {
    self.lower = lower
    self.upper = upper
  }

  /// A count or an amount that was not read.
  public static let nonNegative = Bounds(lower: .zero, upper: nil)
  /// A change that was not read: it may be a decrease.
  public static let any = Bounds(lower: nil, upper: nil)

  init(exactly value: Quantity) {
    self.init(lower: value, upper: value)
  }
}
