import ReportModel

/// Turns figures into what the query's measure asks for. Measures are worked out from the values
/// that the same comparison shows as `count`, so a reader can recompute them from that table.
struct MeasureValues {
  let measure: Measure
  let grid: Grid
  /// The values of each body, for percentiles.
  var ofBodies: BodyValues?

  /// - Parameter columns: gathers what has to be noted.
  /// - Returns: `[column][row]`.
  func values(
    _ columns: inout [ColumnValues], sharedOver scope: ShareScope
  ) throws(AnalysisError) -> [[ShownValue]] {
    switch measure {
    case .count:
      return columns.map(\.figures)
    case .share:
      return try ShareValues(grid: grid, scope: scope).values(&columns)
    case .percentile(let percent):
      return columns.indices.map { column in
        grid.keys.indices.map { row in
          let figure = columns[column].figures[row]
          guard figure.number != nil else { return figure }
          let values = ofBodies?.values(column: column, key: Array(grid.keys[row])) ?? []
          return ShownValue(
            number: Distribution(values).percentile(percent), flags: figure.flags)
        }
      }
    case .change, .growth, .index:
      let years = YearRows(grid)
      var result: [[ShownValue]] = []
      for column in columns.indices {
        var values: [ShownValue] = []
        for row in grid.keys.indices {
          values.append(try steps(&columns[column], row: row, years: years))
        }
        result.append(values)
      }
      return result
    }
  }

  // MARK: Years against each other

  private func steps(
    _ values: inout ColumnValues, row: Int, years: YearRows
  ) throws(AnalysisError) -> ShownValue {
    let earlierYear: Int
    if case .index(let base) = measure {
      earlierYear = base
    } else {
      earlierYear = years.year(of: row) - 1
    }
    guard let earlier = years.row(of: earlierYear, beside: row) else { return ShownValue() }
    let flags = values.flags(setting: row, against: earlier)
    guard let this = values.figures[row].number, let before = values.figures[earlier].number,
      !flags.contains(.seriesBreak), values.unit != .unstatedMoney
    else { return ShownValue(number: nil, flags: flags) }
    return ShownValue(
      number: try step(from: before, to: this, of: values.grid.books[values.column].indicator),
      flags: flags)
  }

  private func step(
    from before: Quantity, to this: Quantity, of indicator: Indicator
  ) throws(AnalysisError) -> Quantity? {
    let result: Quantity?
    switch measure {
    case .count, .share, .percentile:
      return this
    case .change:
      result = this.subtracting(before)
    case .growth:
      guard before > .zero else { return nil }
      result = this.subtracting(before)?.divided(by: before, digits: Precision.ratioDigits)
    case .index:
      guard before > .zero else { return nil }
      result = this.multiplied(by: Quantity(100))?
        .divided(by: before, digits: Precision.indexDigits)
    }
    guard let result else { throw .outOfRange(indicator.code) }
    return result
  }
}
