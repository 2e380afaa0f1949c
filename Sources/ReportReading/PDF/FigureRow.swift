/// Figures that stand side by side on one line of a page.
struct FigureRow: Sendable {
  /// From left to right.
  let figures: [TextRun]
  /// Asked for again and again for each row, so worked out once.
  let middle: Double
  let height: Double

  /// - Parameter figures: one at least.
  init(figures: [TextRun]) {
    self.figures = figures
    middle = figures.reduce(0) { $0 + $1.box.middle } / Double(figures.count)
    height = figures.map(\.box.height).min() ?? 0
  }

  var left: Double { figures[0].box.left }
  var page: Int { figures[0].page }

  /// Whether a run stands on the row's line.
  func isLevel(with box: Box) -> Bool {
    abs(box.middle - middle) < 0.35 * min(height, box.height)
  }

  /// The rows of all figures, downwards.
  static func all(of runs: [TextRun]) -> [FigureRow] {
    let figures = runs.filter(\.isFigure).sorted {
      ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left)
    }
    var rows: [FigureRow] = []
    var open: [TextRun] = []
    for figure in figures {
      if let first = open.first, !first.box.sharesLine(with: figure.box) {
        rows.append(FigureRow(figures: open.sorted { $0.box.left < $1.box.left }))
        open = []
      }
      open.append(figure)
    }
    if !open.isEmpty { rows.append(FigureRow(figures: open.sorted { $0.box.left < $1.box.left })) }
    return rows
  }
}
