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
  private static let widestLeading = 0.45

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
        // What stands over another head alone is that of several columns, or a title.
        if !(extents + pieces.map(\.box)).contains(where: { $0.sharesColumn(with: word.box) }) {
          extents.append(word.box)
          extents.sort { $0.left < $1.left }
        }
        pieces.append(word)
      }
    }
    (extents, pieces) = Self.paired(extents, pieces, segment)
    self.extents = extents
    heads = Self.heads(pieces, extents)
  }

  /// Figures set to one side of wide columns stand beside their heads, not under them. Where each
  /// such column of figures has exactly one such head, all on the same side, they are one column.
  private static func paired(
    _ extents: [Box], _ pieces: [TextRun], _ segment: TableSegment
  ) -> ([Box], [TextRun]) {
    let figures = segment.rows.flatMap(\.figures).map(\.box)
    let isBare = extents.map { box in !pieces.contains { $0.box.sharesColumn(with: box) } }
    let isEmpty = extents.map { box in !figures.contains { $0.sharesColumn(with: box) } }
    let bare = extents.indices.filter { isBare[$0] }
    let empty = extents.indices.filter { isEmpty[$0] }
    guard !bare.isEmpty, bare.count == empty.count,
      let side = zip(bare, empty).map({ $0 - $1 }).first, abs(side) == 1,
      zip(bare, empty).allSatisfy({ $0 - $1 == side }),
      // No figure may stand nearer to another head. Where some columns have their figures under
      // their heads, distance must speak more clearly.
      bare.allSatisfy({
        let times: Double = bare.count * 2 == extents.count ? 1 : 2
        return isNearer(extents, $0, to: $0 - side, than: $0 + side, times: times)
      })
    else { return (extents, pieces) }
    var joined: [Box] = []
    for index in extents.indices where !isEmpty[index] {
      joined.append(isBare[index] ? extents[index].union(extents[index - side]) : extents[index])
    }
    return (joined, pieces)
  }

  private static func isNearer(
    _ extents: [Box], _ own: Int, to near: Int, than far: Int, times: Double
  ) -> Bool {
    guard extents.indices.contains(far) else { return true }
    let gap = { (other: Int) in
      max(extents[own].left, extents[other].left) - min(extents[own].right, extents[other].right)
    }
    return gap(near) * times < gap(far)
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

  /// Whether a line belongs to the head above it: close to it, and set in the same way.
  private static func continues(_ above: Box, _ below: Box) -> Bool {
    let slack = below.height / 4
    let isAligned =
      abs(above.left - below.left) < slack || abs(above.right - below.right) < slack
      || abs(above.left + above.right - below.left - below.right) < 2 * slack
    return isAligned && below.top - above.bottom < widestLeading * below.height
  }
}
