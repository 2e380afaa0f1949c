import CLibedit

/// Columns on the screen, as libedit counts them: the same C library function decides, so that our
/// lists and its lines agree. Needs the locale that ``TerminalLocale`` sets.
enum DisplayWidth {
  /// The columns that `scalar` takes: 2 for a wide character, 0 for a combining mark or a control.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    max(0, Int(wcwidth(wchar_t(bitPattern: scalar.value))))
  }

  /// The columns that `text` takes when printed on one row.
  static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// `text` if it fits into `width` columns, else its beginning with an ellipsis within `width`.
  static func shortened(_ text: String, to width: Int) -> String {
    guard columns(of: text) > width else { return text }
    var kept = String.UnicodeScalarView()
    var used = 1
    for scalar in text.unicodeScalars {
      used += columns(of: scalar)
      if used > width { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  /// `text` followed by spaces up to `width` columns.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(of: text)))
  }
}
