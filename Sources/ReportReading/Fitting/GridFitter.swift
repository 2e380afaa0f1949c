import ReportModel

/// Reads the rows of a grid under the column heads of one form table.
///
/// It goes down the grid: rows without figures gather as heads, the first row with figures asks
/// what they mean, and each row with figures is then held against them.
struct GridFitter {
  private let labels: TableLabels
  private let page: LabelledGrid
  private var heads: Heads?
  /// Rows since the last row with figures.
  private var zone: [Int] = []
  private var readings: [RowReading] = []
  private var blankRow: Int?

  /// - Parameter carried: the heads of the table before, for a table that a page break has cut.
  /// - Returns: the rows, and the heads that a table after this one may go on with.
  static func read(
    _ page: LabelledGrid, labels: TableLabels, carried: Heads?
  ) -> (readings: [RowReading], heads: Heads?) {
    if carried == nil, hasNothing(page, of: labels) { return ([], nil) }
    var fitter = GridFitter(labels: labels, page: page, heads: carried)
    for row in 0..<page.grid.rowCount { fitter.take(row) }
    fitter.settleHeads()
    fitter.settleBlankRow()
    fitter.doubtOutnumberedRows()
    return (fitter.readings, fitter.heads)
  }

  /// Whether no row of the grid can be one of the table's, and no head one of its heads.
  private static func hasNothing(_ page: LabelledGrid, of labels: TableLabels) -> Bool {
    // Heads that lost their cells are known only together.
    guard page.tables.isDisjoint(with: labels.mark), !page.grid.isSpanless else { return false }
    // A row without a label is told by its figures where its heads are not recognised.
    guard let block = labels.unlabelledBlock else { return true }
    return page.grid.columnCount < labels.table.blocks[block].columns.count
  }

  private init(labels: TableLabels, page: LabelledGrid, heads: Heads?) {
    self.labels = labels
    self.page = page
    self.heads = heads.flatMap { Self.carried($0, to: page.grid) }
  }

  /// The heads of the table before, for the rows of this one. The columns of another table's grid
  /// say nothing about this one; on a printed page both stand at the same places.
  private static func carried(_ heads: Heads, to grid: Grid) -> Heads? {
    var spans: [Range<Int>] = []
    if !grid.columnExtents.isEmpty, !heads.extents.isEmpty {
      for head in heads.extents {
        let under = grid.columnExtents.indices.filter { index in
          grid.columnExtents[index].map(head.overlaps) ?? false
        }
        guard let first = under.first, let last = under.last else { return nil }
        spans.append(first..<(last + 1))
      }
    }
    return Heads(
      meanings: heads.meanings, count: heads.count, spans: spans, extents: heads.extents,
      hasUnknown: heads.hasUnknown, isRepeated: false, isWhole: heads.isWhole, place: heads.place)
  }

  private mutating func take(_ row: Int) {
    let cells = page.cells(inRow: row)
    let printed = cells.filter { !page.views[$0].isBlank }
    if printed.isEmpty {
      // A row of blank cells under the heads of a table whose rows have no labels may be its row.
      if labels.unlabelledBlock != nil, blankRow == nil { blankRow = row }
      return
    }
    if printed.count == 1, page.views[printed[0]].tables.contains(labels.mark),
      labels.headings.contains(page.views[printed[0]].text)
    {
      zone = []
      heads = nil
      return
    }
    let labelIndex = cells.indices.last { isRowLabel(at: $0, in: cells) }
    if let labelIndex {
      settleHeads()
      addRow(row, cells: cells, labelIndex: labelIndex)
    } else if let first = cells.firstIndex(where: { page.views[$0].isFigure }) {
      settleHeads()
      let label = cells[..<first].lastIndex { !page.views[$0].isBlank }
      addRow(row, cells: cells, labelIndex: label)
    } else {
      zone.append(row)
    }
  }

  /// Whether a cell is a row's label: a label of the form with something to its right that could
  /// be figures, and no heads there.
  private func isRowLabel(at index: Int, in cells: [Int]) -> Bool {
    let view = page.views[cells[index]]
    guard !view.isBlank, !view.isFigure, index + 1 < cells.count,
      view.tables.contains(labels.mark)
    else { return false }
    let entries = labels.rows(for: view.label)
    guard !entries.isEmpty else { return false }
    let right = cells[(index + 1)...].map { page.views[$0] }
    if right.contains(where: isHead) { return false }
    let isBare = view.label.ordinal == nil && entries.allSatisfy(\.isAlsoHead)
    return !isBare || right.contains { $0.isFigure }
  }

  private func isHead(_ view: LabelledGrid.CellView) -> Bool {
    !view.isBlank && !view.isFigure && view.tables.contains(labels.mark)
      && (labels.columns[view.text] != nil || labels.upperHeads[view.text] != nil)
  }

  private mutating func settleHeads() {
    defer { zone = [] }
    guard !zone.isEmpty else { return }
    if let found = GridHeads.find(in: page, rows: zone, labels: labels) {
      heads = found
      return
    }
    let keepsHeads = zone.allSatisfy { row in
      let cells = page.cells(inRow: row)
      return cells.count == 1 || cells.allSatisfy { isHarmless(page.views[$0]) }
        || standsBesideHeads(cells)
    }
    if !keepsHeads { heads = nil }
  }

  /// Whether all that a row prints stands left of the heads, where no head can be.
  private func standsBesideHeads(_ cells: [Int]) -> Bool {
    guard !page.grid.isSpanless, let first = heads?.spans.first else { return false }
    return cells.allSatisfy {
      page.views[$0].isBlank || page.grid.cells[$0].columns.upperBound <= first.lowerBound
    }
  }

  /// Whether a cell cannot be a column head: a group's label, the note, nothing.
  private func isHarmless(_ view: LabelledGrid.CellView) -> Bool {
    view.isBlank || view.isNote || labels.isGroup(view.label) || view.text == labels.title
  }

  /// Where some heads were not found and more rows have more figures than heads than have as many, it
  /// is the heads that are broken: a row that happens to be as short as they are lacks a cell, and
  /// nobody can say which.
  private mutating func doubtOutnumberedRows() {
    var balance: [Place: Int] = [:]
    for reading in readings {
      guard let heads = reading.heads, !heads.isWhole else { continue }
      if reading.fault == nil {
        balance[heads.place, default: 0] += 1
      } else if reading.fault == .figureCount, reading.figures.count > heads.count {
        balance[heads.place, default: 0] -= 1
      }
    }
    for index in readings.indices where readings[index].fault == nil {
      guard let heads = readings[index].heads, balance[heads.place, default: 0] < 0 else {
        continue
      }
      readings[index].fault = .headsUnclear
    }
  }

  private mutating func settleBlankRow() {
    guard let row = blankRow, let heads, readings.isEmpty else { return }
    let cells = page.cells(inRow: row)
    guard cells.count == heads.count else { return }
    addRow(row, cells: cells, labelIndex: nil)
  }

  private mutating func addRow(_ row: Int, cells: [Int], labelIndex: Int?) {
    let grid = page.grid
    var figures = Array(cells[((labelIndex ?? -1) + 1)...])
    let firstHead = heads?.spans.first?.lowerBound ?? 0
    // Blank cells between the label and the first head belong to the label's columns.
    while let first = figures.first, page.views[first].isBlank,
      grid.cells[first].columns.upperBound <= firstHead
    {
      figures.removeFirst()
    }
    let label = labelIndex.map { cells[$0] }
    var fault: ReadingProblem.Kind?
    if let heads {
      if let fitting = fit(figures, to: heads) {
        figures = fitting
      } else {
        fault = figures.count == heads.count ? .headsUnclear : .figureCount
      }
    }
    if figures.contains(where: { grid.cells[$0].rowSpan > 1 }) { fault = .figureCount }
    if let label, grid.cells[label].rowSpan > 1 || grid.cells[label].isOpaque {
      fault = .labelUnclear
    }
    if let label, isShifted(label: label, figures: figures) { fault = fault ?? .headsUnclear }
    let place = label.map { grid.cells[$0].place } ?? cells.first.map { grid.cells[$0].place }
    readings.append(
      RowReading(
        labels: label.map { [page.views[$0].label] } ?? [],
        seen: label.map { grid.cells[$0].text } ?? "",
        groups: cells[..<(labelIndex ?? 0)].filter { !page.views[$0].isBlank }
          .map { page.views[$0].label },
        heads: heads,
        figures: figures.map {
          PrintedFigure(
            text: grid.cells[$0].text, isOpaque: grid.cells[$0].isOpaque,
            place: grid.cells[$0].place)
        },
        fault: fault, stretch: grid.number, region: page.regions[row], isOrdered: false,
        place: place ?? Place(table: Int32(grid.number), row: Int32(row + 1))))
  }

  /// In a grid of empty cells in place of spans, a label that stands further right than the form has
  /// it may have pushed its figures along: the blank behind it is then no blank figure.
  private func isShifted(label: Int, figures: [Int]) -> Bool {
    guard page.grid.isSpanless, let first = figures.first, page.views[first].isBlank else {
      return false
    }
    let entries = labels.rows(for: page.views[label].label)
    let column = page.grid.cells[label].column
    return !entries.isEmpty && entries.allSatisfy { labels.row(at: $0.row).groups.count < column }
  }

  /// The row's figures, one a head, or `nil` where it cannot be said which is whose.
  ///
  /// As many figures as heads, each under its own: real pages have other spans in heads and rows,
  /// but a figure always overlaps its head. Where a converter dropped all spans, columns mean
  /// nothing and the exact number of figures behind the label must do.
  private func fit(_ figures: [Int], to heads: Heads) -> [Int]? {
    let grid = page.grid
    if figures.count == heads.count, heads.spans.count == heads.count {
      let overlap = zip(figures, heads.spans).allSatisfy {
        grid.cells[$0].columns.overlaps($1)
      }
      if overlap { return figures }
    }
    if heads.isRepeated, let single = withoutRepetitions(figures, heads) { return single }
    guard heads.spans.isEmpty || (grid.isSpanless && heads.isWhole) else { return nil }
    // Words among figures that stand under no head may be a label.
    guard figures.allSatisfy({ page.views[$0].isFigure || page.views[$0].isBlank }) else {
      return nil
    }
    if figures.count == heads.count { return figures }
    guard figures.count > heads.count else { return nil }
    // Cells added at one end in place of dropped spans: certain only where all else is printed.
    let blank = figures.map { page.views[$0].isBlank }
    let printed = figures.indices.filter { !blank[$0] }
    guard printed.count == heads.count, let first = printed.first, let last = printed.last,
      last - first + 1 == printed.count, first == 0 || last == figures.count - 1
    else { return nil }
    return Array(figures[first...last])
  }

  /// Where heads were repeated over the columns of their spans, so were the figures: one a head if
  /// all under it are the same.
  private func withoutRepetitions(_ figures: [Int], _ heads: Heads) -> [Int]? {
    let cells = page.grid.cells
    var single: [Int] = []
    var taken = 0
    for span in heads.spans {
      let under = figures[taken...].prefix { span.contains(cells[$0].column) }
      guard let first = under.first, under.allSatisfy({ cells[$0].text == cells[first].text })
      else { return nil }
      single.append(first)
      taken += under.count
    }
    return taken == figures.count ? single : nil
  }
}
