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
    var first: (title: ReportTitle, line: String)?
    var found: [OtherReport] = []
    // Over the first section several titles may stand together; they are the title reader's.
    var hasBegun = false
    for (index, block) in document.blocks.enumerated() {
      for line in lines(of: block) {
        hasBegun = hasBegun || TitleReader.isFirstSection(line)
        guard let title = ReportTitle(line) else { continue }
        guard let known = first?.title else {
          first = (title, line)
          continue
        }
        if hasBegun, isOther(title, than: known) {
          found.append(OtherReport(titles: [first?.line ?? "", line], block: index))
        } else if let line = first?.line, let joined = joined(known, title) {
          first = (joined, line)
        }
      }
      if case .grid(let grid) = block {
        hasBegun = hasBegun || grid.cells.contains { FigureReading.isFigureLike($0.text) }
      }
    }
    return found
  }

  private static func lines(of block: Document.Block) -> [String] {
    switch block {
    case .paragraph(let paragraph): return [paragraph.text]
    case .grid(let grid):
      // Cells with more text lay the page out; what stands in them comes as paragraphs as well.
      return grid.cells.filter { !$0.isOpaque && $0.text.utf8.count <= 240 }.map(\.text)
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
