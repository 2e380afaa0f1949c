/// Finds where a second report begins on a page: a title with another body or year behind the
/// first one's beginning.
struct OtherReport {
  /// The titles as printed, the first report's and the other's.
  let titles: [String]
  /// From where on the page may be the other report's: an index of the document's blocks.
  let block: Int

  /// Titles in a list of links are told from those of reports by what follows them, which the
  /// caller has to look at.
  static func all(in document: Document) -> [OtherReport] {
    var finder = Finder()
    for (index, block) in document.blocks.enumerated() { finder.take(block, at: index) }
    return finder.found
  }

  /// Goes down a page.
  private struct Finder {
    private(set) var found: [OtherReport] = []
    private var first: (title: ReportTitle, line: String)?
    /// Over the first section several titles may stand together; they are the title reader's.
    private var hasBegun = false

    mutating func take(_ block: Document.Block, at index: Int) {
      switch block {
      case .paragraph(let paragraph): take(paragraph.text, at: index)
      case .grid(let grid):
        // Cells with more text lay the page out; what stands in them comes as paragraphs as well.
        for cell in grid.cells where !cell.isOpaque && cell.text.utf8.count <= 240 {
          take(cell.text, at: index)
        }
        hasBegun = hasBegun || grid.cells.contains { FigureReading.isFigureLike($0.text) }
      }
    }

    private mutating func take(_ line: String, at index: Int) {
      hasBegun = hasBegun || TitleReader.isFirstSection(line)
      guard let title = ReportTitle(line) else { return }
      guard let known = first else {
        first = (title, line)
        return
      }
      if hasBegun, isOther(title, than: known.title) {
        found.append(OtherReport(titles: [known.line, line], block: index))
      } else if let joined = joined(known.title, title) {
        first = (joined, known.line)
      }
    }
  }

  /// What two titles of one report say together.
  private static func joined(_ left: ReportTitle, _ right: ReportTitle) -> ReportTitle? {
    left.year == nil || !BodyName.isName(left.body) ? right : nil
  }

  private static func isOther(_ title: ReportTitle, than known: ReportTitle) -> Bool {
    if let year = title.year, let knownYear = known.year, year != knownYear { return true }
    guard BodyName.isPlausible(title.body), BodyName.isPlausible(known.body) else { return false }
    // 市科委 is short for 上海市科学技术委员会.
    return !isShort(title.body, for: known.body) && !isShort(known.body, for: title.body)
  }

  private static func isShort(_ short: String, for long: String) -> Bool {
    var rest = Array(short.unicodeScalars)[...]
    for scalar in long.unicodeScalars where rest.first == scalar { rest.removeFirst() }
    return rest.isEmpty
  }
}
