import ReportModel

/// The heads of a block as text gives them: level by level, each from left to right. Where all of
/// them stand there in this order, the figures below are known to be in the order of the form.
struct HeadOrder: Sendable {
  private struct Element: Sendable {
    /// Longest first.
    let wordings: [(text: FoldedText, unit: MeasureUnit)]
    /// The column, for its own label; `nil` for a head above several.
    let column: Int?
  }

  private let elements: [Element]
  let columnCount: Int

  init(_ block: FormBlock) {
    columnCount = block.columns.count
    var elements: [Element] = []
    let depth = block.columns.map(\.heads.count).max() ?? 0
    for level in 0...depth {
      var previous: [FormLabel] = []
      for (index, column) in block.columns.enumerated() {
        let path = Array(column.heads.prefix(level + 1))
        if column.heads.count == level {
          elements.append(
            Element(
              wordings: HeadWording.all(of: column).map { (text: $0.0, unit: $0.1) }
                .sorted { $0.text.count > $1.text.count },
              column: index))
        } else if column.heads.count > level, path != previous {
          elements.append(
            Element(
              wordings: column.heads[level].wordings.map { (FoldedText($0), .count) }, column: nil))
        }
        previous = path
      }
    }
    self.elements = elements
  }

  /// Where the heads end in the text and the units that they state, or `nil` where they do not
  /// stand there in full. Heads over several columns may be left out.
  ///
  /// - Parameter ends: whether something may end at a position of the text.
  func match(
    in text: FoldedText, at start: Int, ends: (Int) -> Bool
  ) -> (end: Int, units: [MeasureUnit])? {
    var position = start
    var units: [MeasureUnit] = []
    for element in elements {
      let found = element.wordings.first { text.matches($0.text, at: position) }
      guard let found else {
        if element.column == nil { continue }
        return nil
      }
      position += found.text.count
      if element.column != nil { units.append(found.unit) }
    }
    return ends(position) ? (position, columnUnits(units)) : nil
  }

  /// From the order of the text to the order of the columns.
  private func columnUnits(_ units: [MeasureUnit]) -> [MeasureUnit] {
    let order = elements.compactMap(\.column)
    var byColumn = [MeasureUnit](repeating: .count, count: columnCount)
    for (column, unit) in zip(order, units) { byColumn[column] = unit }
    return byColumn
  }
}
