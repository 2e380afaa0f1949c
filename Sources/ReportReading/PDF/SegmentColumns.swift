/// The columns of a segment, from where its figures and the heads over them stand.
struct SegmentColumns: Sendable {
  struct Head: Sendable {
    var lines: [TextRun]
    let columns: ClosedRange<Int>
    var box: Box
  }

  /// The stretch of the page's width that each column takes, from left to right.
  let extents: [Box]
  /// Downwards.
  let heads: [Head]

  /// Lines of one head stand at most this far apart, in heights of their characters.
  private static let widestLeading = 0.75

  init(_ segment: TableSegment) {
    var extents = Self.clusters(segment.rows.flatMap(\.figures).map(\.box))
    let labelEnd = segment.labels.map(\.box.right).max() ?? -.infinity
    let over = segment.zone.filter {
      $0.box.right > segment.boundary + Box.touch || $0.box.left > labelEnd
    }
    // From the lowest line up: the heads of single columns stand below those of several.
    var pieces: [TextRun] = []
    for run in over.sorted(by: { ($0.box.middle, $0.box.left) > ($1.box.middle, $1.box.left) }) {
      let found = extents.filter { $0.sharesColumn(with: run.box) }
      let words = found.count > 1 && run.words.count > 1 ? Self.split(run) : [run]
      for word in words {
        if !extents.contains(where: { $0.sharesColumn(with: word.box) }) {
          extents.append(word.box)
          extents.sort { $0.left < $1.left }
        }
        pieces.append(word)
      }
    }
    self.extents = extents
    heads = Self.heads(pieces, extents)
  }

  private static func split(_ run: TextRun) -> [TextRun] {
    run.words.map { TextRun(words: [$0], page: run.page) }
  }

  /// Boxes that share a stretch of the width, put together.
  private static func clusters(_ boxes: [Box]) -> [Box] {
    var clusters: [Box] = []
    for box in boxes.sorted(by: { ($0.left, $0.right) < ($1.left, $1.right) }) {
      if let last = clusters.last, last.sharesColumn(with: box) {
        clusters[clusters.count - 1] = last.union(box)
      } else {
        clusters.append(box)
      }
    }
    return clusters
  }

  /// The columns that a box stands over.
  func columns(under box: Box) -> ClosedRange<Int>? { Self.columns(under: box, extents) }

  private static func columns(under box: Box, _ extents: [Box]) -> ClosedRange<Int>? {
    let found = extents.indices.filter { extents[$0].sharesColumn(with: box) }
    guard let first = found.first, let last = found.last else { return nil }
    return first...last
  }

  private static func heads(_ pieces: [TextRun], _ extents: [Box]) -> [Head] {
    var heads: [Head] = []
    for piece in pieces.sorted(by: {
      ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left)
    }) {
      guard let columns = columns(under: piece.box, extents) else { continue }
      // The last head over these columns goes on where this line follows closely.
      let last = heads.lastIndex { $0.columns.overlaps(columns) }
      if let last, heads[last].columns == columns, continues(heads[last].box, piece.box) {
        heads[last].lines.append(piece)
        heads[last].box = heads[last].box.union(piece.box)
      } else {
        heads.append(Head(lines: [piece], columns: columns, box: piece.box))
      }
    }
    return heads
  }

  private static func continues(_ above: Box, _ below: Box) -> Bool {
    below.top - above.bottom < widestLeading * below.height
  }
}
