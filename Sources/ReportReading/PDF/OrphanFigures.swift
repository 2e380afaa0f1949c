/// Figures on a line of their own beside no label: perhaps the rest of a number that did not fit
/// into its cell. Nothing can be read then from the places above and below.
enum OrphanFigures {
  /// The furthest that the second line of a cell stands from the first, in heights.
  private static let widestLeading = 1.7

  /// - Returns: for each row the columns whose cell is not clear.
  static func unclearPlaces(
    _ rows: [FigureRow], hasLabel: [Bool], columns: SegmentColumns
  ) -> [Set<Int>] {
    var unclear = rows.map { _ in Set<Int>() }
    for (index, row) in rows.enumerated() where !hasLabel[index] {
      let places = Set(row.figures.flatMap { columns.columns(under: $0.box).map(Array.init) ?? [] })
      for other in [index - 1, index + 1] where rows.indices.contains(other) {
        let neighbour = rows[other]
        let distance = abs(neighbour.middle - row.middle)
        let isClose = distance < widestLeading * max(row.height, neighbour.height)
        guard isClose || neighbour.page != row.page else { continue }
        guard hasLabel[other] || row.figures.count < neighbour.figures.count else { continue }
        unclear[other].formUnion(places)
      }
    }
    return unclear
  }
}
