import ReportModel

/// Lays a comparison by body and year out with the years across.
struct TrendTable {
  private let comparison: Comparison
  private let years: [Int]

  /// - Parameter comparison: by body, then year.
  init(_ comparison: Comparison) {
    self.comparison = comparison
    let found = comparison.grid.keys.compactMap(\.last)
    years = if let first = found.min(), let last = found.max() { Array(first...last) } else { [] }
  }

  func table() throws(AnalysisError) -> ResultTable {
    try checkUnits()
    var columns = comparison.columns
    var values = comparison.values
    let rowOf = Dictionary(
      comparison.grid.keys.enumerated().map { (Array($1), $0) },
      uniquingKeysWith: { first, _ in first })
    var rows: [[ResultValue]] = []
    for body in bodies {
      let positions = years.map { rowOf[[body, $0]] }
      for column in columns.indices {
        let shown = positions.map { row in row.map { comparison.values[column][$0] } }
        let change = try change(&columns[column], rows: positions.compactMap(\.self))
        values[column].append(change)
        let figures = shown.map { $0?.result ?? .missing }
        let line = Sparkline.text(shown.map { $0?.number })
        rows.append(
          [.text(comparison.context.panel.bodies[body]), label(column), .text(line)] + figures
            + [change.result])
      }
    }
    let kind = ColumnHeading.kind(measure: .count, unit: comparison.units[0])
    let change = ColumnHeading.overallChange(kind == .share ? .points : kind)
    return ResultTable(
      columns: [ColumnHeading.body, ColumnHeading.indicator, ColumnHeading.trend]
        + years.map { ColumnHeading.ofYear($0, kind: kind) } + [change],
      rows: rows, footnotes: comparison.footnotes(columns, values: values),
      notes: comparison.notes)
  }

  private func checkUnits() throws(AnalysisError) {
    let (units, indicators) = (comparison.units, comparison.indicators)
    for column in units.indices.dropFirst() where units[column] != units[0] {
      throw .unitsDiffer(indicators[0].code, units[0], indicators[column].code, units[column])
    }
  }

  /// The places of the bodies that have reports, ascending.
  private var bodies: [Int] {
    var bodies: [Int] = []
    for body in comparison.grid.keys.compactMap(\.first) where body != bodies.last {
      bodies.append(body)
    }
    return bodies
  }

  private func label(_ column: Int) -> ResultValue {
    let indicator = comparison.indicators[column]
    return .term(
      indicator.code.text,
      ColumnHeading.title(
        of: indicator, applicant: comparison.query.applicant))
  }

  /// From the first value to the last; missing where there are not two.
  private func change(
    _ column: inout ColumnValues, rows: [Int]
  ) throws(AnalysisError) -> ShownValue {
    let known = rows.filter { column.figures[$0].number != nil }
    guard let first = known.first, let last = known.last, first != last,
      let before = column.figures[first].number, let this = column.figures[last].number
    else { return ShownValue() }
    let flags = column.flags(setting: last, against: first)
    guard !flags.contains(.seriesBreak), column.unit != .unstatedMoney else {
      return ShownValue(number: nil, flags: flags)
    }
    guard let change = this.subtracting(before) else {
      throw .outOfRange(comparison.indicators[column.column].code)
    }
    return ShownValue(number: change, flags: flags)
  }
}
