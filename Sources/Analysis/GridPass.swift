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

  /// A dimension of which every report has a value of its own.
  private struct ReportAxis {
    let values: UnsafePointer<UInt32>
    let stride: Int
  }

  @inline(__always)
  private func run(
    _ reports: some Sequence<Int>, _ tallies: UnsafeMutableBufferPointer<Tally>, row: (Int) -> Int
  ) {
    withReportAxes(axes.axes[...], found: []) { axes in
      plans.withUnsafeBufferPointer { plans in
        panel.layoutOfReport.withUnsafeBufferPointer { layouts in
          panel.bodyOfReport.withUnsafeBufferPointer { bodies in
            panel.yearOfReport.withUnsafeBufferPointer { years in
              add(reports, to: tallies, axes, plans, layouts, bodies, years, row: row)
            }
          }
        }
      }
    }
    if let plain {
      for index in tallies.indices { tallies[index].close(scale: plain.scale) }
    }
  }

  /// Gives the addresses of the values of all such dimensions.
  private func withReportAxes(
    _ rest: ArraySlice<GridAxes.Axis>, found: [ReportAxis],
    _ body: (UnsafeBufferPointer<ReportAxis>) -> Void
  ) {
    guard let axis = rest.first else {
      found.withUnsafeBufferPointer(body)
      return
    }
    guard case .reports(let values) = axis.source else {
      withReportAxes(rest.dropFirst(), found: found, body)
      return
    }
    values.withUnsafeBufferPointer { values in
      let own = values.baseAddress.map { [ReportAxis(values: $0, stride: axis.stride)] } ?? []
      withReportAxes(rest.dropFirst(), found: found + own, body)
    }
  }

  /// Looks at one report after the other; everything that does not change stands at an address.
  @inline(__always)
  private func add(
    _ reports: some Sequence<Int>, to tallies: UnsafeMutableBufferPointer<Tally>,
    _ axes: UnsafeBufferPointer<ReportAxis>, _ plans: UnsafeBufferPointer<Plan?>,
    _ layouts: UnsafeBufferPointer<UInt32>, _ bodies: UnsafeBufferPointer<UInt32>,
    _ years: UnsafeBufferPointer<UInt32>, row: (Int) -> Int
  ) {
    let countsMembers = self.axes.countsMembers
    let hasYear = self.axes.hasYear
    let figures = plain?.plainFigures
    var layout = -1
    var (isKnown, isPlain, recipe, offset) = (false, false, 0, 0)
    var body = -1
    var member = MemberDigest.bits(of: -1)
    for report in reports {
      if Int(layouts[report]) != layout {
        layout = Int(layouts[report])
        isKnown = plans[layout] != nil
        isPlain = plans[layout]?.isPlain ?? false
        recipe = plans[layout]?.recipe ?? 0
        offset = plans[layout]?.offset ?? 0
      }
      guard isKnown else { continue }
      var code = offset
      for axis in axes { code += Int(axis.values[report]) * axis.stride }
      let place = row(code)
      if countsMembers, isPlain, let figures,
        figures.bits[report >> 6] & (1 << UInt64(report & 63)) != 0
      {
        if Int(bodies[report]) != body {
          body = Int(bodies[report])
          member = MemberDigest.bits(of: body)
        }
        tallies[place].add(
          coefficient: Int64(figures.slots[report]), recipe: recipe, member: member)
        continue
      }
      let standing = Tally.Standing(
        body: Int(bodies[report]), countsMembers: countsMembers,
        year: hasYear ? nil : Int(years[report]))
      if isPlain, let figures {
        if figures.bits[report >> 6] & (1 << UInt64(report & 63)) != 0 {
          tallies[place].add(
            coefficient: Int64(figures.slots[report]), recipe: recipe, standing)
          continue
        }
        if figures.slots[report] < 0 {
          tallies[place].addUnread(standing)
          continue
        }
      }
      guard let plan = plans[layout] else { continue }
      tallies[place].add(
        FigureReader.reading(plan.sources, at: report), recipe: recipe, standing)
    }
  }
}
