/// The ways in which converters and content systems print the same tables.
enum PageLayout: CaseIterable {
  /// HTML with the spans of the form.
  case spans
  /// HTML with an empty cell wherever a span would reach.
  case emptyCells
  /// HTML that repeats a spanning cell's text.
  case repeatedText
  /// HTML inside a table that lays the page out.
  case nested
  /// `|` rows, empty cells kept.
  case pipes
  /// `|` rows of what is printed only.
  case compactPipes
  /// One cell a line.
  case lines
  /// One cell a line, blank lines between, long labels broken.
  case brokenLines

  var isHTML: Bool {
    switch self {
    case .spans, .emptyCells, .repeatedText, .nested: true
    case .pipes, .compactPipes, .lines, .brokenLines: false
    }
  }
}

extension SamplePage {
  func bytes(_ layout: PageLayout) -> [UInt8] { Array(text(layout).utf8) }

  func text(_ layout: PageLayout) -> String {
    var parts = [paragraph(title, layout), paragraph("一、总体情况", layout)]
    for number in sheets.keys.sorted() {
      let heading = form.table(number)?.title.chinese ?? ""
      parts.append(paragraph("\(["一", "二", "三", "四"][number - 1])、\(heading)", layout))
      for sheet in sheets[number] ?? [] {
        parts.append(Self.render(sheet, layout))
        if !layout.isHTML { parts.append("") }
      }
    }
    parts.append(paragraph("五、存在的主要问题及改进情况", layout))
    let page = parts.joined(separator: "\n")
    guard layout == .nested else { return page + "\n" }
    return "<html><body><table><tr><td>首页</td><td>\(page)</td></tr></table></body></html>"
  }

  private func paragraph(_ text: String, _ layout: PageLayout) -> String {
    layout.isHTML ? "<p>\(text)</p>" : text
  }

  static func render(_ sheet: Sheet, _ layout: PageLayout) -> String {
    switch layout {
    case .spans, .nested: html(sheet)
    case .emptyCells: html(expanded(sheet, repeats: false))
    case .repeatedText: html(expanded(sheet, repeats: true))
    case .pipes: pipes(expanded(sheet, repeats: false))
    case .compactPipes: pipes(sheet)
    case .lines: sheet.joined().map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
    case .brokenLines:
      sheet.joined().map(\.text).filter { !$0.isEmpty }.map(broken).joined(separator: "\n\n")
    }
  }

  private static func html(_ sheet: Sheet) -> String {
    let rows = sheet.map { row in
      let cells = row.map { cell in
        let spans = " rowspan=\"\(cell.rowSpan)\" colspan=\"\(cell.columnSpan)\""
        return "<td\(cell.rowSpan * cell.columnSpan > 1 ? spans : "")>\(cell.text)</td>"
      }
      return "<tr>" + cells.joined() + "</tr>\n"
    }
    return "<table>" + rows.joined() + "</table>"
  }

  private static func pipes(_ sheet: Sheet) -> String {
    sheet.map { "| " + $0.map(\.text).joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private static func broken(_ text: String) -> String {
    let scalars = Array(text)
    guard scalars.count > 8, !scalars[0].isASCII || !scalars[3].isASCII else { return text }
    return String(scalars[..<8]) + "\n" + String(scalars[8...])
  }

  /// The sheet without spans: every position a cell.
  static func expanded(_ sheet: Sheet, repeats: Bool) -> Sheet {
    let width = sheet.first?.reduce(0) { $0 + $1.columnSpan } ?? 0
    var grid = [[PrintedCell?]](
      repeating: [PrintedCell?](repeating: nil, count: width), count: sheet.count)
    for (rowIndex, row) in sheet.enumerated() {
      for cell in row {
        let column = grid[rowIndex].firstIndex { $0 == nil } ?? grid[rowIndex].count
        for down in 0..<cell.rowSpan {
          for right in 0..<cell.columnSpan {
            let isAnchor = down == 0 && right == 0
            var copy = cell
            copy.rowSpan = 1
            copy.columnSpan = 1
            if !isAnchor, !repeats { copy = PrintedCell(text: "") }
            if !isAnchor { copy.key = nil }
            guard rowIndex + down < grid.count else { continue }
            while grid[rowIndex + down].count <= column + right {
              grid[rowIndex + down].append(nil)
            }
            grid[rowIndex + down][column + right] = copy
          }
        }
      }
    }
    // A row that lost a cell ends early.
    return grid.map { row in
      let end = row.lastIndex { $0 != nil } ?? -1
      return row[...end].map { $0 ?? PrintedCell(text: "") }
    }
  }
}
