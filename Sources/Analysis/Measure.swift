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
  /// Of the values of the bodies in a row, the one below which so many per cent of them lie; 50 is the
  /// median. In proportion between two neighbours, as `rank` has it.
  case percentile(Int)

  /// The measure's name in data files.
  public var name: String {
    switch self {
    case .count: "count"
    case .share: "share"
    case .change: "change"
    case .growth: "growth"
    case .index: "index"
    case .percentile(50): "median"
    case .percentile(let percent): "p\(percent)"
    }
  }

  /// Whether its values have the unit of the figures.
  var keepsUnit: Bool {
    switch self {
    case .count, .change, .percentile: true
    case .share, .growth, .index: false
    }
  }

  /// Whether it sets years against each other.
  var needsYear: Bool {
    switch self {
    case .count, .share, .percentile: false
    case .change, .growth, .index: true
    }
  }
}
