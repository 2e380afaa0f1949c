import CLibedit

/// The line as it is being edited, in libedit's keeping. Positions count Unicode scalars.
struct EditBuffer {
  let handle: OpaquePointer

  /// The whole line.
  var text: String { parts.before + parts.after }

  /// The text before the cursor and from the cursor on.
  var parts: (before: String, after: String) {
    guard let info = el_wline(handle)?.pointee, let start = info.buffer, let cursor = info.cursor,
      let end = info.lastchar
    else { return ("", "") }
    return (WideString.text(from: start, to: cursor), WideString.text(from: cursor, to: end))
  }

  /// Moves the cursor by `count`, to the right where it is positive, no further than the line goes.
  func move(by count: Int) {
    _ = el_cursor(handle, Int32(clamping: count))
  }

  /// Moves the cursor behind the last character and tells by how much.
  func moveToEnd() -> Int {
    let count = parts.after.unicodeScalars.count
    move(by: count)
    return count
  }

  /// Inserts `text` at the cursor, which ends up behind it.
  func insert(_ text: String) {
    guard !text.isEmpty else { return }
    _ = WideString.lend(text) { el_winsertstr(handle, $0) }
  }

  /// Removes `count` scalars before the cursor.
  func deleteBefore(_ count: Int) {
    el_deletestr(handle, Int32(clamping: count))
  }

  /// Makes `text` the whole line, with the cursor at `position`, or at the end without one.
  func replace(with text: String, cursorAt position: Int? = nil) {
    _ = moveToEnd()
    deleteBefore(self.text.unicodeScalars.count)
    insert(text)
    if let position { move(by: position - text.unicodeScalars.count) }
  }
}
