/// The years whose figures one value takes together.
struct SummedYears: Hashable, Sendable {
  /// Ascending; at least two.
  let years: [Int]
  /// Whether every value that takes years together takes all of these.
  let isSameEverywhere: Bool
  /// Whether the values are ratios of sums instead of sums.
  let isRatio: Bool
}
