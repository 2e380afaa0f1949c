import ReportModel

/// Parts of a page that may belong to different tables of the same kind: behind 附：2022年数据 the
/// rows of another year stand under the same labels. The rows of one table come from one region.
struct PageRegions: Sendable {
  /// For each grid of the page, the region of each of its rows.
  private(set) var ofGrids: [[Int]] = []
  /// For each grid, whether nothing but page numbers, units and the note of table 3 stands between
  /// it and the grid before it, as where a page break has cut a table in two.
  private(set) var goesOn: [Bool] = []
  /// For each paragraph of the page, its region.
  private(set) var ofParagraphs: [Int] = []

  private var region = 0
  private var hasGrid = false
  private var isBroken = false
  private let headings: Set<FoldedText>

  /// - Parameter headings: of blocks of rows; they may stand between the grids of one table.
  init(_ document: Document, headings: Set<FoldedText>) {
    self.headings = headings
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): take(paragraph)
      case .grid(let grid): take(grid)
      }
    }
  }

  private mutating func take(_ paragraph: Paragraph) {
    if Self.beginsAnother(paragraph.text) { region += 1 }
    ofParagraphs.append(region)
    if !isBroken, !isPassedOver(paragraph.text) { isBroken = true }
  }

  private mutating func take(_ grid: Grid) {
    goesOn.append(hasGrid && !isBroken)
    if hasGrid, isBroken { region += 1 }
    hasGrid = true
    isBroken = false
    // A line of its own across the table, not a head with a year in it.
    var printed = [Int](repeating: 0, count: grid.rowCount)
    for cell in grid.cells where !cell.text.isEmpty { printed[cell.row] += 1 }
    var starts = Set<Int>()
    for cell in grid.cells where printed[cell.row] == 1 && Self.beginsAnother(cell.text) {
      starts.insert(cell.row)
    }
    var rows: [Int] = []
    for row in 0..<grid.rowCount {
      if starts.contains(row) { region += 1 }
      rows.append(region)
    }
    ofGrids.append(rows)
  }

  private func isPassedOver(_ text: String) -> Bool {
    let folded = FoldedText(text)
    return TextTokens.isPageNumber(text) || folded.isEmpty || headings.contains(folded)
      || folded == TableLabels.note || Self.continuations.contains(folded)
      || (folded.count <= 12 && folded.matches(Self.unit, at: 0))
  }

  private static let unit = FoldedText("单位")
  private static let continuations = Set(["续表", "续", "接上表", "续上表"].map { FoldedText($0) })

  /// Longer than such a line; sentences speak of other years without showing their figures.
  private static let longestLine = 40

  /// 附：…, 附件2, 附表, 2022年数据.
  static func beginsAnother(_ text: String) -> Bool {
    guard text.utf8.count <= longestLine * 3, let first = text.unicodeScalars.first,
      first.value >= 0x30
    else { return false }
    if first == "附" { return true }
    guard text.unicodeScalars.contains("年"), !text.unicodeScalars.contains("。") else {
      return false
    }
    return !ChineseYear.all(in: text.unicodeScalars.filter { !WhiteSpace.contains($0) }).isEmpty
  }
}
