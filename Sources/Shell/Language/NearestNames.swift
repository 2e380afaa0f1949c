/// Finds the names that a mistyped one most likely means.
enum NearestNames {
  /// At most three names, nearest first; none that differ in more than a third of the characters.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - names: what could have been meant; ties keep their order.
  static func of(_ text: String, among names: [String]) -> [String] {
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

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
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
    return last[right.count]
  }
}
