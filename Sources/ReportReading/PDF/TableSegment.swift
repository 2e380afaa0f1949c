/// Rows of figures under the same column heads, with the text around them.
struct TableSegment: Sendable {
  let rows: [FigureRow]
  /// Lines above the first row that may be heads or stand beside them, downwards.
  let zone: [TextRun]
  /// Lines of labels: left of all figures, beside and between the rows.
  let labels: [TextRun]
  /// Text among the figures, on the line of a row.
  let remarks: [TextRun]

  /// Where the figures begin.
  var boundary: Double { rows.map(\.left).min() ?? 0 }
}

/// Parts the figures of a document into segments: a line of text that reaches over the figures, as
/// heads and prose do, ends one.
struct SegmentFinder {
  /// Of heads broken over lines, three levels high, with a title above.
  private static let highestZone = 16
  /// Between the lines of a label, in heights of their characters.
  private static let widestLeading = 0.45

  private let texts: [TextRun]
  private let rows: [FigureRow]

  /// - Parameter runs: of all pages, furniture removed.
  init(_ runs: [TextRun]) {
    texts = runs.filter { !$0.isFigure }.sorted {
      ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left)
    }
    rows = FigureRow.all(of: runs)
  }

  func segments() -> [TableSegment] {
    var segments: [TableSegment] = []
    var first = 0
    var zoneStart = 0
    while first < rows.count {
      let last = self.last(from: first)
      let end = last + 1 < rows.count ? rows[last + 1].middle : Double.infinity
      let (segment, used) = segment(first...last, zoneStart: zoneStart, end: end)
      segments.append(segment)
      zoneStart = used
      first = last + 1
    }
    return segments
  }

  /// The last row of the segment that begins with a row.
  private func last(from first: Int) -> Int {
    var boundary = rows[first].left
    var last = first
    var labelsEnd = labelEnd(beside: rows[first], before: boundary) ?? 0
    var text = texts.firstIndex { $0.box.middle > rows[first].middle } ?? texts.count
    while last + 1 < rows.count {
      let next = rows[last + 1]
      let nextBoundary = min(boundary, next.left)
      if let end = labelEnd(beside: next, before: nextBoundary) { labelsEnd = max(labelsEnd, end) }
      while text < texts.count, texts[text].box.middle < next.middle {
        let run = texts[text]
        let isBetween = !rows[last].isLevel(with: run.box) && !next.isLevel(with: run.box)
        // Heads beside figures set to the right do not reach over them.
        let isBehindLabels = labelsEnd > 0 && run.box.left > labelsEnd
        if isBetween, isBehindLabels || reaches(run, over: nextBoundary) { return last }
        text += 1
      }
      boundary = nextBoundary
      last += 1
    }
    return last
  }

  /// Where the labels on a row's own line end.
  private func labelEnd(beside row: FigureRow, before boundary: Double) -> Double? {
    var low = 0
    var high = texts.count
    while low < high {
      let half = (low + high) / 2
      if texts[half].box.middle < row.middle - row.height { low = half + 1 } else { high = half }
    }
    var end: Double?
    while low < texts.count, texts[low].box.middle < row.middle + row.height {
      let box = texts[low].box
      if row.isLevel(with: box), box.right <= boundary { end = max(end ?? 0, box.right) }
      low += 1
    }
    return end
  }

  private func reaches(_ run: TextRun, over boundary: Double) -> Bool {
    run.box.right > boundary + Box.touch
  }

  /// - Returns: the segment, and the first text that may belong to the next one.
  private func segment(
    _ range: ClosedRange<Int>, zoneStart: Int, end: Double
  ) -> (TableSegment, Int) {
    let own = Array(rows[range])
    let boundary = own.map(\.left).min() ?? 0
    let top = own[0]
    let bottom = own[own.count - 1]
    var index = zoneStart
    var above: [TextRun] = []
    while index < texts.count, texts[index].box.middle < top.middle,
      !top.isLevel(with: texts[index].box)
    {
      above.append(texts[index])
      index += 1
    }
    var labels: [TextRun] = []
    var remarks: [TextRun] = []
    while index < texts.count, texts[index].box.middle < end {
      let run = texts[index]
      let isOver = reaches(run, over: boundary)
      let level = own.first { $0.isLevel(with: run.box) }
      if isOver, level == nil { break }
      // Behind the last row only the rest of its label: all else may belong to the next table.
      if level == nil, run.box.middle > bottom.middle, !goesOn(run, from: labels, beside: bottom) {
        break
      }
      if isOver { remarks.append(run) } else { labels.append(run) }
      index += 1
    }
    let (zone, over) = part(above, boundary: boundary, labels: labels)
    return (
      TableSegment(rows: own, zone: zone, labels: over + labels, remarks: remarks), index
    )
  }

  /// Whether a line follows closely on a line of the labels that stands beside a row.
  private func goesOn(_ run: TextRun, from labels: [TextRun], beside row: FigureRow) -> Bool {
    labels.contains { line in
      let gap = run.box.top - line.box.bottom
      return line.page == run.page && line.box.sharesColumn(with: run.box)
        && line.box.bottom > row.middle - 1.5 * line.box.height
        && gap < Self.widestLeading * run.box.height && gap > -run.box.height / 2
    }
  }

  private func isProse(_ run: TextRun) -> Bool {
    run.text.unicodeScalars.contains { "。；;".unicodeScalars.contains($0) }
  }

  /// Parts the text above the first row into the heads' zone and lines of the first row's label.
  private func part(
    _ above: [TextRun], boundary: Double, labels: [TextRun]
  ) -> (zone: [TextRun], labels: [TextRun]) {
    let labelEnd = labels.map(\.box.right).max()
    var zone: [TextRun] = []
    var lines = 0
    var line: Box?
    for run in above.reversed() {
      if isProse(run) || isTitle(run, boundary: boundary, labelEnd: labelEnd, in: above) { break }
      if line.map({ !$0.sharesLine(with: run.box) }) ?? true {
        lines += 1
        line = run.box
      }
      if lines > Self.highestZone { break }
      zone.insert(run, at: 0)
    }
    // Heads stand over the figures; what stands lower, left of them, is a label.
    let heads = zone.filter { reaches($0, over: boundary) || $0.box.left > labelEnd ?? .infinity }
    guard let floor = heads.map(\.box.bottom).max() else {
      // No heads: a table cut by a page break goes on, if it is one.
      return ([], zone)
    }
    let isLabel = { (run: TextRun) in
      run.box.middle > floor && run.box.right <= boundary + Box.touch
    }
    return (zone.filter { !isLabel($0) }, zone.filter(isLabel))
  }

  /// A line of its own that begins over the labels and reaches over the figures.
  private func isTitle(
    _ run: TextRun, boundary: Double, labelEnd: Double?, in above: [TextRun]
  ) -> Bool {
    guard let labelEnd, run.box.left < labelEnd, reaches(run, over: boundary) else { return false }
    return above.count { $0.box.sharesLine(with: run.box) } == 1
  }
}
