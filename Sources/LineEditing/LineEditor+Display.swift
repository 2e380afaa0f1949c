extension LineEditor {
  /// Writes a line of several rows with wide characters anew, just as libedit means it to stand.
  ///
  /// libedit moves its cursor a few columns to the right by writing what stands there. Where it
  /// comes from another row into the middle of a wide character, it writes that one column too far
  /// to the left, over the character. Lines of one row are never affected; of longer ones, what
  /// is on the screen is set right before the editor waits for the next key.
  func repairRows() {
    guard movesCursor, !input.hasMore(within: 0) else { return }
    let (before, after) = buffer.parts
    let text = shownPrompt + before + after
    let columns = Self.screenColumns()
    guard text.contains("\n") || DisplayWidth.columns(of: text) >= columns - 1,
      text.unicodeScalars.contains(where: { DisplayWidth.columns(of: $0) > 1 }),
      let layout = ScreenLayout(before: shownPrompt + before, after: after, columns: columns),
      layout.rows.count > 1, layout.rows.count < Self.screenRows()
    else { return }

    var output = "\r" + move(layout.cursor.row, "A")
    for (number, row) in layout.rows.enumerated() {
      if number > 0 { output += "\r\n" }
      // Erasing to the end of a full row would erase its last character.
      output += layout.isFull(number) ? row : row + "\u{1B}[K"
    }
    output += "\r" + move(layout.rows.count - 1 - layout.cursor.row, "A")
    output += move(layout.cursor.column, "C")
    write(output)
  }

  private func move(_ count: Int, _ direction: String) -> String {
    count > 0 ? "\u{1B}[\(count)\(direction)" : ""
  }
}
