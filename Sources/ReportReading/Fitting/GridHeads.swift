import ReportModel

/// Finds out which columns the head rows of a grid name.
struct GridHeads {
  /// The lowest head over a column, or over several where its cell spans them.
  private struct Leaf {
    let cell: Int
    var columns: Range<Int>
    /// What stands above it, outermost first.
    let path: [FoldedText]
    /// The columns of all blocks that its text may mean.
    let entries: [TableLabels.ColumnEntry]
    var isRepeated = false
  }

  private let page: LabelledGrid
  private let rows: [Int]
  private let labels: TableLabels

  /// - Parameter rows: the rows of the grid between the figures above and those below.
  /// - Returns: `nil` where they are not the heads of a block of this table.
  static func find(in page: LabelledGrid, rows: [Int], labels: TableLabels) -> Heads? {
    let finder = GridHeads(page: page, rows: rows, labels: labels)
    if page.grid.headsAreInPieces { return finder.byPieces() }
    // Without a single head of the table nothing stands over a column.
    let hasHead = rows.contains { page.tables(inRow: $0).contains(labels.mark) }
    let byColumn = hasHead ? finder.byColumn() : nil
    if let byColumn, byColumn.isWhole { return byColumn }
    if page.grid.isSpanless, let byOrder = finder.byOrder() {
      return finder.withSpans(byOrder)
    }
    return byColumn
  }

  private func isWhole(_ meanings: [Heads.Meaning]) -> Bool {
    meanings.contains { meaning in
      let columns = meaning.columns.compactMap { $0 }
      return columns.count == labels.table.blocks[meaning.block].columns.count
    }
  }

  // MARK: By what stands over each column

  private func byColumn() -> Heads? {
    var leaves = self.leaves()
    // Whatever unknown stands left of the first known head is over the labels.
    guard let first = leaves.firstIndex(where: { !$0.entries.isEmpty }) else { return nil }
    leaves.removeFirst(first)
    var meanings: [Heads.Meaning] = []
    for block in labels.table.blocks.indices {
      if let meaning = meaning(of: leaves, in: block) { meanings.append(meaning) }
    }
    guard !meanings.isEmpty, let place = leaves.first.map({ page.grid.cells[$0.cell].place })
    else { return nil }
    return Heads(
      meanings: meanings, count: leaves.count, spans: leaves.map(\.columns),
      extents: leaves.compactMap { extent(of: $0.columns) },
      hasUnknown: leaves.contains { $0.entries.isEmpty },
      isRepeated: leaves.contains(where: \.isRepeated), isWhole: isWhole(meanings), place: place)
  }

  private func extent(of columns: Range<Int>) -> ClosedRange<Double>? {
    let all = page.grid.columnExtents
    let own = columns.compactMap { $0 < all.count ? all[$0] : nil }
    guard let left = own.map(\.lowerBound).min(), let right = own.map(\.upperBound).max() else {
      return nil
    }
    return left...right
  }

  private func leaves() -> [Leaf] {
    var leaves: [Leaf] = []
    for column in 0..<page.grid.columnCount {
      var stack: [Int] = []
      for row in rows {
        guard let cell = page.grid.cell(row: row, column: column), stack.last != cell,
          !page.views[cell].isBlank, !isAside(cell)
        else { continue }
        stack.append(cell)
      }
      guard let cell = stack.last, !page.views[cell].isNote else { continue }
      let leaf = Leaf(
        cell: cell, columns: column..<(column + 1),
        path: stack.dropLast().map { page.views[$0].text },
        entries: leaves.last.flatMap { $0.cell == cell ? $0.entries : nil } ?? entries(for: cell))
      if let last = leaves.last, last.columns.upperBound == column,
        last.cell == cell || isRepetition(leaf, of: last)
      {
        leaves[leaves.count - 1].columns = last.columns.lowerBound..<(column + 1)
        if last.cell != cell { leaves[leaves.count - 1].isRepeated = true }
      } else {
        leaves.append(leaf)
      }
    }
    return leaves
  }

  private func isRepetition(_ leaf: Leaf, of other: Leaf) -> Bool {
    page.views[leaf.cell].text == page.views[other.cell].text && leaf.path == other.path
      && page.grid.cells[leaf.cell].row == page.grid.cells[other.cell].row
  }

  /// Lines across the whole table, which are over no column in particular; but an upper head may
  /// stand over all columns of a table that holds a part of the form's.
  private func isAside(_ cell: Int) -> Bool {
    page.grid.cells[cell].columnSpan == page.grid.columnCount && page.grid.columnCount > 1
      && labels.upperHeads[page.views[cell].text] == nil
  }

  private func entries(for cell: Int) -> [TableLabels.ColumnEntry] {
    let view = page.views[cell]
    // Struck out, or more than its text: nobody can say what such a head is.
    if page.grid.cells[cell].isOpaque || !view.tables.contains(labels.mark) { return [] }
    if let entries = labels.columns[view.text] { return entries }
    // A remark that states a unit of money would be a head of its own.
    guard let bare = HeadRemark.removed(from: page.grid.cells[cell].text) else { return [] }
    return (labels.columns[FoldedText(bare)] ?? []).filter { !$0.unit.isMoney }
  }

  private func meaning(of leaves: [Leaf], in block: Int) -> Heads.Meaning? {
    // With no head of its own among them, none of the others stands in place either.
    guard leaves.contains(where: { $0.entries.contains { $0.block == block } }) else { return nil }
    let form = labels.table.blocks[block]
    if !page.grid.columnExtents.isEmpty, !upperHeadsStandInOrder(leaves, form) { return nil }
    // A caption over all heads says nothing of any; over some of them it may.
    let captions = leaves.dropFirst().reduce(into: Set(leaves.first?.path ?? [])) {
      $0.formIntersection($1.path)
    }
    var matched = leaves.map { asMatched($0, in: block, captions: captions) }
    if matched.allSatisfy(\.upper.isEmpty) {
      let above = upperHeadsAbove
      for index in matched.indices { matched[index].upper = above }
    }
    let match = HeadMatch(matched, columns: form.columns, heads: labels.columnHeads[block])
    guard let found = match.entries() else { return nil }
    return Heads.Meaning(
      block: block, columns: found.map { $0?.column }, units: found.map { $0?.unit ?? .count })
  }

  /// Upper heads that stand as lines directly above the table: those of a table that holds one
  /// group of the form's columns.
  private var upperHeadsAbove: [FoldedText] {
    var found: [FoldedText] = []
    for caption in page.captions.reversed() {
      guard let head = labels.upperHeads[caption] else { break }
      found.insert(head, at: 0)
    }
    return found
  }

  /// On a printed page upper heads stand beside the lowest ones, for their reach cannot be seen.
  /// Where only they tell columns of one name apart, those that are there must be in the form's
  /// order, and no lowest head among them.
  private func upperHeadsStandInOrder(_ leaves: [Leaf], _ form: FormBlock) -> Bool {
    guard Set(form.columns.map(\.label)).count < form.columns.count else { return true }
    let lowest = Set(leaves.map(\.cell))
    var expected: [FoldedText] = []
    for level in 0..<(form.columns.map(\.heads.count).max() ?? 0) {
      for column in form.columns where level < column.heads.count {
        let head = FoldedText(column.heads[level].text.chinese)
        if !expected.contains(head) { expected.append(head) }
      }
    }
    var rest = expected[...]
    for row in rows {
      for cell in page.cells(inRow: row) where !lowest.contains(cell) {
        let text = page.views[cell].text
        if labels.columns[text] != nil { return false }
        guard let head = labels.upperHeads[text] else { continue }
        guard let index = rest.firstIndex(of: head) else { return false }
        rest = rest[(index + 1)...]
      }
    }
    return true
  }

  private func asMatched(
    _ leaf: Leaf, in block: Int, captions: Set<FoldedText>
  ) -> HeadMatch.Leaf {
    var upper: [FoldedText] = []
    var isMisplaced = labels.upperHeads[page.views[leaf.cell].text] != nil
    // A span may have been replaced by repeating its text downwards.
    for head in leaf.path where head != page.views[leaf.cell].text {
      if let known = labels.upperHeads[head] {
        // A repeated head is the same one.
        if upper.last != known { upper.append(known) }
      } else if labels.columns[head] != nil || !captions.contains(head) {
        isMisplaced = true
      }
    }
    let entries = leaf.entries.filter { $0.block == block }
    return HeadMatch.Leaf(
      entries: entries, upper: upper,
      isMisplaced: isMisplaced || (!leaf.entries.isEmpty && entries.isEmpty),
      isCut: isBeginning(leaf, in: block),
      row: page.grid.cells[leaf.cell].row)
  }

  /// Whether a head such as 本年新 for 本年新制作数量 may be another's beginning as well.
  private func isBeginning(_ leaf: Leaf, in block: Int) -> Bool {
    let text = page.views[leaf.cell].text
    return labels.columnLabels[block].contains { head in
      head.count > text.count && head.matches(text, at: 0)
    }
  }

  private func isKnownHead(_ cell: Int) -> Bool {
    let text = page.views[cell].text
    return labels.columns[text] != nil || labels.upperHeads[text] != nil
  }

  // MARK: By their pieces

  private func byPieces() -> Heads? {
    var lines: [[FoldedText]] = []
    var place: Place?
    for row in rows {
      let cells = page.cells(inRow: row).filter { cell in
        let view = page.views[cell]
        let isNote = view.text.count > 1 && TableLabels.note.contains(view.text)
        let isCorner = view.text == TableLabels.corner
        return !view.isBlank && !isCorner && !isNote && view.label.text != labels.title
      }
      if cells.contains(where: { page.grid.cells[$0].isOpaque }) { return nil }
      if let first = cells.first { place = place ?? page.grid.cells[first].place }
      if !cells.isEmpty { lines.append(cells.map { page.views[$0].text }) }
    }
    guard let place else { return nil }
    var meanings: [Heads.Meaning] = []
    for (block, pieces) in labels.headPieces.enumerated() {
      guard let units = pieces.units(in: lines) else { continue }
      meanings.append(
        Heads.Meaning(block: block, columns: Array(0..<pieces.columnCount), units: units))
    }
    guard let count = meanings.first?.columns.count else { return nil }
    return Heads(
      meanings: meanings.filter { $0.columns.count == count }, count: count, spans: [],
      hasUnknown: false, isRepeated: false, isWhole: true, place: place)
  }

  // MARK: By their order

  /// Where each of the heads stands over a column of its own, the figures must stand there too.
  private func withSpans(_ heads: Heads) -> Heads {
    var leaves = self.leaves()
    guard let first = leaves.firstIndex(where: { !$0.entries.isEmpty }) else { return heads }
    leaves.removeFirst(first)
    let isInPlace = heads.meanings.contains { meaning in
      leaves.count == heads.count
        && leaves.enumerated().allSatisfy { index, leaf in
          leaf.entries.contains { $0.block == meaning.block && $0.column == index }
        }
    }
    guard isInPlace else { return heads }
    return Heads(
      meanings: heads.meanings, count: heads.count, spans: leaves.map(\.columns),
      hasUnknown: false, isRepeated: leaves.contains(where: \.isRepeated), isWhole: true,
      place: heads.place)
  }

  /// Heads of a grid that lost its spans stand over the wrong columns, but still in order.
  private func byOrder() -> Heads? {
    var text = FoldedText()
    var ends: Set<Int> = []
    var previous = FoldedText()
    var place: Place?
    for row in rows {
      let cells = page.cells(inRow: row).filter { !page.views[$0].isBlank }
      if cells.count == 1, !isKnownHead(cells[0]) { continue }
      for (index, cell) in cells.enumerated() {
        let view = page.views[cell]
        // Among the heads the corner's words are no corner.
        let isCorner =
          view.text == TableLabels.corner && !cells[..<index].contains(where: isKnownHead)
        // A span may have been replaced by repeating its text.
        if view.isNote || isCorner || view.text == previous { continue }
        if page.grid.cells[cell].isOpaque { return nil }
        place = place ?? page.grid.cells[cell].place
        text.append(view.text)
        ends.insert(text.count)
        previous = view.text
      }
    }
    guard let place else { return nil }
    var meanings: [Heads.Meaning] = []
    var count = 0
    for (block, order) in labels.headOrders.enumerated() {
      guard let match = order.match(in: text, at: 0, ends: { $0 == text.count }) else { continue }
      count = order.columnCount
      meanings.append(
        Heads.Meaning(block: block, columns: Array(0..<order.columnCount), units: match.units))
    }
    guard !meanings.isEmpty else { return nil }
    return Heads(
      meanings: meanings, count: count, spans: [], hasUnknown: false, isRepeated: false,
      isWhole: true,
      place: place)
  }
}
