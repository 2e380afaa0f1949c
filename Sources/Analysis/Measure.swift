/// What a comparison shows of its values.
public enum Measure: Hashable, Sendable {
  /// The figures themselves: counts, money, rates.
  case count
  /// The value's part of the sum of all rows that differ from it in the last dimension only: by
  /// `year, body` each body's part of its year, by `year` each year's part of all years.
  case share
  /// The difference to the year before; missing where that year has no value.
  case change
  /// The change divided by the value of the year before; missing where that is not positive.
  case growth
  /// The value with that of the base year set to 100; missing where that is not positive.
  case index(base: Int)

  /// The measure's name in data files.
  public var name: String {
    switch self {
    case .count: "count"
    case .share: "share"
    case .change: "change"
    case .growth: "growth"
    case .index: "index"
    }
  }

  /// Whether it sets years against each other.
  var needsYear: Bool {
    switch self {
    case .count, .share: false
    case .change, .growth, .index: true
    }
  }
}
