/// Where Up and Down stand in history while one line is edited.
struct HistoryRecall {
  /// The entry shown, or nil while the line is the user's own.
  private var index: Int?

  /// The user's own line, kept while an entry is shown.
  private var draft = ""

  /// The next older entry to show in place of `line`, or nil at the oldest.
  mutating func older(than line: String, in entries: [String]) -> String? {
    let next = (index ?? entries.count) - 1
    guard next >= 0 else { return nil }
    if index == nil { draft = line }
    index = next
    return entries[next]
  }

  /// The next newer entry, after the newest the user's own line; nil where that is already shown.
  mutating func newer(in entries: [String]) -> String? {
    guard let index else { return nil }
    guard index + 1 < entries.count else {
      self.index = nil
      return draft
    }
    self.index = index + 1
    return entries[index + 1]
  }
}
