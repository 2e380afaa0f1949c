/// Figures on a line of their own beside no label: perhaps the rest of a number that did not fit
/// into its cell. Nothing can be read then from the places above and below.
enum OrphanFigures {
  /// The furthest that the second line of a cell stands from the first, in heights.
  private static let widestLeading = 1.7

  /// The same where columns are known by the order of their figures only.
  ///
  /// - Parameter isBare: for each row whether no label is certainly its own.
  /// - Returns: for each row whether it is not clear.
  static func unclearRows(_ rows: [FigureRow], isBare: [Bool]) -> [Bool] {
    var unclear = rows.map { _ in false }
    for (index, row) in rows.enumerated() where isBare[index] {
      for other in [index - 1, index + 1] where rows.indices.contains(other) {
        let neighbour = rows[other]
        let distance = abs(neighbour.middle - row.middle)
        let isClose = distance < widestLeading * max(row.height, neighbour.height)
        guard isClose || neighbour.page != row.page else { continue }
        if row.figures.count < neighbour.figures.count { unclear[other] = true }
      }
    }
    return unclear
  }

  /// - Returns: for each row the columns whose cell is not clear.
  static func unclearPlaces(
    _ rows: [FigureRow], labels: RowLabels, columns: SegmentColumns
  ) -> [Set<Int>] {
    var unclear = rows.map { _ in Set<Int>() }
    for (index, row) in rows.enumerated() {
      let isBare = labels.labels[index].isEmpty
      // The second line of a group's label may stand beside the rest of a number.
      guard isBare || labels.isDoubtful[index] else { continue }
      let places = Set(row.figures.flatMap { columns.columns(under: $0.box).map(Array.init) ?? [] })
      for other in [index - 1, index + 1] where rows.indices.contains(other) {
        let neighbour = rows[other]
        let distance = abs(neighbour.middle - row.middle)
        let isClose = distance < widestLeading * max(row.height, neighbour.height)
        guard isClose || neighbour.page != row.page else { continue }
        let isBesideLabel = isBare && !labels.labels[other].isEmpty
        guard isBesideLabel || row.figures.count < neighbour.figures.count else { continue }
        unclear[other].formUnion(places)
        // Nor is it a row of its own then.
        unclear[index].formUnion(places)
      }
    }
    return unclear
  }
}
