/// Finds the longest word of a vocabulary that begins at a place in folded text.
struct WordIndex: Sendable {
  /// By the first character: the bucket, from 1; 0 where no word begins so.
  private var buckets = [UInt16](repeating: 0, count: 0x10000)
  /// In each, the longest word first.
  private var entries: [[(rest: [UInt32], word: Int)]] = []

  /// - Parameter words: folded, none empty; of two equal ones the first counts.
  init(_ words: [(scalars: [UInt32], word: Int)]) {
    for (scalars, word) in words {
      guard let first = scalars.first, first < 0x10000 else { continue }
      if buckets[Int(first)] == 0 {
        entries.append([])
        buckets[Int(first)] = UInt16(entries.count)
      }
      entries[Int(buckets[Int(first)]) - 1].append((Array(scalars.dropFirst()), word))
    }
    for bucket in entries.indices {
      entries[bucket] = entries[bucket].enumerated().sorted { left, right in
        left.element.rest.count != right.element.rest.count
          ? left.element.rest.count > right.element.rest.count : left.offset < right.offset
      }.map(\.element)
    }
  }

  /// - Returns: the longest word's number and length, or `nil` where none begins here.
  func match(_ text: [UInt32], at start: Int, end: Int) -> (word: Int, length: Int)? {
    guard let longest = longest(text, at: start, end: end) else { return nil }
    // 区政府办理 is 区政府 and 办理, not 区政府办: its last character begins another word.
    let last = start + longest.length - 1
    if longest.length > 2, let next = self.longest(text, at: last, end: end), next.length > 1,
      let shorter = self.longest(text, at: start, end: last), shorter.length == longest.length - 1
    {
      return shorter
    }
    return longest
  }

  private func longest(
    _ text: [UInt32], at start: Int, end: Int
  ) -> (word: Int, length: Int)? {
    let first = text[start]
    guard first < 0x10000 else { return nil }
    let bucket = Int(buckets[Int(first)])
    guard bucket > 0 else { return nil }
    next: for entry in entries[bucket - 1] {
      let length = entry.rest.count + 1
      guard start + length <= end else { continue }
      for offset in entry.rest.indices where text[start + 1 + offset] != entry.rest[offset] {
        continue next
      }
      return (entry.word, length)
    }
    return nil
  }
}
