import ReportModel

/// Reads the rows whose cells run together, once it is known which rows of the form they are.
struct RunTogetherRows {
  private let labels: TableLabels
  private var readings: [RowReading]
  private let positions: [RowPosition?]

  /// The readings with their runs parted; those that cannot be parted have a fault.
  static func settled(_ resolver: RowResolver, labels: TableLabels) -> [RowReading] {
    guard resolver.readings.contains(where: { $0.run != nil }) else { return resolver.readings }
    var rows = RunTogetherRows(
      labels: labels, readings: resolver.readings, positions: resolver.positions)
    for block in labels.table.blocks.indices { rows.settle(block) }
    for index in rows.readings.indices where rows.readings[index].run != nil {
      rows.readings[index].fault = rows.readings[index].fault ?? .runTogether
    }
    return rows.readings
  }

  private mutating func settle(_ block: Int) {
    let form = labels.table.blocks[block]
    let found = form.rows.indices.map { row in
      readings.indices.filter {
        positions[$0] == RowPosition(block: block, row: row) && !readings[$0].figures.isEmpty
      }
    }
    let rows = found.map { row($0, columnCount: form.columns.count) }
    let outcomes = RunTogetherBlock(form).outcomes(rows)
    for (indices, outcome) in zip(found, outcomes) {
      guard let index = indices.first, let outcome else { continue }
      take(outcome, index)
    }
  }

  private func row(_ indices: [Int], columnCount: Int) -> RunTogetherBlock.Row {
    // A row that stands there twice says two things.
    guard let index = indices.first, indices.count == 1, readings[index].fault == nil else {
      return .missing
    }
    let reading = readings[index]
    if let run = reading.run { return .run(run) }
    let values = reading.figures.compactMap { figure -> Int64? in
      let read = FigureReading(figure.text, unit: .count)
      guard !figure.isOpaque, let value = read.value, value.scale == 0 else { return nil }
      return value.coefficient
    }
    return values.count == columnCount && reading.figures.count == columnCount
      ? .known(values) : .missing
  }

  private mutating func take(_ outcome: RunTogetherBlock.Outcome, _ index: Int) {
    switch outcome {
    case .read(let split):
      guard let run = readings[index].run, let place = readings[index].figures.first?.place else {
        return
      }
      readings[index].run = nil
      readings[index].figures = split.texts(of: run).map {
        PrintedFigure(text: $0, isOpaque: false, place: place)
      }
    case .open(let ways, let orMore):
      readings[index].ways = "×\(orMore ? "≥" : "")\(ways)"
    }
  }
}
