import Panel
import ReportModel

/// Lays a comparison out as a table.
struct ComparisonTable {
  private let comparison: Comparison
  private let bodies: [String]

  init(_ comparison: Comparison) {
    self.comparison = comparison
    bodies = comparison.context.panel.bodies
  }

  var table: ResultTable {
    let isLong = comparison.dimensions.contains(.indicator)
    let valueColumns = isLong ? [longColumn] : wideColumns
    return ResultTable(
      columns: comparison.dimensions.map(ColumnHeading.of) + valueColumns + reportColumns,
      rows: isLong ? longRows.map(\.row) : wideRows,
      footnotes: comparison.footnotes(comparison.columns, values: comparison.values),
      notes: comparison.notes, chart: chart(valueColumns))
  }

  // MARK: Columns

  private var wideColumns: [ResultColumn] {
    comparison.indicators.indices.map {
      ColumnHeading.values(
        of: comparison.indicators[$0], applicant: comparison.query.applicant,
        measure: comparison.query.measure, over: comparison.dimensions,
        unit: comparison.units[$0])
    }
  }

  private var longColumn: ResultColumn {
    ColumnHeading.values(
      measure: comparison.query.measure, over: comparison.dimensions, unit: comparison.units[0])
  }

  /// Whether a row has one value: of several, each may rest on other reports.
  private var hasOneValue: Bool {
    comparison.dimensions.contains(.indicator) || comparison.indicators.count == 1
  }

  private var reportColumns: [ResultColumn] {
    guard hasOneValue else { return [ColumnHeading.reportsSelected(besideReports: false)] }
    return [ColumnHeading.reports, ColumnHeading.reportsSelected(besideReports: true)]
      + (countsBodies ? [ColumnHeading.bodies] : [])
  }

  /// Whether a row takes several reports of one body together, so that their number does not say how
  /// many bodies stand behind it.
  private var countsBodies: Bool {
    !comparison.dimensions.contains(.year) && !comparison.dimensions.contains(.body)
  }

  // MARK: Rows

  private var wideRows: [[ResultValue]] {
    comparison.grid.keys.indices.map { row in
      let tallies = comparison.grid.tallies.map { $0[row] }
      let read = hasOneValue ? [ResultValue.count(tallies[0].read)] : []
      return labels(row, indicator: nil) + comparison.values.map { $0[row].result } + read
        + [.count(tallies.map(\.reports).max() ?? 0)]
        + (countsBodies && hasOneValue ? [.count(tallies[0].bodiesRead)] : [])
    }
  }

  /// A row of the long form with the column and the row of the grid that its value comes from.
  private struct LongRow {
    let key: [Int]
    let column: Int
    let gridRow: Int
    let row: [ResultValue]
  }

  private var longRows: [LongRow] {
    guard let position = comparison.dimensions.firstIndex(of: .indicator) else { return [] }
    var keyed: [LongRow] = []
    for (column, tallies) in comparison.grid.tallies.enumerated() {
      for (row, key) in comparison.grid.keys.enumerated() where tallies[row].reports > 0 {
        var full = Array(key)
        full.insert(column, at: position)
        keyed.append(
          LongRow(
            key: full, column: column, gridRow: row,
            row: labels(row, indicator: column) + [
              comparison.values[column][row].result, .count(tallies[row].read),
              .count(tallies[row].reports),
            ] + (countsBodies ? [.count(tallies[row].bodiesRead)] : [])))
      }
    }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  private func labels(_ row: Int, indicator: Int?) -> [ResultValue] {
    let grid = comparison.grid
    return comparison.dimensions.map { dimension in
      if dimension == .indicator {
        return indicator.map {
          let this = comparison.indicators[$0]
          return .term(
            this.code.text,
            ColumnHeading.title(
              of: this, applicant: comparison.query.applicant))
        } ?? .missing
      }
      let number = grid.dimensions.firstIndex(of: dimension).map { grid.keys[row][$0] } ?? 0
      return label(number, of: dimension)
    }
  }

  private func label(_ number: Int, of dimension: Dimension) -> ResultValue {
    switch dimension {
    case .year: return .count(number)
    case .body: return .text(bodies[number])
    case .applicant:
      let applicant = Applicant.allCases.first { $0.position == number } ?? .total
      return .term(applicant.rawValue, applicant.label)
    case .form:
      let contents = comparison.context.contents
      // The page lacks the table.
      guard number < contents.order.count else { return .missing }
      let form = contents.order[number]
      return .term(form, contents.title(form))
    case .attribute(let attribute):
      return comparison.attributes[attribute]?.label(number) ?? .missing
    case .indicator: return .missing
    }
  }

  // MARK: Chart

  /// A chart needs one column of values: several indicators side by side have none.
  private func chart(_ valueColumns: [ResultColumn]) -> ChartHint? {
    guard valueColumns.count == 1, let values = valueColumns.first else { return nil }
    let dimensions = comparison.dimensions
    guard let x = dimensions.contains(.year) ? .year : dimensions.first else { return nil }
    let titles = comparison.indicators.map {
      ColumnHeading.title(
        of: $0, applicant: comparison.query.applicant, measure: comparison.query.measure,
        over: dimensions)
    }
    return ChartHint(
      mark: x == .year ? .line : .bar, x: x.name, y: values.name,
      series: dimensions.filter { $0 != x }.map(\.name),
      title: LocalizedText(
        chinese: titles.map(\.chinese).joined(separator: "、"),
        english: titles.map(\.english).joined(separator: "; ")),
      stretches: x == .year ? stretches : [])
  }

  /// For each row of the table, how many breaks lie before its value in its series.
  private var stretches: [Int] {
    let places =
      comparison.dimensions.contains(.indicator)
      ? longRows.map { ($0.column, $0.gridRow) } : comparison.grid.keys.indices.map { (0, $0) }
    let years = YearRows(comparison.grid)
    let numbers = places.map { column, row in
      let shown = (years.rowsBefore(row) + [row]).filter {
        comparison.values[column][$0].number != nil
      }
      return zip(shown, shown.dropFirst()).count { earlier, later in
        comparison.columns[column].isBroken(across: [earlier, later])
      }
    }
    return numbers.contains { $0 > 0 } ? numbers : []
  }
}
