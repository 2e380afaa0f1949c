/// Lays candidates out for the screen, by display width. libedit's own list pads by bytes, which
/// puts columns of Chinese text out of line.
struct CandidateList {
  /// The columns of the screen.
  let width: Int

  /// The most candidates shown.
  let limit: Int

  private let gap = 2

  /// The least room in which a meaning is still worth showing.
  private let leastMeaningWidth = 8

  /// The rows of the list, without newlines, none wider than the screen.
  ///
  /// - Parameter more: gives the last row where candidates were left out, from their number.
  func rows(of candidates: [Completion.Candidate], more: (Int) -> String) -> [String] {
    let shown = Array(candidates.prefix(limit))
    let hasMeanings = shown.contains { $0.meaning?.isEmpty == false }
    var rows = hasMeanings ? rowsWithMeanings(shown) : columns(shown.map(\.display))
    if candidates.count > shown.count {
      rows.append(DisplayWidth.shortened(more(candidates.count - shown.count), to: usable))
    }
    return rows
  }

  /// The last column stays free: a character in it makes some terminals wrap.
  private var usable: Int { max(1, width - 1) }

  private func rowsWithMeanings(_ candidates: [Completion.Candidate]) -> [String] {
    let widest = candidates.map { DisplayWidth.columns(of: $0.display) }.max() ?? 0
    let indent = min(widest, usable / 2)
    return candidates.map { candidate in
      let name = DisplayWidth.shortened(candidate.display, to: usable)
      let start = max(indent, DisplayWidth.columns(of: name)) + gap
      let room = usable - start
      guard let meaning = candidate.meaning, !meaning.isEmpty,
        room >= min(leastMeaningWidth, DisplayWidth.columns(of: meaning))
      else { return name }
      return DisplayWidth.padded(name, to: start) + DisplayWidth.shortened(meaning, to: room)
    }
  }

  /// Reads downwards, then to the right, in as many columns of one width as fit.
  private func columns(_ names: [String]) -> [String] {
    guard !names.isEmpty else { return [] }
    let names = names.map { DisplayWidth.shortened($0, to: usable) }
    let cell = (names.map { DisplayWidth.columns(of: $0) }.max() ?? 0) + gap
    let columnCount = max(1, (usable + gap) / cell)
    let rowCount = (names.count + columnCount - 1) / columnCount
    return (0..<rowCount).map { row in
      let inRow = stride(from: row, to: names.count, by: rowCount).map { names[$0] }
      return inRow.dropLast().map { DisplayWidth.padded($0, to: cell) }.joined()
        + (inRow.last ?? "")
    }
  }
}
