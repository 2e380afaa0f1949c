import ReportModel

/// Reads the rows of a statistics table from a grid.
struct StatisticsGrid {
  /// What the columns of a grid are.
  struct Columns: Sendable {
    let heads: StatisticsHeads
    /// Grid columns of the labels; those left of them number the rows.
    let labels: Range<Int>
    let units: Range<Int>?
    /// One a head.
    let figures: [Range<Int>]
    /// How many cells a row has where no cell spans others.
    let cellCount: Int
    /// Whether a column stands beside those of the form, such as remarks.
    let hasRemarks: Bool
    let width: Int
  }

  private static let numbers = ["序号", "编号", "代码", "行次"].map { FoldedText($0) }
  private static let remarks = ["备注", "说明"].map { FoldedText($0) }

  private let page: LabelledGrid
  private let labels: StatisticsLabels
  private var columns: Columns?
  private var resolver: StatisticsResolver
  private(set) var years: Set<Int> = []

  /// - Parameter carried: the columns of the grid before, for a table that a page break has cut.
  /// - Returns: the rows, the years that the heads name, and the columns that a grid after this one
  ///   may go on with.
  static func read(
    _ page: LabelledGrid, labels: StatisticsLabels, carried: Columns?
  ) -> (readings: [RowReading], years: Set<Int>, columns: Columns?) {
    var grid = StatisticsGrid(page: page, labels: labels, carried: carried)
    var row = 0
    while row < page.grid.rowCount { row += grid.take(row) }
    return (grid.resolver.readings, grid.years, grid.columns)
  }

  private init(page: LabelledGrid, labels: StatisticsLabels, carried: Columns?) {
    self.page = page
    self.labels = labels
    columns = carried.flatMap { $0.width == page.grid.columnCount ? $0 : nil }
    resolver = StatisticsResolver(labels, stretch: page.grid.number, isOrdered: false)
  }

  /// - Returns: how many rows of the grid were taken.
  private mutating func take(_ row: Int) -> Int {
    let cells = page.cells(inRow: row)
    if cells.contains(where: { page.grid.cells[$0].row == row && isRowHead($0) }) {
      resolver.interrupt()
      for depth in 1...2 {
        guard let found = findColumns(row..<(row + depth)) else { continue }
        columns = found
        years.formUnion(found.heads.columns.compactMap(\.year))
        return depth
      }
      columns = nil
      return 1
    }
    if let columns { takeRow(row, cells, columns) }
    return 1
  }

  private func isRowHead(_ cell: Int) -> Bool {
    let text = page.grid.cells[cell].text
    return labels.mayBeRowHead(text) && labels.isRowHead(FoldedText(text))
  }

  // MARK: Heads

  private struct Head {
    let cells: [Int]
    let text: FoldedText
    var columns: Range<Int>
  }

  private func heads(_ rows: Range<Int>) -> [Head]? {
    var heads: [Head] = []
    for column in 0..<page.grid.columnCount {
      var cells: [Int] = []
      for row in rows {
        guard let cell = page.grid.cell(row: row, column: column), cells.last != cell else {
          continue
        }
        let found = page.grid.cells[cell]
        // What reaches in from above or out below is over other rows as well.
        guard found.row >= rows.lowerBound, found.row + found.rowSpan <= rows.upperBound,
          !found.isOpaque
        else { return nil }
        cells.append(cell)
      }
      // A row that lost its spans ends early.
      if cells.isEmpty, page.grid.isSpanless { break }
      var text = FoldedText()
      for cell in cells { text.append(FoldedText(page.grid.cells[cell].text)) }
      if let previous = heads.last, previous.columns.upperBound == column,
        previous.cells == cells || (previous.text == text && labels.isRowHead(text))
          || (text.isEmpty && labels.isRowHead(previous.text))
      {
        // A span over the labels may have been replaced by empty or repeated cells.
        heads[heads.count - 1].columns = previous.columns.lowerBound..<(column + 1)
      } else {
        heads.append(Head(cells: cells, text: text, columns: column..<(column + 1)))
      }
    }
    return heads
  }

  private func findColumns(_ rows: Range<Int>) -> Columns? {
    guard rows.upperBound <= page.grid.rowCount, let heads = heads(rows) else { return nil }
    var labelColumns: Range<Int>?
    var unitColumns: Range<Int>?
    var found: [StatisticsColumn] = []
    var figures: [Range<Int>] = []
    var hasRemarks = false
    for (index, head) in heads.enumerated() {
      if labels.isRowHead(head.text), labelColumns == nil {
        labelColumns = head.columns
      } else if labels.isUnitHead(head.text), unitColumns == nil, labelColumns != nil,
        found.isEmpty
      {
        unitColumns = head.columns
      } else if let column = labels.column(head.text), labelColumns != nil,
        !found.contains(where: { $0.column == column.column })
      {
        found.append(column)
        figures.append(head.columns)
      } else if index == 0, Self.numbers.contains(head.text) {
        continue
      } else if index == heads.count - 1, Self.remarks.contains(head.text) {
        hasRemarks = true
      } else {
        return nil
      }
    }
    guard let labelColumns, !found.isEmpty,
      let place = heads.first(where: { $0.columns == labelColumns })?.cells.first
    else { return nil }
    return Columns(
      heads: StatisticsHeads(columns: found, place: page.grid.cells[place].place),
      labels: labelColumns, units: unitColumns, figures: figures,
      cellCount: page.cells(inRow: rows.lowerBound).count, hasRemarks: hasRemarks,
      width: page.grid.columnCount)
  }

  // MARK: Rows

  private mutating func takeRow(_ row: Int, _ cells: [Int], _ columns: Columns) {
    let grid = page.grid
    let printed = cells.filter { !page.views[$0].isBlank }
    guard let first = printed.first else { return }
    var line = StatisticsLine(region: page.regions[row], place: grid.cells[first].place)
    let label = StatisticsLabels.label(grid.cells[first].text)
    if printed.count == 1, cells.count == 1 || labels.candidates(for: label).isEmpty {
      // A group's label, or words about the table.
      resolver.interrupt()
      return
    }
    if grid.isSpanless, cells.count != columns.cellCount {
      fillByUnit(&line, cells, columns)
    } else {
      fillByColumns(&line, row, cells, columns)
    }
    resolver.take(line, under: columns.heads)
  }

  /// The cells stand under their heads.
  private func fillByColumns(
    _ line: inout StatisticsLine, _ row: Int, _ cells: [Int], _ columns: Columns
  ) {
    let grid = page.grid
    let own = cells.filter {
      !page.views[$0].isBlank && columns.labels.overlaps(grid.cells[$0].columns)
    }
    setLabel(&line, own)
    // A label that reaches over units or figures has pushed them aside.
    let isWide = own.contains { !columns.labels.contains(grid.cells[$0].columns) }
    line.fault = line.fault ?? (isWide ? .figureCount : nil)
    if let units = columns.units {
      let under = cells.filter { units.overlaps(grid.cells[$0].columns) }
      if under.count == 1, units.contains(grid.cells[under[0]].columns) {
        line.unit = grid.cells[under[0]].text
        if grid.cells[under[0]].isOpaque { line.fault = line.fault ?? .unitUnclear }
      } else {
        line.fault = line.fault ?? .figureCount
      }
    }
    for head in columns.figures {
      let under = cells.filter { head.overlaps(grid.cells[$0].columns) }
      guard under.count == 1, head.contains(grid.cells[under[0]].columns) else {
        line.fault = line.fault ?? .figureCount
        continue
      }
      add(under[0], to: &line)
    }
  }

  /// In a grid that lost its spans a row may have more cells left of its figures than the heads:
  /// its unit tells where they begin.
  private func fillByUnit(_ line: inout StatisticsLine, _ cells: [Int], _ columns: Columns) {
    let units = cells.indices.filter {
      labels.isCounter(page.views[cells[$0]].text)
    }
    guard columns.units != nil, !columns.hasRemarks, units.count == 1, let unit = units.first,
      cells.count - unit - 1 == columns.figures.count
    else {
      setLabel(&line, cells.filter { !page.views[$0].isFigure && !page.views[$0].isBlank })
      for cell in cells where page.views[cell].isFigure { add(cell, to: &line) }
      line.fault = .figureCount
      return
    }
    setLabel(&line, cells[..<unit].filter { !page.views[$0].isBlank })
    line.unit = page.grid.cells[cells[unit]].text
    for cell in cells[(unit + 1)...] { add(cell, to: &line) }
  }

  private func setLabel(_ line: inout StatisticsLine, _ cells: [Int]) {
    guard let last = cells.last else {
      line.fault = line.fault ?? .labelUnclear
      return
    }
    let cell = page.grid.cells[last]
    line.label = StatisticsLabels.label(cell.text)
    line.seen = cell.text
    line.groups = cells.dropLast().map { StatisticsLabels.label(page.grid.cells[$0].text) }
    if cell.rowSpan > 1 || cell.isOpaque { line.fault = line.fault ?? .labelUnclear }
  }

  private func add(_ cell: Int, to line: inout StatisticsLine) {
    let found = page.grid.cells[cell]
    if found.rowSpan > 1 { line.fault = line.fault ?? .figureCount }
    line.figures.append(
      PrintedFigure(text: found.text, isOpaque: found.isOpaque, place: found.place))
  }
}

extension Range where Bound == Int {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
