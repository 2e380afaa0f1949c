import ReportModel

/// A page as every format reader gives it: paragraphs and tables in reading order. What fits cells
/// to a form sees only this.
struct Document: Sendable {
  /// The title that the format itself carries, such as HTML's `<title>`; empty where there is none.
  var title = ""
  var blocks: [Block] = []

  enum Block: Sendable {
    case paragraph(Paragraph)
    case grid(Grid)
  }
}

/// A line or paragraph of text, white space collapsed and trimmed; never empty.
struct Paragraph: Sendable {
  let text: String
  /// Whether a reader of the page sees more, or other, than the text; see `GridCell.isOpaque`.
  var isUnclear = false
  let place: Place
}

/// A table with its spans expanded: every position of the grid knows the cell that covers it.
struct Grid: Sendable {
  /// In reading order, from 1.
  let number: Int
  let rowCount: Int
  let columnCount: Int
  let cells: [GridCell]
  /// Row by row; an index into `cells`, or -1 where the row ends early.
  let positions: [Int32]

  /// Whether no cell covers more than one position: then columns mean little, for a converter may
  /// have dropped the spans.
  let isSpanless: Bool

  /// Where each column stands across the page, for grids made from printed pages; `nil` for columns
  /// of labels. None in other grids.
  let columnExtents: [ClosedRange<Double>?]

  /// Whether the rows above the figures are printed lines: heads broken over lines are in pieces,
  /// and no column holds a head together.
  let headsAreInPieces: Bool

  /// - Parameter columnExtents: where the columns were found from where things stand on the page;
  ///   they then mean what they say, spans or not.
  init(
    number: Int, rowCount: Int, columnCount: Int, cells: [GridCell], positions: [Int32],
    columnExtents: [ClosedRange<Double>?] = [], headsAreInPieces: Bool = false
  ) {
    self.number = number
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.cells = cells
    self.positions = positions
    self.columnExtents = columnExtents
    self.headsAreInPieces = headsAreInPieces
    isSpanless =
      columnExtents.isEmpty && cells.allSatisfy { $0.rowSpan == 1 && $0.columnSpan == 1 }
  }

  /// The cell that covers a position, both from 0.
  func cell(row: Int, column: Int) -> Int? {
    let index = positions[row * columnCount + column]
    return index < 0 ? nil : Int(index)
  }
}

/// A cell where it begins.
struct GridCell: Sendable {
  /// Trimmed; line breaks inside the cell are line feeds.
  let text: String
  /// Of the top left position, from 0.
  let row: Int
  let column: Int
  /// As expanded, within the grid.
  let rowSpan: Int
  let columnSpan: Int
  /// Whether a reader of the page sees more, or other, than the text: a picture, a form field, a
  /// table, struck or raised characters. No figure can be read from such a cell.
  let isOpaque: Bool
  let place: Place

  var columns: Range<Int> { column..<(column + columnSpan) }
}
