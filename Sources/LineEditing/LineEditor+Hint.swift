extension LineEditor {
  /// Fewer columns than this say nothing.
  private static let leastHint = 8

  /// Says behind the line what there is to say of it, where the cursor stands at its end and the rest
  /// of the row has room.
  ///
  /// libedit knows nothing of it: the cursor is put back where libedit left it, and before the next
  /// key is handled the rest of the row is cleared.
  func showHint() {
    guard let hint, movesCursor, search == nil, !input.hasMore(within: 0) else { return }
    let (before, after) = buffer.parts
    guard after.isEmpty, !before.isEmpty, !before.contains("\n") else { return }
    let used = DisplayWidth.columns(of: shownPrompt + before)
    // The last column stays empty: a cursor behind it would be on no row or on two.
    let room = Self.screenColumns() - used - Self.hintMark.unicodeScalars.count - 1
    guard room >= Self.leastHint, let text = hint.text(before), !text.isEmpty else { return }
    let shown = Self.hintMark + DisplayWidth.shortened(text, to: room)
    let faint = hint.isFaint ? ("\u{1B}[2m", "\u{1B}[0m") : ("", "")
    write(faint.0 + shown + faint.1 + "\u{1B}[\(DisplayWidth.columns(of: shown))D")
    showsHint = true
  }

  /// Clears what ``showHint()`` wrote.
  func clearHint() {
    guard showsHint else { return }
    showsHint = false
    write("\u{1B}[K")
  }

  /// Sets the hint apart from what was typed, without colour too.
  private static let hintMark = "  < "
}
