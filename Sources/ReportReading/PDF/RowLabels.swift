/// Finds out which lines left of the figures are the label of which row.
///
/// A label broken over lines stands centred on its row, or begins on the row's line. The lines are
/// dealt out so that as few as possible are left over; where they can be dealt out in two ways that
/// are equally good, the rows concerned get no label.
struct RowLabels {
  /// For each row the lines of its label, downwards; empty where it has none or none for certain.
  private(set) var labels: [[TextRun]]
  /// Lines that belong to no row: labels of groups, and of rows without any figure.
  private(set) var others: [TextRun]

  /// More lines than any label has where it is not printed one character a line.
  private static let mostLines = 8
  /// Beyond this, dealing out would take too long; no real table comes near.
  private static let mostWork = 4_000_000
  private static let costOfBareRow = 10.0
  private static let costOfLine = 2.0
  /// A line beside which other labels stand further right may be that of a group.
  private static let costOfGroupLine = 0.5

  init(rows: [FigureRow], lines: [TextRun]) {
    let lines = lines.sorted { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }
    labels = rows.map { _ in [] }
    guard !lines.isEmpty, rows.count * lines.count < Self.mostWork else {
      others = lines
      return
    }
    // Below the last row the next table may begin.
    let end = rows.last.map { $0.middle + $0.height / 2 } ?? 0
    let costs = lines.map { line in
      line.box.middle > end
        ? 0 : Self.mayBeGroup(line, among: lines) ? Self.costOfGroupLine : Self.costOfLine
    }
    let centred = Dealing(rows: rows, lines: lines, costs: costs, isCentred: true)
    let hanging = Dealing(rows: rows, lines: lines, costs: costs, isCentred: false)
    let best = centred.cost <= hanging.cost ? centred : hanging
    let doubt = centred.cost == hanging.cost ? hanging : best
    var used: Set<Int> = []
    for row in rows.indices {
      guard let block = best.blocks[row], doubt.blocks[row] == block, best.isCertain[row] else {
        continue
      }
      labels[row] = Array(lines[block])
      used.formUnion(block)
    }
    others = lines.indices.filter { !used.contains($0) }.map { lines[$0] }
  }

  /// Whether other labels stand right of a line, close by.
  private static func mayBeGroup(_ line: TextRun, among lines: [TextRun]) -> Bool {
    lines.contains { other in
      other.box.left >= line.box.right - 1
        && abs(other.box.middle - line.box.middle) < 5 * line.box.height
    }
  }

  /// One way to deal out the lines.
  private struct Dealing {
    var blocks: [ClosedRange<Int>?]
    var isCertain: [Bool]
    private(set) var cost: Double

    init(rows: [FigureRow], lines: [TextRun], costs: [Double], isCentred: Bool) {
      let candidates = rows.map { Self.candidates($0, lines, isCentred: isCentred) }
      var sums = [0.0]
      for cost in costs { sums.append(sums[sums.count - 1] + cost) }
      // best[row][line]: the least cost of all rows from there on with the lines from there on.
      var best = [[Double]](
        repeating: [Double](repeating: 0, count: lines.count + 1), count: rows.count + 1)
      for line in lines.indices { best[rows.count][line] = sums[lines.count] - sums[line] }
      for row in rows.indices.reversed() {
        for line in 0...lines.count {
          var least = best[row + 1][line] + RowLabels.costOfBareRow
          for block in candidates[row] where block.lowerBound >= line {
            let skipped = sums[block.lowerBound] - sums[line]
            least = min(least, skipped + best[row + 1][block.upperBound + 1])
          }
          best[row][line] = least
        }
      }
      blocks = rows.map { _ in nil }
      isCertain = rows.map { _ in true }
      cost = best[0][0]
      var line = 0
      for row in rows.indices {
        let options = candidates[row].filter { block in
          block.lowerBound >= line
            && abs(
              sums[block.lowerBound] - sums[line] + best[row + 1][block.upperBound + 1]
                - best[row][line]) < 1e-6
        }
        isCertain[row] = options.count == 1
        guard let block = options.first else { continue }
        blocks[row] = block
        line = block.upperBound + 1
      }
    }

    /// Consecutive lines, one below the other, whose middle or first line is level with a row.
    private static func candidates(
      _ row: FigureRow, _ lines: [TextRun], isCentred: Bool
    ) -> [ClosedRange<Int>] {
      var found: [ClosedRange<Int>] = []
      let reach = 40 * row.height
      var low = 0
      var high = lines.count
      while low < high {
        let half = (low + high) / 2
        if lines[half].box.middle < row.middle - reach { low = half + 1 } else { high = half }
      }
      for first in low..<lines.count {
        if lines[first].box.middle > row.middle + row.height { break }
        var block = lines[first].box
        for last in first..<min(lines.count, first + RowLabels.mostLines) {
          if last > first {
            guard follows(lines[last - 1], lines[last]) else { break }
            block = block.union(lines[last].box)
          }
          let anchor = isCentred ? block : lines[first].box
          let height = min(row.height, lines[first].box.height)
          if abs(anchor.middle - row.middle) < 0.4 * height { found.append(first...last) }
        }
      }
      return found
    }

    private static func follows(_ above: TextRun, _ below: TextRun) -> Bool {
      let gap = below.box.top - above.box.bottom
      let height = min(above.box.height, below.box.height)
      return above.page == below.page && gap < 1.2 * height && gap > -0.5 * height
        && above.box.sharesColumn(with: below.box)
    }
  }
}
