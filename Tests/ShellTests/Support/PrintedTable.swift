import Output
import ReportModel

/// A table as it was printed, cut into columns where the line under its heading has its gaps. A
/// place is a column of the terminal, of which a Chinese character takes two.
struct PrintedTable {
  let text: String
  /// The fields of each row by column; each field as wide as its column, spaces included.
  private let rows: [[[Unicode.Scalar?]]]
  private let columns: [Range<Int>]
  /// Whether a row has something between two columns.
  private let hasBridges: Bool

  init?(_ text: String) {
    self.text = text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard
      let rule = lines.firstIndex(where: {
        $0.hasPrefix("-") && $0.allSatisfy { $0 == "-" || $0 == " " }
      })
    else { return nil }
    columns = Self.runs(of: lines[rule])
    var rows = lines[(rule + 1)...].dropLast()
    let flags = Flag.allCases.map { $0.rawValue + "  " } + ["-  "]
    func isFootnote(_ line: String) -> Bool { flags.contains(where: line.hasPrefix) }
    // A long footnote goes on below itself.
    let notes = rows.indices.first { start in
      isFootnote(rows[start]) && rows[start...].allSatisfy { isFootnote($0) || $0.hasPrefix("   ") }
    }
    if let notes { rows = rows[..<notes] }
    let screens = rows.map(Self.screen)
    hasBridges = screens.contains { [columns] screen in
      screen.indices.contains { place in
        screen[place] != " " && !columns.contains { $0.contains(place) }
      }
    }
    self.rows = screens.map { [columns] screen in
      columns.map { column in
        column.map { $0 < screen.count ? screen[$0] : " " }
      }
    }
  }

  /// The columns that are out of line, by number; -1 where something stands between two columns. In
  /// a straight column all fields begin at the left edge, or all figures end at one place.
  var crooked: [Int] {
    let bent = columns.indices.filter { index in
      let fields = rows.map { $0[index] }.filter { $0.contains { $0 != " " } }
      let isLeft = fields.allSatisfy { $0[0] != " " }
      let ends = fields.map(Self.endOfFigure)
      return !isLeft && !ends.contains(nil) && Set(ends).count > 1
    }
    return hasBridges ? bent + [-1] : bent
  }

  /// Where the figure of a field ends; what follows are flags. `nil` where it holds no figure but
  /// words, which may be indented, or a sparkline.
  private static func endOfFigure(_ field: [Unicode.Scalar?]) -> Int? {
    let start = field.firstIndex { $0 != " " } ?? 0
    guard let first = field[start], "0123456789-–:.[〔".unicodeScalars.contains(first) else {
      return nil
    }
    return field[start...].firstIndex { $0 == " " } ?? field.count
  }

  /// What stands in each column of the terminal; `nil` for the second half of a wide character.
  private static func screen(_ line: String) -> [Unicode.Scalar?] {
    line.unicodeScalars.flatMap { scalar -> [Unicode.Scalar?] in
      [[], [scalar], [scalar, nil]][DisplayWidth.width(of: String(scalar))]
    }
  }

  private static func runs(of rule: String) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (place, character) in rule.enumerated() where character == "-" {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }
}
