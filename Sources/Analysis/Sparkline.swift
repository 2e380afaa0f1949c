import ReportModel

/// A row of figures as a row of bars.
enum Sparkline {
  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let level: Character = "▄"

  /// One character a value: the smallest value has the lowest bar and the largest the highest; a
  /// space stands for a missing one. Values that are all the same give bars of middle height.
  static func text(_ values: [Quantity?]) -> String {
    let known = values.compactMap(\.self)
    guard let least = known.min(), let most = known.max() else {
      return String(repeating: " ", count: values.count)
    }
    return String(
      values.map { value in
        guard let value else { return " " }
        return bar(value, least: least, most: most)
      })
  }

  private static func bar(_ value: Quantity, least: Quantity, most: Quantity) -> Character {
    guard least < most, let span = most.subtracting(least), let height = value.subtracting(least),
      let scaled = height.multiplied(by: Quantity(Int64(bars.count - 1))),
      let step = scaled.divided(by: span, digits: 0)?.count,
      let index = Int(exactly: step), bars.indices.contains(index)
    else { return level }
    return bars[index]
  }
}
