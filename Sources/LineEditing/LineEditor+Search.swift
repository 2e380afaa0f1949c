/// A search of history under way, and what to go back to when it is given up.
struct SearchSession {
  var search: HistorySearch

  /// The key to handle next.
  var key: UInt32 = 0

  let line: String
  let cursor: Int
}

extension LineEditor {
  /// Ctrl-R: from now on every key goes to ``stepSearch()``.
  func beginSearch() -> CommandOutcome {
    let parts = buffer.parts
    search = SearchSession(
      search: HistorySearch(entries: history.entries), line: parts.before + parts.after,
      cursor: parts.before.unicodeScalars.count)
    showSearch()
    return .changed
  }

  /// Handles one key of a search: text and Backspace change what is searched for, Ctrl-R goes to an
  /// older entry, Ctrl-G and Ctrl-C give the search up. Any other key, Enter among them, takes the
  /// entry and then does what it always does.
  func stepSearch() -> CommandOutcome {
    guard var session = search else { return .done }
    switch session.key {
    case 0x12:
      session.search.older()
    case 0x08, 0x7F:
      session.search.removeLast()
    case 0x07, 0x03:
      endSearch()
      buffer.replace(with: session.line, cursorAt: session.cursor)
      return .changed
    case 0x1B where !input.hasMore(within: 25):
      // Escape by itself, not the beginning of what an arrow key sends.
      endSearch()
      return .changed
    case 0..<0x20:
      input.putBack(session.key)
      endSearch()
      return .changed
    default:
      if let scalar = Unicode.Scalar(session.key) { session.search.append(scalar) }
    }
    search = session
    showSearch()
    return .changed
  }

  private func endSearch() {
    search = nil
    show()
  }

  private func showSearch() {
    guard let session = search else { return }
    show(prompt: wording.searchPrompt(session.search.query, session.search.isFound))
    if let match = session.search.match {
      buffer.replace(with: match, cursorAt: session.search.matchOffset)
    } else {
      buffer.replace(with: session.line, cursorAt: session.cursor)
    }
  }
}
