/// Finds the names that a mistyped one most likely means.
enum NearestNames {
  /// Nobody mistypes a name of this many bytes; comparing it would take long.
  private static let longestName = 240

  /// At most three names, nearest first; none that differ in more than a third of the characters.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - names: what could have been meant; ties keep their order.
  static func of(_ text: String, among names: [String]) -> [String] {
    guard text.utf8.count <= longestName else { return [] }
    let typed = Array(text.lowercased().unicodeScalars)
    var scored: [(distance: Int, order: Int, name: String)] = []
    for (order, name) in names.enumerated() {
      let candidate = Array(name.lowercased().unicodeScalars)
      let contains = typed.count >= 2 && name.lowercased().contains(text.lowercased())
      let bound = max(1, max(typed.count, candidate.count) / 3)
      let distance = contains ? 1 : editDistance(typed, candidate)
      if distance <= bound || contains { scored.append((distance, order, name)) }
    }
    scored.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    var result: [String] = []
    for entry in scored where !result.contains(entry.name) {
      result.append(entry.name)
      if result.count == 3 { break }
    }
    return result
  }

  /// The nearest of a few names, however far they are: at most three.
  static func among(_ names: [String], _ text: String) -> [String] {
    let nearest = of(text, among: names)
    guard nearest.isEmpty, text.utf8.count <= longestName else {
      return nearest.isEmpty ? Array(names.prefix(3)) : nearest
    }
    let typed = Array(text.lowercased().unicodeScalars)
    let scored = names.enumerated().map { order, name in
      (distance: editDistance(typed, Array(name.lowercased().unicodeScalars)), order: order)
    }
    return scored.sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }
      .prefix(3).map { names[$0.order] }
  }

  /// At most three of the names that have a part like the text, nearest first.
  static func of(_ text: String, amongPartsOf names: [String]) -> [String] {
    guard text.utf8.count <= longestName else { return [] }
    let typed = Array(text.lowercased().unicodeScalars)
    let scored = names.enumerated().map { order, name in
      let name = Array(name.lowercased().unicodeScalars)
      return (distance: editDistance(typed, name, isPart: true), order: order)
    }
    return scored.filter { $0.distance <= max(1, typed.count / 3) && $0.distance < typed.count }
      .sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }
      .prefix(3).map { names[$0.order] }
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  ///
  /// - Parameter isPart: whether what stands in `right` before and behind the best part is free.
  static func editDistance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], isPart: Bool = false
  ) -> Int {
    var beforeLast: [Int] = []
    var last = isPart ? Array(repeating: 0, count: right.count + 1) : Array(0...right.count)
    for i in 0..<left.count {
      var this = [i + 1] + Array(repeating: 0, count: right.count)
      for j in 0..<right.count {
        let replaced = last[j] + (left[i] == right[j] ? 0 : 1)
        this[j + 1] = min(replaced, last[j + 1] + 1, this[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          this[j + 1] = min(this[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last) = (last, this)
    }
    return isPart ? last.min() ?? 0 : last[right.count]
  }
}
