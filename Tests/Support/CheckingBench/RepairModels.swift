import Checking
import Forms
import Foundation
import Panel
import ReportModel
import SeededNumbers
import SimulatedReports

/// Writes faulty reports as mixed-integer programs, one file each in the LP format, and beside them
/// how many figures the search changes at the least.
struct RepairModels {
  let reports: Int
  let folder: String

  func run() throws {
    let form = SimulatedForm.standard
    let url = URL(fileURLWithPath: folder)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    var simulator = ReportSimulator(seed: 7)
    var generator = SeededGenerator(seed: 8)
    var builder = PanelBuilder()
    var all: [[Int64]] = []
    while all.count < reports {
      var figures = simulator.figures(isFirst: true)
      // Up to four changed figures in table 3, so that sizes differ.
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let row = form.rows.randomElement(using: &generator) ?? []
        guard let cell = row.randomElement(using: &generator) else { continue }
        figures[cell] = Int64.random(in: 0...figures[cell] + 30, using: &generator)
      }
      if form.isSound(figures) { continue }
      builder.add(
        PanelReport(
          id: Int64(all.count), body: "\(all.count + 1_000_000)", year: 2024,
          forms: SimulatedForm.forms),
        cells: zip(form.cells, figures).map { cell, figure in
          PanelBuilder.Entry(
            key: cell.key, state: .reported, value: Quantity(figure), unit: cell.unit)
        })
      all.append(figures)
    }
    var repairer = try Repairer(
      ruleSet: .standard, catalog: .standard, panel: builder.build(), costs: .plain)
    var sizes = ""
    for (number, figures) in all.enumerated() {
      let advice = repairer.advice(at: number)
      let isProven = advice.allSatisfy(\.isProven)
      let size = advice.reduce(0) { $0 + ($1.repairs.first?.cost ?? 0) }
      sizes += "\(number) \(isProven ? size : -1)\n"
      try model(figures).write(
        to: url.appendingPathComponent("\(number).lp"), atomically: true, encoding: .utf8)
    }
    try sizes.write(
      to: url.appendingPathComponent("sizes"), atomically: true, encoding: .utf8)
  }

  /// Fewest changed figures of table 3: `x` the new figure, `c` whether it differs from the old.
  private func model(_ figures: [Int64]) -> String {
    let form = SimulatedForm.standard
    let cells = form.rows.flatMap { $0 }
    let limit = cells.reduce(Int64(50)) { $0 + figures[$1] }
    var text = "Minimize\n size: " + cells.map { "c\($0)" }.joined(separator: " + ")
    text += "\nSubject To\n"
    func balance(_ added: [Int], _ subtracted: [Int]) {
      text += " " + added.map { "x\($0)" }.joined(separator: " + ")
      text += subtracted.map { " - x\($0)" }.joined() + " = 0\n"
    }
    let row = { (code: String) in form.rows[form.row(code)] }
    for column in 0..<7 {
      balance(
        [row("requests.new")[column], row("requests.carried_in")[column]],
        [row("outcome.total")[column], row("requests.carried_out")[column]])
      balance(
        form.rows.indices.filter { form.kind(ofRow: $0) == 1 }.map { form.rows[$0][column] },
        [row("outcome.total")[column]])
    }
    for row in form.rows { balance(Array(row.dropLast()), [row[6]]) }
    for cell in cells {
      text += " x\(cell) - \(limit) c\(cell) <= \(figures[cell])\n"
      text += " x\(cell) + \(figures[cell]) c\(cell) >= \(figures[cell])\n"
    }
    text += "Bounds\n" + cells.map { " 0 <= x\($0) <= \(limit)\n" }.joined()
    text += "General\n" + cells.map { " x\($0)\n" }.joined()
    text += "Binary\n" + cells.map { " c\($0)\n" }.joined() + "End\n"
    return text
  }
}
