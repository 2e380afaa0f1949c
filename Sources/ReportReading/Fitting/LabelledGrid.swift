/// A grid whose cells are folded and classified once, for all forms to look at.
struct LabelledGrid: Sendable {
  struct CellView: Sendable {
    let label: Label
    /// With its ordinal.
    let text: FoldedText
    let isFigure: Bool
    var isBlank: Bool
    /// Whether it is the note printed over table 3.
    let isNote: Bool
    /// The tables that know it, as a label without its ordinal or as a head without its remark.
    let tables: KnownTables
  }

  let grid: Grid
  /// Of each row.
  let regions: [Int]
  /// Whether it may be the second part of the table before it.
  let goesOn: Bool
  /// The last short lines between the table before it and this one, without their ordinals.
  let captions: [FoldedText]
  let views: [CellView]
  /// The tables that know a cell.
  let tables: KnownTables
  private let rows: [[Int]]

  init(
    _ grid: Grid, regions: [Int], goesOn: Bool, captions: [FoldedText], texts: KnownTexts
  ) {
    self.grid = grid
    self.regions = regions
    self.goesOn = goesOn
    self.captions = captions
    views = grid.cells.map { cell in
      let isBlank = cell.text.isEmpty
      let isFigure = !isBlank && FigureReading.isFigureLike(cell.text)
      let (label, text) = Label.withWhole(isBlank || isFigure ? "" : cell.text)
      return CellView(
        label: label, text: text, isFigure: isFigure,
        isBlank: isBlank && !cell.isOpaque,
        isNote: text.count > 8 && text.contains(Self.noteBeginning),
        tables: text.isEmpty ? [] : Self.tables(of: cell.text, label, text, in: texts))
    }
    tables = views.reduce(into: []) { $0.formUnion($1.tables) }
    rows = (0..<grid.rowCount).map { Self.cells(inRow: $0, of: grid) }
  }

  private static func tables(
    of printed: String, _ label: Label, _ text: FoldedText, in texts: KnownTexts
  ) -> KnownTables {
    var tables = texts.tables(of: text)
    if label.ordinal != nil { tables.formUnion(texts.tables(of: label.text)) }
    if let bare = HeadRemark.removed(from: printed) {
      tables.formUnion(texts.tables(of: FoldedText(bare)))
    }
    return tables
  }

  /// The tables that know a cell of a row.
  func tables(inRow row: Int) -> KnownTables {
    rows[row].reduce(into: []) { $0.formUnion(views[$1].tables) }
  }

  private static let noteBeginning = FoldedText("勾稽关系")

  /// The cells of a row from left to right, each once; those that reach in from above included.
  func cells(inRow row: Int) -> [Int] { rows[row] }

  private static func cells(inRow row: Int, of grid: Grid) -> [Int] {
    var cells: [Int] = []
    for column in 0..<grid.columnCount {
      if let cell = grid.cell(row: row, column: column), cells.last != cell { cells.append(cell) }
    }
    return cells
  }
}
