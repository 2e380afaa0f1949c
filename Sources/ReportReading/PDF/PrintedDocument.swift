import ReportModel

/// Pages of words made into a document: prose as paragraphs, figures under heads as grids.
enum PrintedDocument {
  /// - Parameter hasColumns: whether figures stand under their heads; if not, they are known by
  ///   their order only, and a row counts where it has as many as there are heads.
  static func document(of pages: [PrintedPage], hasColumns: Bool = true) -> Document {
    let lines = PageFurniture.removed(
      from: pages.map { TextRun.all(of: $0) }, boxes: pages.map(\.box))
    var runs: [TextRun] = []
    for (page, pageRuns) in zip(pages, lines) where !page.isTurned { runs += pageRuns }
    let segments = SegmentFinder(runs).segments()
    var inTables: Set<Int> = []
    var blocks: [(top: Double, block: Document.Block)] = []
    for (index, segment) in segments.enumerated() {
      let texts = segment.zone + segment.labels + segment.remarks
      inTables.formUnion((texts + segment.rows.flatMap(\.figures)).map(\.order))
      let grid =
        hasColumns
        ? SegmentGrid.grid(segment, number: index + 1)
        : OrderedGrid.grid(segment, number: index + 1)
      blocks.append((segment.rows[0].middle, .grid(grid)))
    }
    let prose = lines.joined().filter { !inTables.contains($0.order) }
    let breaks = segments.map { $0.rows[0].middle }
    for (top, paragraph) in ProseLines(prose, pages: pages).paragraphs(brokenAt: breaks) {
      blocks.append((top, .paragraph(paragraph)))
    }
    let ordered = blocks.enumerated().sorted {
      ($0.element.top, $0.offset) < ($1.element.top, $1.offset)
    }
    return Document(blocks: ordered.map(\.element.block))
  }
}
