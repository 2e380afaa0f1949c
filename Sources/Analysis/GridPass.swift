import Panel
import ReportModel

/// Adds up one column of a grid for one applicant, report by report.
struct GridPass: Sendable {
  /// How the reports of a layout are read.
  private struct Plan {
    let recipe: Int
    /// What is added to the code of the reports.
    let offset: Int
    /// Whether the figures are those of the plain column and nothing else.
    let isPlain: Bool
    let sources: FigureReader.Sources
  }

  private let panel: Panel
  private let axes: GridAxes
  private let plans: [Plan?]
  /// The column that holds the figures as they are added up.
  private let plain: PanelColumn?

  init(panel: Panel, reader: FigureReader, axes: GridAxes, offsets: [Int]) {
    self.panel = panel
    self.axes = axes
    // Figures of one column have one scale, at which they are added up; those of another go by way
    // of their quantities.
    let plain = reader.sources.lazy.compactMap(\.onlyColumn).first
    self.plain = plain
    plans = reader.recipeOfLayout.enumerated().map { layout, recipe in
      guard recipe >= 0 else { return nil }
      let sources = reader.sources[recipe]
      return Plan(
        recipe: recipe, offset: offsets[layout],
        isPlain: plain != nil && sources.onlyColumn?.key == plain?.key, sources: sources)
    }
  }

  /// The code of a report's row.
  func code(of report: Int) -> Int {
    var code = plans[Int(panel.layoutOfReport[report])]?.offset ?? 0
    for axis in axes.axes {
      if case .reports(let values) = axis.source { code += Int(values[report]) * axis.stride }
    }
    return code
  }

  /// Adds the figures of some of the reports to the tallies of their rows.
  ///
  /// - Parameter row: of a code; asked for each report in turn.
  func run(
    _ reports: SelectedReports, _ part: Range<Int>, _ tallies: UnsafeMutableBufferPointer<Tally>,
    row: (Int) -> Int
  ) {
    if reports.isAll {
      run(part, tallies, row: row)
    } else {
      run(reports[part], tallies, row: row)
    }
  }

  @inline(__always)
  private func run(
    _ reports: some Sequence<Int>, _ tallies: UnsafeMutableBufferPointer<Tally>, row: (Int) -> Int
  ) {
    let sources = axes.axes.compactMap { axis -> (values: [UInt32], stride: Int)? in
      if case .reports(let values) = axis.source { (values, axis.stride) } else { nil }
    }
    panel.layoutOfReport.withUnsafeBufferPointer { layouts in
      panel.bodyOfReport.withUnsafeBufferPointer { bodies in
        panel.yearOfReport.withUnsafeBufferPointer { years in
          var layout = -1
          var plan: Plan?
          let figures = plain?.plainFigures
          for report in reports {
            if Int(layouts[report]) != layout {
              layout = Int(layouts[report])
              plan = plans[layout]
            }
            guard let plan else { continue }
            var code = plan.offset
            for source in sources { code += Int(source.values[report]) * source.stride }
            let place = row(code)
            let standing = Tally.Standing(
              body: Int(bodies[report]), countsMembers: axes.countsMembers,
              year: axes.hasYear ? nil : Int(years[report]))
            if plan.isPlain, let figures {
              if figures.bits[report >> 6] & (1 << UInt64(report & 63)) != 0 {
                tallies[place].add(
                  coefficient: Int64(figures.slots[report]), recipe: plan.recipe, standing)
                continue
              }
              if figures.slots[report] < 0 {
                tallies[place].addUnread(standing)
                continue
              }
            }
            tallies[place].add(
              FigureReader.reading(plan.sources, at: report), recipe: plan.recipe, standing)
          }
        }
      }
    }
    if let plain {
      for index in tallies.indices { tallies[index].close(scale: plain.scale) }
    }
  }
}
