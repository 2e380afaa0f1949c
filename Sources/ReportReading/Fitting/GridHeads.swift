import ReportModel

/// Finds out which columns the head rows of a grid name.
struct GridHeads {
  /// The lowest head over a column, or over several where its cell spans them.
  private struct Leaf {
    let cell: Int
    var columns: Range<Int>
    /// What stands above it, outermost first.
    let path: [FoldedText]
    var isRepeated = false
  }

  private let page: LabelledGrid
  private let rows: [Int]
  private let labels: TableLabels

  /// - Parameter rows: the rows of the grid between the figures above and those below.
  /// - Returns: `nil` where they are not the heads of a block of this table.
  static func find(in page: LabelledGrid, rows: [Int], labels: TableLabels) -> Heads? {
    let finder = GridHeads(page: page, rows: rows, labels: labels)
    let byColumn = finder.byColumn()
    if let byColumn, byColumn.isWhole { return byColumn }
    if page.grid.isSpanless, let byOrder = finder.byOrder() { return byOrder }
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
    guard let first = leaves.firstIndex(where: { !entries(for: $0).isEmpty }) else { return nil }
    leaves.removeFirst(first)
    var meanings: [Heads.Meaning] = []
    for block in labels.table.blocks.indices {
      if let meaning = meaning(of: leaves, in: block) { meanings.append(meaning) }
    }
    guard !meanings.isEmpty, let place = leaves.first.map({ page.grid.cells[$0.cell].place })
    else { return nil }
    return Heads(
      meanings: meanings, count: leaves.count, spans: leaves.map(\.columns),
      hasUnknown: leaves.contains { entries(for: $0).isEmpty },
      isRepeated: leaves.contains(where: \.isRepeated), isWhole: isWhole(meanings), place: place)
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
      guard let cell = stack.last, !isCorner(cell) else { continue }
      let leaf = Leaf(
        cell: cell, columns: column..<(column + 1),
        path: stack.dropLast().map { page.views[$0].text })
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

  /// Lines across the whole table, which are over no column in particular.
  private func isAside(_ cell: Int) -> Bool {
    page.grid.cells[cell].columnSpan == page.grid.columnCount && page.grid.columnCount > 1
  }

  private func isCorner(_ cell: Int) -> Bool {
    page.views[cell].isNote || page.views[cell].text == TableLabels.corner
  }

  private func entries(for leaf: Leaf) -> [TableLabels.ColumnEntry] {
    let view = page.views[leaf.cell]
    if let entries = labels.columns[view.text] { return entries }
    // A remark in brackets behind the head, such as 现行有效件数（历史累计）, changes nothing; one
    // that states a unit would be a head of its own.
    guard let bare = Self.withoutRemark(page.grid.cells[leaf.cell].text) else { return [] }
    return (labels.columns[FoldedText(bare)] ?? []).filter { !$0.unit.isMoney }
  }

  private static func withoutRemark(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let last = scalars.last, last == ")" || last == "）",
      let open = scalars.lastIndex(where: { $0 == "(" || $0 == "（" }), open > 0
    else { return nil }
    return WhiteSpace.string(scalars[..<open])
  }

  private func meaning(of leaves: [Leaf], in block: Int) -> Heads.Meaning? {
    let form = labels.table.blocks[block]
    let candidates = leaves.map { leaf in
      entries(for: leaf).filter { entry in
        entry.block == block && agrees(leaf.path, with: form.columns[entry.column])
      }
    }
    var found = candidates.map { $0.count == 1 ? $0.first : nil }
    if found.contains(where: { $0 == nil }), let ordered = wholeOrder(candidates, of: form) {
      found = ordered
    }
    // The same head twice names neither column.
    let columns = found.map { $0?.column }
    let clean = columns.map { column in
      column.flatMap { value in columns.filter { $0 == value }.count == 1 ? value : nil }
    }
    let known = clean.compactMap { $0 }.count
    guard known > 0, known * 2 >= form.columns.count else { return nil }
    // A head cut short, such as 本年新 for 本年新制作数量, may be another's beginning as well.
    let isWhole = known == form.columns.count
    let isCut = zip(leaves, clean).contains { leaf, column in
      column.map { isBeginning(leaf, ofOtherThan: $0, in: form) } ?? false
    }
    guard isWhole || !isCut else { return nil }
    return Heads.Meaning(
      block: block, columns: clean, units: found.map { $0?.unit ?? .count })
  }

  private func isBeginning(_ leaf: Leaf, ofOtherThan column: Int, in block: FormBlock) -> Bool {
    let text = page.views[leaf.cell].text
    return block.columns.indices.contains { other in
      let head = FoldedText(block.columns[other].label.text.chinese)
      return other != column && head.count > text.count && head.matches(text, at: 0)
    }
  }

  /// Whether the heads above a label are those of the column, as far as they are known.
  private func agrees(_ path: [FoldedText], with column: FormColumn) -> Bool {
    path.allSatisfy { head in
      !labels.upperHeads.contains(head)
        || column.heads.contains { $0.wordings.contains { FoldedText($0) == head } }
    }
  }

  /// Labels that come several times (总计 in table 4) without the heads above them: all labels of
  /// the block in the order of the form leave no doubt.
  private func wholeOrder(
    _ candidates: [[TableLabels.ColumnEntry]], of block: FormBlock
  ) -> [TableLabels.ColumnEntry?]? {
    guard candidates.count == block.columns.count else { return nil }
    let ordered = candidates.enumerated().map { index, entries in
      entries.first { $0.column == index }
    }
    return ordered.contains { $0 == nil } ? nil : ordered
  }

  private func isKnownHead(_ cell: Int) -> Bool {
    let text = page.views[cell].text
    return labels.columns[text] != nil || labels.upperHeads.contains(text)
  }

  // MARK: By their order

  /// Heads of a grid that lost its spans stand over the wrong columns, but still in order.
  private func byOrder() -> Heads? {
    var text = FoldedText()
    var ends: Set<Int> = []
    var previous = FoldedText()
    var place: Place?
    for row in rows {
      let cells = page.cells(inRow: row).filter { !page.views[$0].isBlank }
      if cells.count == 1, !isKnownHead(cells[0]) { continue }
      for cell in cells {
        let view = page.views[cell]
        // A span may have been replaced by repeating its text.
        if isCorner(cell) || view.text == previous { continue }
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
