import ReportModel

/// How values are spread: median, quartiles and other percentiles.
struct Distribution {
  /// How many values there are.
  let count: Int
  /// By place, ascending: few of many are looked at.
  private let value: (Int) -> Quantity

  init(_ values: [Quantity]) {
    let sorted = values.sorted()
    self.init(count: sorted.count) { sorted[$0] }
  }

  /// - Parameter value: of a place, ascending.
  init(count: Int, _ value: @escaping (Int) -> Quantity) {
    self.count = count
    self.value = value
  }

  var isEmpty: Bool { count == 0 }

  /// The value below which a part of the values lies, between two neighbours in proportion, as most
  /// statistics programs work it out (the first value is the 0th percentile, the last the 100th).
  ///
  /// - Parameter percent: from 0 to 100.
  /// - Returns: exact to `Precision.ratioDigits` digits more than the values have; `nil` without
  ///   values, or where the range of exact numbers is left.
  func percentile(_ percent: Int) -> Quantity? {
    guard !isEmpty else { return nil }
    let position = (count - 1) * percent
    let (index, rest) = (position / 100, position % 100)
    guard rest > 0 else { return value(index) }
    let (lower, upper) = (value(index), value(index + 1))
    guard let part = Quantity(coefficient: Int64(rest), scale: 2),
      let step = upper.subtracting(lower)?.multiplied(by: part)
    else { return nil }
    return lower.adding(step)
  }

  /// How many of the values are not greater than one of them, as a part of all.
  func shareUpTo(_ value: Quantity) -> Quantity? {
    let share = partition { $0 > value }
    return Quantity(Int64(share)).divided(
      by: Quantity(Int64(count)), digits: Precision.ratioDigits)
  }

  /// How many values are greater than one.
  func countAbove(_ value: Quantity) -> Int { count - partition { $0 > value } }

  /// How many values are less than one.
  func countBelow(_ value: Quantity) -> Int { partition { $0 >= value } }

  /// The first position from which on a condition holds.
  private func partition(_ holds: (Quantity) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(value(middle)) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
