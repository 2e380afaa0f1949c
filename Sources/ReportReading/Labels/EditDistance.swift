/// How many characters must be lost, added or replaced to make one text of another.
enum EditDistance {
  /// The distance, or `nil` where it is above the limit.
  static func between(_ left: FoldedText, _ right: FoldedText, limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var previous = Array(0...right.count)
    for (row, scalar) in left.scalars.enumerated() {
      var current = [row + 1]
      for (column, other) in right.scalars.enumerated() {
        let replaced = previous[column] + (scalar == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    guard let distance = previous.last, distance <= limit else { return nil }
    return distance
  }
}
