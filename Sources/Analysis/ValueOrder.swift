import ReportModel

/// Sorts values by the hundred thousand.
enum ValueOrder {
  private struct Entry {
    let key: Int64
    let position: Int32
  }

  /// The positions of the values there are, the lowest first; equal values in their order.
  static func ascending(_ values: [Quantity?]) -> [Int] {
    let scale = values.reduce(0) { max($0, $1?.scale ?? 0) }
    var entries: [Entry] = []
    entries.reserveCapacity(values.count)
    for (position, value) in values.enumerated() {
      guard let value else { continue }
      guard let key = value.coefficient(atScale: scale) else { return slowly(values) }
      entries.append(Entry(key: key, position: Int32(position)))
    }
    entries.sort { $0.key == $1.key ? $0.position < $1.position : $0.key < $1.key }
    return entries.map { Int($0.position) }
  }

  /// Where no common scale holds all values.
  private static func slowly(_ values: [Quantity?]) -> [Int] {
    let known = values.indices.compactMap { position in values[position].map { (position, $0) } }
    return known.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 < $1.1 }.map(\.0)
  }
}
