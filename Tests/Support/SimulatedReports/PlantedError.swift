import SeededNumbers

/// An error planted into a sound report.
public struct PlantedError: Sendable {
  /// How figures come to be wrong.
  public enum Kind: String, CaseIterable, Sendable {
    case changed, transposed, digitDropped, digitDoubled, sign
    case totalMissing, totalRowMissing, totalColumnMissing, rowShifted, rowsSwapped
  }

  /// How it came about.
  public let kind: Kind
  /// The positions of the wrong figures with what they should be, in the order of the form.
  public let cells: [(position: Int, actual: Int64)]

  /// Plants an error of a kind.
  ///
  /// - Returns: `nil`, with the figures as they were, where the report has nothing that such an
  ///   error could befall, or no balance would notice.
  public static func plant(
    _ kind: Kind, in figures: inout [Int64], using generator: inout SeededGenerator
  ) -> PlantedError? {
    let form = SimulatedForm.standard
    let sound = figures
    switch kind {
    case .changed, .transposed, .digitDropped, .digitDoubled, .sign:
      plantInCell(kind, in: &figures, using: &generator)
    case .totalMissing:
      let totals = form.rows.map { $0[6] } + form.groups.map { $0[4] }
      if let cell = totals.filter({ figures[$0] > 0 }).randomElement(using: &generator) {
        figures[cell] = 0
      }
    case .totalRowMissing:
      for cell in form.rows[form.row("outcome.total")] { figures[cell] = 0 }
    case .totalColumnMissing:
      for row in form.rows { figures[row[6]] = 0 }
    case .rowShifted:
      let rows = form.rows.filter { row in row.contains { figures[$0] > 0 } }
      if let row = rows.randomElement(using: &generator) {
        shift(row, in: &figures, using: &generator)
      }
    case .rowsSwapped:
      swapRows(in: &figures, using: &generator)
    }
    let cells = figures.indices.filter { figures[$0] != sound[$0] }
      .map { (position: $0, actual: sound[$0]) }
    let isWhole = kind != .totalRowMissing && kind != .totalColumnMissing || cells.count > 1
    guard !cells.isEmpty, isWhole, !form.isSound(figures) else {
      figures = sound
      return nil
    }
    return PlantedError(kind: kind, cells: cells)
  }

  private static func plantInCell(
    _ kind: Kind, in figures: inout [Int64], using generator: inout SeededGenerator
  ) {
    let form = SimulatedForm.standard
    let least: Int64 = kind == .changed ? 0 : kind == .transposed || kind == .digitDropped ? 10 : 1
    let cells = (form.rows.flatMap { $0 } + form.groups.flatMap { $0 })
      .filter { figures[$0] >= least }
    guard let cell = cells.randomElement(using: &generator) else { return }
    let figure = figures[cell]
    let digits = Array(String(figure))
    var written = digits
    switch kind {
    case .transposed:
      let place = Int.random(in: 0..<digits.count - 1, using: &generator)
      written.swapAt(place, place + 1)
    case .digitDropped:
      written.remove(at: Int.random(in: digits.indices, using: &generator))
    case .digitDoubled:
      let place = Int.random(in: digits.indices, using: &generator)
      written.insert(digits[place], at: place)
    case .sign:
      written.insert("-", at: 0)
    default:
      written = Array(String(Int64.random(in: 0...(figure * 2 + 20), using: &generator)))
    }
    figures[cell] = Int64(String(written)) ?? figure
  }

  /// One column to the right or left, with the total or without it.
  private static func shift(
    _ row: [Int], in figures: inout [Int64], using generator: inout SeededGenerator
  ) {
    let cells = Bool.random(using: &generator) ? row : Array(row.dropLast())
    let printed = cells.map { figures[$0] }
    let moved =
      Bool.random(using: &generator)
      ? [0] + printed.dropLast() : Array(printed.dropFirst()) + [0]
    for (cell, figure) in zip(cells, moved) { figures[cell] = figure }
  }

  private static func swapRows(
    in figures: inout [Int64], using generator: inout SeededGenerator
  ) {
    let form = SimulatedForm.standard
    let pairs = form.rows.indices.flatMap { one in
      (one + 1..<form.rows.count).map { (one, $0) }
    }.filter { form.kind(ofRow: $0.0) != form.kind(ofRow: $0.1) }
    guard let (one, other) = pairs.randomElement(using: &generator) else { return }
    for (left, right) in zip(form.rows[one], form.rows[other]) { figures.swapAt(left, right) }
  }
}
