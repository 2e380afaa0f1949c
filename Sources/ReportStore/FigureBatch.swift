import Panel
import ReportModel

/// Reports whose figures were fetched and are still to be put into a panel.
struct FigureBatch: Sendable {
  /// So many reports, or fewer.
  static let capacity = 1024

  /// One of them.
  struct Member: Sendable {
    let id: Int64
    /// In the panel.
    let place: Int
    /// The position of its layout in the panel's frame.
    let layout: Int
    /// Where its figures end in `texts`; they begin where those of the one before end.
    let textEnd: Int
    /// Where its irregular cells end; they begin where those of the one before end.
    let cellsEnd: Int
  }

  private(set) var members: [Member] = []
  private(set) var texts: [UInt8] = []
  private(set) var cells: [IrregularCell] = []

  init() {
    members.reserveCapacity(Self.capacity)
  }

  var isFull: Bool { members.count >= Self.capacity }

  mutating func append(_ cell: IrregularCell) { cells.append(cell) }

  /// Takes a report whose irregular cells have been appended.
  mutating func append(
    id: Int64, place: Int, layout: Int, figures: UnsafeRawBufferPointer
  ) {
    texts.append(contentsOf: figures)
    members.append(
      Member(
        id: id, place: place, layout: layout, textEnd: texts.count, cellsEnd: cells.count))
  }

  /// Puts the figures into their places.
  ///
  /// - Returns: those that are no small counts; or the report whose figures and irregular cells do
  ///   not fit its layout and each other.
  func fill(_ frame: PanelFrame) -> Result<[PanelFrame.Special], DamagedReport> {
    var specials: [PanelFrame.Special] = []
    var (textStart, cellsStart) = (0, 0)
    for member in members {
      let cells = cells[cellsStart..<member.cellsEnd]
      let isGood = texts.withUnsafeBytes { texts in
        Self.fill(
          frame.row(of: member.place, layout: member.layout), at: member.place,
          UnsafeRawBufferPointer(rebasing: texts[textStart..<member.textEnd]), cells, &specials)
      }
      guard isGood else { return .failure(DamagedReport(id: member.id)) }
      (textStart, cellsStart) = (member.textEnd, member.cellsEnd)
    }
    return .success(specials)
  }

  struct DamagedReport: Error {
    let id: Int64
  }

  private static func fill(
    _ row: FigureRow, at report: Int, _ text: UnsafeRawBufferPointer,
    _ cells: ArraySlice<IrregularCell>, _ specials: inout [PanelFrame.Special]
  ) -> Bool {
    // Figures that are no small counts, by their positions.
    var others: [(position: Int, figure: Quantity)] = []
    var empty = 0
    let count = FigureArray.read(text, into: row) { position, figure in
      guard let figure else {
        empty += 1
        return FigureRow.Mark.none
      }
      if let count = figure.count, FigureRow.isPlain(count) { return Int32(count) }
      others.append((position, figure))
      return FigureRow.Mark.special
    }
    guard count == row.count else { return false }
    var last = -1
    for cell in cells {
      guard cell.position > last, cell.position < row.count else { return false }
      last = cell.position
      let isEmpty = row[cell.position] == FigureRow.Mark.none
      guard isEmpty == (cell.status != .reported) else { return false }
      if isEmpty { empty -= 1 }
      let state = PanelColumn.State(cell.status)
      guard let unit = cell.unit else {
        if isEmpty { row[cell.position] = FigureRow.Mark.state(state) }
        continue
      }
      var value = Quantity.zero
      if let other = others.firstIndex(where: { $0.position == cell.position }) {
        value = others.remove(at: other).figure
      } else if !isEmpty {
        value = Quantity(Int64(row[cell.position]))
      }
      row[cell.position] = FigureRow.Mark.special
      specials.append(
        PanelFrame.Special(
          report: report, place: cell.position, state: state, value: value, unit: unit))
    }
    for (position, figure) in others {
      specials.append(
        PanelFrame.Special(
          report: report, place: position, state: .reported, value: figure, unit: nil))
    }
    // Whoever could not read a figure must have said why.
    return empty == 0
  }
}
