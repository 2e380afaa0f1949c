import Panel
import ReportModel
import SeededNumbers

/// Many simulated reports as a panel, some of them with one planted error.
public struct SimulatedCorpus {
  /// In the order of body, then year.
  public let panel: Panel
  /// By position in the panel.
  public let errors: [Int: PlantedError]

  /// - Parameters:
  ///   - count: the number of reports.
  ///   - errorPercent: how many of them have an error; kinds take turns.
  public init(count: Int, errorPercent: Int, seed: UInt64) {
    let form = SimulatedForm.standard
    var simulator = ReportSimulator(seed: seed)
    var generator = SeededGenerator(seed: seed &+ 1)
    var builder = PanelBuilder(expecting: count)
    let slots = form.cells.map { builder.slot(of: $0.key) }
    var errors: [Int: PlantedError] = [:]
    var turn = 0
    let years = ReportSimulator.years
    for report in 0..<count {
      let year = years.lowerBound + report % years.count
      let number = String(report / years.count)
      let body = "模拟市" + String(repeating: "0", count: max(0, 7 - number.count)) + number + "局"
      builder.begin(
        PanelReport(id: Int64(report), body: body, year: year, forms: SimulatedForm.forms))
      var figures = simulator.figures(isFirst: report % years.count == 0)
      if Int.random(in: 0..<100, using: &generator) < errorPercent {
        let kinds = PlantedError.Kind.allCases
        let kind = kinds[turn % kinds.count]
        if let error = PlantedError.plant(kind, in: &figures, using: &generator) {
          errors[report] = error
          turn += 1
        }
      }
      for (position, figure) in figures.enumerated() {
        builder.set(
          slots[position], state: .reported, value: Quantity(figure),
          unit: form.cells[position].unit)
      }
    }
    self.errors = errors
    panel = builder.build()
  }
}
