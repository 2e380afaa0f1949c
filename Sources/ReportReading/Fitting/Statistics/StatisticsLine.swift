import ReportModel

/// A row of a statistics table as it stands on a page; which row of the form it is is settled later.
struct StatisticsLine: Sendable {
  /// Without 其中; `nil` where the row has no label.
  var label: Label?
  /// The label as printed.
  var seen = ""
  /// Labels left of it in the same row.
  var groups: [Label] = []
  /// What stands in the column of units; empty where nothing does, `nil` where there is no such
  /// column.
  var unit: String?
  var figures: [PrintedFigure] = []
  var fault: ReadingProblem.Kind?
  let region: Int
  let place: Place

  /// Whether it shows no number, as the lines of groups do.
  var hasNoNumbers: Bool {
    figures.allSatisfy { figure in
      var parser = FigureParser(figure.text)
      switch parser.parse() {
      case .blank, .dash: return !figure.isOpaque
      case .number, .text: return false
      }
    }
  }
}

/// The heads of a statistics table on a page.
struct StatisticsHeads: Sendable {
  /// From left to right.
  let columns: [StatisticsColumn]
  let place: Place

  func asHeads(units: [MeasureUnit], of labels: StatisticsLabels) -> Heads {
    Heads(
      meanings: [
        Heads.Meaning(block: 0, columns: columns.map { $0.column }, units: units)
      ],
      count: columns.count, spans: [], hasUnknown: false, isRepeated: false,
      isWhole: columns.count == labels.columnCount, place: place)
  }
}
