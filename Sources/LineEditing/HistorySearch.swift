/// Searches history backwards while the text to search for is being typed. libedit's own search
/// breaks on characters whose low byte is a control code, and many Chinese characters are such.
struct HistorySearch {
  private let entries: [String]
  private(set) var query = ""

  /// The entry shown: the newest that holds the query, or an older one after ``older()``.
  private var matchIndex: Int?

  /// False when no entry (or no older one) holds the query.
  private(set) var isFound = true

  /// A search over `entries`, oldest first.
  init(entries: [String]) {
    self.entries = entries
  }

  /// The entry to show, or nil before the first match.
  var match: String? { matchIndex.map { entries[$0] } }

  /// Where the query begins in the match, in Unicode scalars.
  var matchOffset: Int {
    guard let match else { return 0 }
    let bytes = Array(match.utf8)
    guard let start = Self.firstIndex(of: Array(query.utf8), in: bytes) else { return 0 }
    // A byte that does not continue a sequence begins a scalar.
    return bytes[..<start].count { $0 & 0xC0 != 0x80 }
  }

  /// Makes the query one scalar longer; the entry shown stays if it still fits.
  mutating func append(_ scalar: Unicode.Scalar) {
    query.unicodeScalars.append(scalar)
    search(from: matchIndex ?? entries.count - 1)
  }

  /// Takes the last scalar of the query away and searches anew from the newest entry.
  mutating func removeLast() {
    guard !query.isEmpty else { return }
    query.unicodeScalars.removeLast()
    matchIndex = nil
    isFound = true
    if !query.isEmpty { search(from: entries.count - 1) }
  }

  /// Goes to the next older entry that differs from the one shown.
  mutating func older() {
    guard !query.isEmpty else { return }
    search(from: (matchIndex ?? entries.count) - 1, otherThan: match)
  }

  private mutating func search(from newest: Int, otherThan shown: String? = nil) {
    let wanted = Array(query.utf8)
    var index = newest
    while index >= 0 {
      if entries[index] != shown, Self.firstIndex(of: wanted, in: Array(entries[index].utf8)) != nil
      {
        matchIndex = index
        isFound = true
        return
      }
      index -= 1
    }
    isFound = false
  }

  private static func firstIndex(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard !wanted.isEmpty, wanted.count <= bytes.count else { return wanted.isEmpty ? 0 : nil }
    return (0...(bytes.count - wanted.count)).first { start in
      bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
