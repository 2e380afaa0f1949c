/// On which rows of the screen prompt and line stand, by libedit's rules of wrapping.
struct ScreenLayout: Equatable {
  /// The text of each row; tabs are spaces.
  private(set) var rows: [String] = [""]

  /// The row and the column of the cursor, from 0.
  private(set) var cursor = (row: 0, column: 0)

  /// The columns that the last row takes.
  private var used = 0
  private let columns: Int

  /// Lays `before` (the prompt and the line up to the cursor) and `after` out on a screen of
  /// `columns`. Nil where a character is none that libedit shows as itself in one or two columns:
  /// how the terminal then shows it is not certain.
  init?(before: String, after: String, columns: Int) {
    guard columns > 1 else { return nil }
    self.columns = columns
    for scalar in before.unicodeScalars {
      guard add(scalar) else { return nil }
    }
    // A wide character that no longer fits takes the cursor with it to the next row.
    if let next = after.unicodeScalars.first, used + DisplayWidth.columns(of: next) > columns {
      wrap()
    }
    cursor = (rows.count - 1, used)
    for scalar in after.unicodeScalars {
      guard add(scalar) else { return nil }
    }
  }

  static func == (left: ScreenLayout, right: ScreenLayout) -> Bool {
    left.rows == right.rows && left.cursor == right.cursor
  }

  /// Whether a row takes all columns, so that the terminal's cursor waits at its end.
  func isFull(_ row: Int) -> Bool {
    DisplayWidth.columns(of: rows[row]) >= columns
  }

  private mutating func add(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n":
      wrap()
    case "\t":
      repeat { append(" ", width: 1) } while used % 8 != 0
    default:
      let width = DisplayWidth.columns(of: scalar)
      guard width > 0 else { return false }
      append(scalar, width: width)
    }
    return true
  }

  private mutating func append(_ scalar: Unicode.Scalar, width: Int) {
    if used + width > columns { wrap() }
    rows[rows.count - 1].unicodeScalars.append(scalar)
    used += width
    if used >= columns { wrap() }
  }

  private mutating func wrap() {
    rows.append("")
    used = 0
  }
}
