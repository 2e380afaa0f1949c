import ReportModel

/// Lays a segment out as a grid where places tell lines and labels, but no columns: a row has its
/// group's label, its own and its figures in their order, and the lines of the heads have their
/// pieces in theirs.
struct OrderedGrid {
  private struct Row {
    let top: Double
    let page: Int
    var cells: [(text: String, isOpaque: Bool)]
  }

  private let segment: TableSegment
  private let lines: LabelLines
  private let labels: [[TextRun]]
  private let isBare: [Bool]
  private let others: [TextRun]
  private var rows: [Row] = []

  /// - Parameter number: of the table in the document, from 1.
  static func grid(_ segment: TableSegment, number: Int) -> Grid {
    var maker = OrderedGrid(segment)
    maker.addHeads()
    maker.addRows()
    maker.addOtherLines()
    return maker.finish(number: number)
  }

  private init(_ segment: TableSegment) {
    self.segment = segment
    lines = LabelLines(segment.labels)
    let ordinal = OrdinalLabels(
      rows: segment.rows, lines: lines.rowLines, groups: lines.groupLines)
    if let ordinal {
      (labels, others) = (ordinal.labels, ordinal.others)
      isBare = labels.map(\.isEmpty)
    } else {
      let plain = RowLabels(rows: segment.rows, lines: lines.rowLines)
      (labels, others) = (plain.labels, plain.others)
      isBare = zip(plain.labels, plain.isDoubtful).map { $0.isEmpty || $1 }
    }
  }

  private mutating func addHeads() {
    var open: [TextRun] = []
    for run in segment.zone.sorted(by: {
      ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left)
    }) {
      if let first = open.first, !first.box.sharesLine(with: run.box) {
        rows.append(Self.line(open))
        open = []
      }
      open.append(run)
    }
    if !open.isEmpty { rows.append(Self.line(open)) }
  }

  private static func line(_ runs: [TextRun]) -> Row {
    let pieces = runs.sorted { $0.box.left < $1.box.left }.flatMap(\.words)
    return Row(
      top: runs[0].box.middle, page: runs[0].page,
      cells: pieces.map { (text: $0.text, isOpaque: false) })
  }

  private mutating func addRows() {
    let unclear = OrphanFigures.unclearRows(segment.rows, isBare: isBare)
    for (index, row) in segment.rows.enumerated() {
      var cells: [(text: String, isOpaque: Bool)] = []
      if !segment.labels.isEmpty {
        let group = lines.groupLines.filter { row.isLevel(with: $0.box) }
        if !group.isEmpty {
          cells.append((group.map(\.text).joined(separator: "\n"), false))
        }
        cells.append((labels[index].map(\.text).joined(separator: "\n"), false))
      }
      // Words among the figures: nobody can say which figure is whose.
      let isOpaque = unclear[index] || segment.remarks.contains { row.isLevel(with: $0.box) }
      cells += row.figures.map { (text: $0.text, isOpaque: isOpaque) }
      rows.append(Row(top: row.middle, page: row.page, cells: cells))
    }
  }

  private mutating func addOtherLines() {
    for line in others {
      rows.append(Row(top: line.box.middle, page: line.page, cells: [(line.text, false)]))
    }
    let ordered = rows.enumerated().sorted {
      ($0.element.top, $0.offset) < ($1.element.top, $1.offset)
    }
    rows = ordered.map(\.element)
  }

  private func finish(number: Int) -> Grid {
    let width = rows.map(\.cells.count).max() ?? 0
    var cells: [GridCell] = []
    var positions = [Int32](repeating: -1, count: rows.count * width)
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.cells.enumerated() {
        positions[index * width + column] = Int32(cells.count)
        cells.append(
          GridCell(
            text: cell.text, row: index, column: column, rowSpan: 1, columnSpan: 1,
            isOpaque: cell.isOpaque,
            place: Place(
              page: Int32(row.page), table: Int32(number), row: Int32(index + 1),
              column: Int32(column + 1))))
      }
    }
    return Grid(
      number: number, rowCount: rows.count, columnCount: width, cells: cells,
      positions: positions, headsAreInPieces: true)
  }
}
