/// A table row drawn with `|`, with or without a bar at its ends.
struct PipeRow {
  /// Trimmed; whatever stands before a bar that opens the row, and behind one that closes it, is a
  /// blank cell here.
  private let all: [String]
  private let opens: Bool
  private let closes: Bool

  /// - Parameter line: trimmed.
  /// - Returns: `nil` where the line is no row.
  init?(_ line: String) {
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
    opens = scalars.first == "|"
    closes = cells.count > 1 && cells.last?.isEmpty == true
    let own = cells.count - (opens ? 1 : 0) - (closes ? 1 : 0)
    guard own > 1 || (opens && closes && own == 1), scalars.count > 1 else { return nil }
    all = cells.map(Self.text(of:))
  }

  /// The cells between the row's own bars.
  var cells: [String] { Array(all.dropFirst(opens ? 1 : 0).dropLast(closes ? 1 : 0)) }

  /// The cells of each row of a table. Where a table's rows have no bar at their beginning, one at
  /// the beginning of a row stands behind a blank cell, and the same holds for their ends; but a row
  /// between two bars of its own is as wide as the rows without any.
  static func cells(of rows: [PipeRow]) -> [[String]] {
    let open = rows.allSatisfy(\.opens)
    let close = rows.allSatisfy(\.closes)
    let width = rows.filter { !$0.opens && !$0.closes }.map(\.all.count).max()
    return rows.map { row in
      if row.opens, row.closes, row.all.count - 2 == width { return row.cells }
      return Array(row.all.dropFirst(open ? 1 : 0).dropLast(close ? 1 : 0))
    }
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
