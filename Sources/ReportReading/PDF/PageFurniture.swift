/// Page numbers and running heads: what stands at the top and foot of pages and is none of the
/// report.
enum PageFurniture {
  /// The share of a page's height in which page numbers stand, at its top and at its foot.
  private static let margin = 0.15
  /// No page number is wider, in heights of its characters; three columns of figures are.
  private static let widestNumber = 8.0

  /// - Parameters:
  ///   - pages: the runs of each page.
  ///   - boxes: the extent of each page.
  static func removed(from pages: [[TextRun]], boxes: [Box]) -> [[TextRun]] {
    let pages = zip(pages, boxes).map { withoutNumbers($0, box: $1) }
    let edges = pages.map { page in [edge(of: page, isTop: true), edge(of: page, isTop: false)] }
    return zip(pages, edges).map { page, lines in
      var furniture: Set<Int> = []
      for (side, line) in lines.enumerated() where isFurniture(line, of: page, side, edges) {
        furniture.formUnion(line)
      }
      return page.indices.filter { !furniture.contains($0) }.map { page[$0] }
    }

    func isFurniture(_ line: [Int], of page: [TextRun], _ side: Int, _ edges: [[[Int]]]) -> Bool {
      guard let first = line.first else { return false }
      guard line.count == 1 else { return false }
      if page[first].isFigure { return isBareNumber(first, of: page) }
      // The same words at the same edge of several pages.
      let same = zip(pages, edges).count { other, lines in
        lines[side].count == 1 && lines[side].first.map { key(other[$0]) } == key(page[first])
      }
      return same > 1
    }
  }

  private static func withoutNumbers(_ page: [TextRun], box: Box) -> [TextRun] {
    let depth = box.height * margin
    let outer = page.filter {
      $0.box.middle < box.top + depth || $0.box.middle > box.bottom - depth
    }
    var numbers: Set<Int> = []
    for run in outer {
      let line = outer.filter { $0.box.sharesLine(with: run.box) }
        .sorted { $0.box.left < $1.box.left }
      let extent = line.dropFirst().reduce(run.box) { $0.union($1.box) }
      let text = line.map(\.text).joined()
      if extent.width < widestNumber * extent.height, TextTokens.isPageNumber(text) {
        numbers.formUnion(line.map(\.order))
      }
    }
    return page.filter { !numbers.contains($0.order) }
  }

  /// The runs of the highest or lowest line of a page, from left to right.
  private static func edge(of page: [TextRun], isTop: Bool) -> [Int] {
    let outermost =
      isTop
      ? page.indices.min { page[$0].box.top < page[$1].box.top }
      : page.indices.max { page[$0].box.bottom < page[$1].box.bottom }
    guard let outermost else { return [] }
    return page.indices.filter { page[$0].box.sharesLine(with: page[outermost].box) }
      .sorted { page[$0].box.left < page[$1].box.left }
  }

  /// A page number without any mark: the page's own, far from all else.
  private static func isBareNumber(_ index: Int, of page: [TextRun]) -> Bool {
    let run = page[index]
    guard run.text == String(run.page) else { return false }
    return !page.indices.contains {
      $0 != index && abs(page[$0].box.middle - run.box.middle) < 2 * run.box.height
    }
  }

  /// A line without its digits, which count pages.
  private static func key(_ run: TextRun) -> [Unicode.Scalar] {
    run.text.unicodeScalars.filter {
      !WhiteSpace.contains($0) && !($0.value >= 0x30 && $0.value <= 0x39)
    }
  }
}
