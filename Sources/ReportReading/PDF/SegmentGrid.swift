import ReportModel

/// Lays a segment out as a grid: two columns of labels, of groups and of rows, then one column for
/// each column of figures. A place under a head with nothing printed is a blank cell.
struct SegmentGrid {
  private struct Row {
    let top: Double
    let page: Int
    var cells: [Draft]
  }

  private struct Draft {
    var text: String
    let column: Int
    var columnSpan = 1
    var isOpaque = false
    var page: Int?
  }

  /// The columns left of the figures.
  private static let labelColumns = 2

  private let segment: TableSegment
  private let columns: SegmentColumns
  private let lines: LabelLines
  private let labels: RowLabels
  /// For each row the label that ordinals give it where places do not.
  private let byOrdinal: [[TextRun]]
  private var rows: [Row] = []

  /// - Parameter number: of the table in the document, from 1.
  static func grid(_ segment: TableSegment, number: Int) -> Grid {
    var maker = SegmentGrid(segment)
    maker.addHeads()
    maker.addRows()
    maker.addOtherLines()
    return maker.finish(number: number)
  }

  private init(_ segment: TableSegment) {
    self.segment = segment
    columns = SegmentColumns(segment)
    lines = LabelLines(segment.labels)
    labels = RowLabels(rows: segment.rows, lines: lines.rowLines)
    let ordinal = OrdinalLabels(
      rows: segment.rows, lines: lines.rowLines, groups: lines.groupLines)
    byOrdinal = ordinal?.labels ?? segment.rows.map { _ in [] }
  }

  private var width: Int { Self.labelColumns + columns.extents.count }

  // MARK: Heads

  private mutating func addHeads() {
    // How far an upper head reaches cannot be seen without the table's rules: only the lowest heads
    // are taken, and all else stands beside them, as the corner over the labels and the note do.
    let lowest = columns.heads.filter { head in
      !columns.heads.contains {
        $0.columns.overlaps(head.columns) && $0.box.middle > head.box.middle
      }
    }
    let headOrders = Set(lowest.flatMap { $0.lines.flatMap(\.words).map(\.order) })
    let aside = segment.zone.filter { run in
      !run.words.contains { headOrders.contains($0.order) }
    }
    var levels: [(top: Double, page: Int, cells: [Draft])] = []
    for head in lowest {
      let draft = Draft(
        text: head.lines.map(\.text).joined(separator: "\n"),
        column: Self.labelColumns + head.columns.lowerBound, columnSpan: head.columns.count,
        page: head.lines[0].page)
      let isLevel = { (level: (top: Double, page: Int, cells: [Draft])) in
        abs(level.top - head.lines[0].box.middle) < head.lines[0].box.height / 2
          && !level.cells.contains {
            $0.column < draft.column + draft.columnSpan
              && draft.column < $0.column + $0.columnSpan
          }
      }
      if let level = levels.lastIndex(where: isLevel) {
        levels[level].cells.append(draft)
      } else {
        levels.append((head.lines[0].box.middle, head.lines[0].page, [draft]))
      }
    }
    for run in aside {
      rows.append(
        Row(
          top: run.box.middle, page: run.page,
          cells: [Draft(text: run.text, column: 0, columnSpan: Self.labelColumns)]))
    }
    for level in levels {
      rows.append(Row(top: level.top, page: level.page, cells: filled(level.cells)))
    }
  }

  /// A row of heads with blank cells wherever none stands.
  private func filled(_ cells: [Draft]) -> [Draft] {
    var all = cells
    for column in 0..<width
    where !cells.contains(where: { ($0.column..<($0.column + $0.columnSpan)).contains(column) }) {
      all.append(Draft(text: "", column: column))
    }
    return all.sorted { $0.column < $1.column }
  }

  // MARK: Rows

  private mutating func addRows() {
    let unclear = OrphanFigures.unclearPlaces(segment.rows, labels: labels, columns: columns)
    let doubled = doubledColumns()
    let hasLabels = !segment.labels.isEmpty
    for (index, row) in segment.rows.enumerated() {
      var cells: [Draft] = []
      let beside = lines.groupLines.filter { row.isLevel(with: $0.box) }
      let group = beside.map(\.text).joined(separator: "\n")
      let isCertain = !labels.labels[index].isEmpty && !labels.isDoubtful[index]
      let own = isCertain || byOrdinal[index].isEmpty ? labels.labels[index] : byOrdinal[index]
      let label = own.map(\.text).joined(separator: "\n")
      if hasLabels {
        if !group.isEmpty { cells.append(Draft(text: group, column: 0)) }
        cells.append(
          Draft(
            text: label, column: group.isEmpty ? 0 : 1,
            columnSpan: group.isEmpty ? Self.labelColumns : 1))
      }
      cells += figures(of: row, unclear: unclear[index].union(doubled))
      rows.append(Row(top: row.middle, page: row.page, cells: cells))
    }
  }

  /// Columns in which two figures stand side by side somewhere: perhaps two columns that a figure
  /// reaching over both has made one.
  private func doubledColumns() -> Set<Int> {
    var doubled: Set<Int> = []
    for row in segment.rows {
      var seen: Set<Int> = []
      for figure in row.figures {
        for column in columns.columns(under: figure.box).map(Array.init) ?? []
        where !seen.insert(column).inserted {
          doubled.insert(column)
        }
      }
    }
    return doubled
  }

  private func figures(of row: FigureRow, unclear: Set<Int>) -> [Draft] {
    var cells = columns.extents.indices.map { column in
      Draft(
        text: "", column: Self.labelColumns + column, isOpaque: unclear.contains(column))
    }
    let remarks = segment.remarks.filter { row.isLevel(with: $0.box) }
    var isUnclear = false
    for run in (row.figures + remarks).sorted(by: { $0.box.left < $1.box.left }) {
      guard let under = columns.columns(under: run.box), under.count == 1 else {
        isUnclear = true
        continue
      }
      let column = under.lowerBound
      if cells[column].text.isEmpty {
        cells[column].text = run.text
      } else {
        // Two figures in one place: perhaps one figure torn apart, perhaps one too many.
        cells[column].text += " " + run.text
        cells[column].isOpaque = true
      }
    }
    // Figures that nearly touch may be one, or end in a neighbour's place.
    for (left, right) in zip(row.figures, row.figures.dropFirst())
    where right.box.left - left.box.right < 0.3 * min(left.box.height, right.box.height) {
      for run in [left, right] {
        for column in columns.columns(under: run.box).map(Array.init) ?? [] {
          cells[column].isOpaque = true
        }
      }
    }
    if isUnclear { for column in cells.indices { cells[column].isOpaque = true } }
    return cells
  }

  // MARK: Lines without figures

  private mutating func addOtherLines() {
    let isWhole = labels.labels.allSatisfy { !$0.isEmpty }
    var blocks: [[TextRun]] = []
    for line in labels.others.sorted(by: {
      ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left)
    }) {
      if let last = blocks.last?.last, last.page == line.page,
        last.box.sharesColumn(with: line.box),
        line.box.top - last.box.bottom < 0.5 * line.box.height
      {
        blocks[blocks.count - 1].append(line)
      } else {
        blocks.append([line])
      }
    }
    for block in blocks {
      let box = block.dropFirst().reduce(block[0].box) { $0.union($1.box) }
      var cells = [
        Draft(
          text: block.map(\.text).joined(separator: "\n"), column: 0,
          columnSpan: Self.labelColumns)
      ]
      // Where every figure has its row, a label without figures is that of a row of blank cells.
      let isGroup = lines.rowLines.contains { other in
        other.box.left >= box.right - 1 && abs(other.box.middle - box.middle) < 5 * box.height
      }
      if isWhole, !isGroup {
        for column in columns.extents.indices {
          cells.append(Draft(text: "", column: Self.labelColumns + column))
        }
      }
      rows.append(Row(top: box.middle, page: block[0].page, cells: cells))
    }
    let ordered = rows.enumerated().sorted {
      ($0.element.top, $0.offset) < ($1.element.top, $1.offset)
    }
    rows = ordered.map(\.element)
  }

  private func finish(number: Int) -> Grid {
    var cells: [GridCell] = []
    var positions = [Int32](repeating: -1, count: rows.count * width)
    for (index, row) in rows.enumerated() {
      for draft in row.cells {
        for column in draft.column..<(draft.column + draft.columnSpan) {
          positions[index * width + column] = Int32(cells.count)
        }
        cells.append(
          GridCell(
            text: draft.text, row: index, column: draft.column, rowSpan: 1,
            columnSpan: draft.columnSpan, isOpaque: draft.isOpaque,
            place: Place(
              page: Int32(draft.page ?? row.page), table: Int32(number), row: Int32(index + 1),
              column: Int32(draft.column + 1))))
      }
    }
    return Grid(
      number: number, rowCount: rows.count, columnCount: width, cells: cells,
      positions: positions,
      columnExtents: [ClosedRange<Double>?](repeating: nil, count: Self.labelColumns)
        + columns.extents.map { $0.left...$0.right })
  }
}
