import Panel
import ReportModel
import SeededNumbers

/// Makes reports that look like published ones and contradict neither themselves nor the year
/// before: the same seed makes the same reports.
public struct ReportSimulator {
  /// Each body reports on these years.
  public static let years = 2021...2024
  /// How likely each applicant asks at all, in percent.
  private static let presence = [92, 40, 6, 6, 16, 12]
  /// Rows of outcomes that are chosen more often than others.
  private static let usual = [0, 0, 0, 0, 1, 10, 10, 10, 11, 13, 20]

  private let form = SimulatedForm.standard
  private var generator: SeededGenerator
  private var carried = [Int64](repeating: 0, count: 6)
  private var inForce: [Int64] = [0, 0]

  /// A simulator at its beginning.
  public init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// The figures of the next report of a body, in the order of the form.
  ///
  /// - Parameter isFirst: whether it is the body's first year.
  public mutating func figures(isFirst: Bool) -> [Int64] {
    if isFirst {
      for applicant in carried.indices { carried[applicant] = number(upTo: 3, percent: 10) }
      inForce = [number(upTo: 40, percent: 20), number(upTo: 900, percent: 90)]
    }
    var figures = [Int64](repeating: 0, count: form.cells.count)
    fillTableTwo(&figures)
    for applicant in 0..<6 { fillColumn(applicant, &figures) }
    for row in form.rows {
      figures[row[6]] = row.dropLast().reduce(Int64(0)) { $0 + figures[$1] }
    }
    for group in form.groups {
      for cell in group.dropLast() { figures[cell] = number(upTo: 12, percent: 15) }
      figures[group[4]] = group.dropLast().reduce(Int64(0)) { $0 + figures[$1] }
    }
    return figures
  }

  private mutating func fillTableTwo(_ figures: inout [Int64]) {
    for (index, group) in ["rules", "normative"].enumerated() {
      let issued = number(upTo: 20, percent: 50)
      let repealed = min(number(upTo: 10, percent: 30), inForce[index] + issued)
      inForce[index] += issued - repealed
      figures[form.position("\(group).issued")] = issued
      figures[form.position("\(group).repealed")] = repealed
      figures[form.position("\(group).in_force")] = inForce[index]
    }
    for group in ["licensing", "penalty", "coercion"] {
      figures[form.position("\(group).decisions")] = number(upTo: 50_000, percent: 70)
    }
    figures[form.position("fees.amount")] = number(upTo: 9_000, percent: 40)
  }

  private mutating func fillColumn(_ applicant: Int, _ figures: inout [Int64]) {
    let new =
      Int.random(in: 0..<100, using: &generator) < Self.presence[applicant]
      ? number(upTo: applicant == 0 ? 600 : 60, percent: 100) : 0
    let all = new + carried[applicant]
    let out = min(all, number(upTo: 8, percent: 25))
    figures[form.rows[0][applicant]] = new
    figures[form.rows[1][applicant]] = carried[applicant]
    figures[form.rows[form.rows.count - 1][applicant]] = out
    figures[form.rows[form.rows.count - 2][applicant]] = all - out
    carried[applicant] = out
    var rest = all - out
    while rest > 0 {
      let outcome =
        Int.random(in: 0..<4, using: &generator) > 0
        ? Self.usual.randomElement(using: &generator) ?? 0
        : Int.random(in: 0..<form.rows.count - 4, using: &generator)
      let part = rest < 3 ? rest : Int64.random(in: 1...rest, using: &generator)
      figures[form.rows[2 + outcome][applicant]] += part
      rest -= part
    }
  }

  /// 0, or with this likelihood a number of which small ones are likelier.
  private mutating func number(upTo limit: Int64, percent: Int) -> Int64 {
    guard Int.random(in: 0..<100, using: &generator) < percent else { return 0 }
    let high = Int64.random(in: 1...limit, using: &generator)
    return Int64.random(in: 0...Int64.random(in: 0...high, using: &generator), using: &generator)
  }
}
