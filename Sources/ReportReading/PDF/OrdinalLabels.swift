/// Tells the labels of rows apart by the ordinals with which they begin, where lines stand too close
/// for their places to tell: a line with an ordinal begins a label, one without goes on with the
/// label above it.
///
/// Each row gets the label beside whose lines it stands; where labels can be dealt out in two ways
/// that are equally good, the rows concerned get none.
struct OrdinalLabels {
  private struct Block {
    var lines: [TextRun]
    /// Whether it cannot be a row's.
    let isGroup: Bool
  }

  private(set) var labels: [[TextRun]]
  /// Lines that belong to no row.
  private(set) var others: [TextRun]

  private static let mostWork = 1_000_000
  private static let costOfBareRow = 10.0
  private static let costOfLine = 2.0
  private static let costOfGroupLine = 0.5
  /// How far below its last line a label may go on, in heights: over a line of figures.
  private static let widestGap = 1.3

  /// - Parameters:
  ///   - lines: that may be of rows' labels.
  ///   - groups: lines with another label to their right.
  /// - Returns: `nil` where most labels have no ordinal.
  init?(rows: [FigureRow], lines: [TextRun], groups: [TextRun]) {
    let blocks = Self.blocks(of: lines, groups: groups)
    let numbered = blocks.filter { !$0.isGroup && Self.hasOrdinal($0.lines[0]) }
    guard numbered.count > 2, numbered.count * 2 > rows.count,
      rows.count * blocks.count < Self.mostWork
    else { return nil }
    let costs = blocks.map { block in
      block.isGroup
        ? 0
        : block.lines.reduce(0.0) { sum, line in
          sum + (Self.mayBeGroup(line, among: lines) ? Self.costOfGroupLine : Self.costOfLine)
        }
    }
    labels = Self.dealt(blocks, costs: costs, to: rows).map { $0.map { blocks[$0].lines } ?? [] }
    let used = Set(labels.joined().map(\.order))
    others = lines.filter { !used.contains($0.order) }
  }

  private static func hasOrdinal(_ line: TextRun) -> Bool {
    Label(line.text).ordinal != nil
  }

  private static func beginsWithDigit(_ line: TextRun) -> Bool {
    line.text.unicodeScalars.first?.properties.numericType == .decimal
  }

  private static func blocks(of lines: [TextRun], groups: [TextRun]) -> [Block] {
    let groupOrders = Set(groups.map(\.order))
    let all = (lines + groups).sorted {
      ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left)
    }
    let inner = lines.filter { beginsWithDigit($0) && hasOrdinal($0) }.map(\.box.left).min() ?? 0
    var blocks: [Block] = []
    for line in all {
      // A category printed downwards goes on beside the labels, not below them.
      let isUpright = line.text.unicodeScalars.count == 1 && line.box.left < inner
      let above =
        hasOrdinal(line) || isUpright
        ? nil
        : blocks.lastIndex { block in block.lines.last.map { goesOn(line, below: $0) } ?? false }
      let isGroup = isUpright || groupOrders.contains(line.order)
      if let above, blocks[above].isGroup || !isGroup {
        blocks[above].lines.append(line)
      } else {
        blocks.append(Block(lines: [line], isGroup: isGroup))
      }
    }
    return blocks
  }

  private static func goesOn(_ line: TextRun, below last: TextRun) -> Bool {
    let gap = line.box.top - last.box.bottom
    return line.page == last.page && line.box.sharesColumn(with: last.box)
      && gap > 0 && gap < widestGap * line.box.height
  }

  private static func mayBeGroup(_ line: TextRun, among lines: [TextRun]) -> Bool {
    lines.contains { other in
      other.box.left >= line.box.right - 1
        && abs(other.box.middle - line.box.middle) < 5 * line.box.height
    }
  }

  private static func stands(_ row: FigureRow, beside block: Block) -> Bool {
    guard !block.isGroup, let first = block.lines.first, let last = block.lines.last,
      first.page == row.page
    else {
      return false
    }
    let slack = 0.4 * row.height
    return row.middle > first.box.middle - slack && row.middle < last.box.middle + slack
  }

  /// For each row the block that it gets, none where that is not certain.
  private static func dealt(
    _ blocks: [Block], costs: [Double], to rows: [FigureRow]
  ) -> [Int?] {
    // best[row][block]: the least cost of all rows from there on with the blocks from there on.
    var best = [[Double]](
      repeating: [Double](repeating: 0, count: blocks.count + 1), count: rows.count + 1)
    for block in blocks.indices.reversed() {
      best[rows.count][block] = best[rows.count][block + 1] + costs[block]
    }
    for row in rows.indices.reversed() {
      best[row][blocks.count] = best[row + 1][blocks.count] + costOfBareRow
      for block in blocks.indices.reversed() {
        var least = min(
          best[row + 1][block] + costOfBareRow, best[row][block + 1] + costs[block])
        if stands(rows[row], beside: blocks[block]) {
          least = min(least, best[row + 1][block + 1])
        }
        best[row][block] = least
      }
    }
    // best from the other side tells which pairs are in every best way.
    var before = [[Double]](
      repeating: [Double](repeating: .infinity, count: blocks.count + 1), count: rows.count + 1)
    before[0][0] = 0
    var pairs: [Int: Set<Int>] = [:]
    var isBare = Set<Int>()
    let whole = best[0][0]
    for row in 0...rows.count {
      for block in 0...blocks.count {
        let cost = before[row][block]
        guard cost.isFinite, abs(cost + best[row][block] - whole) < 1e-6 else { continue }
        func reach(_ nextRow: Int, _ nextBlock: Int, _ more: Double) -> Bool {
          before[nextRow][nextBlock] = min(before[nextRow][nextBlock], cost + more)
          return abs(cost + more + best[nextRow][nextBlock] - whole) < 1e-6
        }
        if block < blocks.count { _ = reach(row, block + 1, costs[block]) }
        if row < rows.count, reach(row + 1, block, costOfBareRow) { isBare.insert(row) }
        if row < rows.count, block < blocks.count, stands(rows[row], beside: blocks[block]),
          reach(row + 1, block + 1, 0)
        {
          pairs[row, default: []].insert(block)
        }
      }
    }
    return rows.indices.map { row in
      guard let found = pairs[row], found.count == 1, !isBare.contains(row) else { return nil }
      return found.first
    }
  }
}
