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
    sort(&entries)
    return entries.map { Int($0.position) }
  }

  private static let digitBits: UInt64 = 11

  /// By key, and equal keys by position, in which they come: digit by digit from the lowest on, as
  /// many as the spread of the keys needs; figures of a ranking mostly need one or two.
  private static func sort(_ entries: inout [Entry]) {
    guard let first = entries.first else { return }
    let (least, greatest) = entries.reduce((first.key, first.key)) {
      (min($0.0, $1.key), max($0.1, $1.key))
    }
    // The difference of any two numbers of 64 bits fits into 64 bits without a sign.
    let spread = UInt64(bitPattern: greatest &- least)
    var other = entries
    var shift: UInt64 = 0
    while shift < 64, spread >> shift != 0 {
      let digit = { (entry: Entry) in
        Int(UInt64(bitPattern: entry.key &- least) >> shift & (1 << digitBits - 1))
      }
      var ends = Array(repeating: 0, count: 1 << Int(digitBits) + 1)
      for entry in entries { ends[digit(entry) + 1] += 1 }
      for index in ends.indices.dropFirst() { ends[index] += ends[index - 1] }
      for entry in entries {
        let place = digit(entry)
        other[ends[place]] = entry
        ends[place] += 1
      }
      swap(&entries, &other)
      shift += digitBits
    }
  }

  /// Where no common scale holds all values.
  private static func slowly(_ values: [Quantity?]) -> [Int] {
    let known = values.indices.compactMap { position in values[position].map { (position, $0) } }
    return known.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 < $1.1 }.map(\.0)
  }
}
