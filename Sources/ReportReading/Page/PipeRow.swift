/// A table row drawn with `|`, with or without a bar at its ends.
enum PipeRow {
  /// The row's cells, trimmed, or `nil` where the line is none.
  static func cells(of line: String) -> [String]? {
    let scalars = Array(line.unicodeScalars)
    var cells: [[Unicode.Scalar]] = [[]]
    var isEscaped = false
    for scalar in scalars {
      if scalar == "|", !isEscaped {
        cells.append([])
      } else {
        if scalar == "|" { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    // The trimmed line's own bars at its ends stand between nothing and a cell.
    if scalars.first == "|" { cells.removeFirst() }
    if cells.count > 1, cells.last?.isEmpty == true { cells.removeLast() }
    let isRow = cells.count > 1 || (scalars.first == "|" && scalars.last == "|")
    guard isRow, scalars.count > 1 else { return nil }
    return cells.map(text(of:))
  }

  /// A cell without the marks that Markdown does not show.
  private static func text(of scalars: [Unicode.Scalar]) -> String {
    var text = WhiteSpace.trimmed(WhiteSpace.string(scalars))
    if text.utf8.count > 4, text.hasPrefix("**"), text.hasSuffix("**") {
      text = WhiteSpace.trimmed(text.dropFirst(2).dropLast(2))
    }
    return text
  }

  /// The line between heads and rows, such as `|---|:--:|`. Three hyphens at least: fewer may be
  /// the page's dashes for no figure.
  static func isSeparator(_ cells: [String]) -> Bool {
    cells.allSatisfy { cell in
      var hyphens = 0
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "-") {
          hyphens += 1
        } else if byte != UInt8(ascii: ":") {
          return false
        }
      }
      return hyphens >= 3
    }
  }
}
