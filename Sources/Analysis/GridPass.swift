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

  /// Adds the figures of some of the reports to the tallies of their rows, where codes are rows.
  func run(
    _ reports: SelectedReports, _ part: Range<Int>, _ tallies: UnsafeMutableBufferPointer<Tally>
  ) {
    if reports.isAll, let others = runPlain(part, tallies) {
      run(others, tallies) { code in code }
    } else {
      run(reports, part, tallies) { code in code }
    }
  }

  /// So many short tallies are worth their memory.
  private static let mostPlainTallies = 1 << 14

  /// Adds the plain figures of reports that follow each other.
  ///
  /// - Returns: the reports that are left; `nil` where nothing was added, since more must be kept of a
  ///   figure than short tallies hold.
  private func runPlain(
    _ reports: Range<Int>, _ tallies: UnsafeMutableBufferPointer<Tally>
  ) -> [Int]? {
    guard let plain, axes.countsMembers, tallies.count * plans.count <= Self.mostPlainTallies else {
      return nil
    }
    let offsets = plans.enumerated().map { layout, plan in
      plan.map { $0.isPlain ? layout * tallies.count + $0.offset : -1 } ?? -1
    }
    var others: [Int]?
    withReportAxes(axes.axes[...], found: []) { axes in
      guard (1...2).contains(axes.count) else { return }
      withUnsafeTemporaryAllocation(
        of: PlainTally.self, capacity: max(1, offsets.count * tallies.count)
      ) { plainTallies in
        plainTallies.initialize(repeating: PlainTally())
        offsets.withUnsafeBufferPointer { offsets in
          panel.layoutOfReport.withUnsafeBufferPointer { layouts in
            panel.bodyOfReport.withUnsafeBufferPointer { bodies in
              guard let offsets = offsets.baseAddress, let layouts = layouts.baseAddress,
                let bodies = bodies.baseAddress, let base = plainTallies.baseAddress
              else { return }
              others = PlainPass(
                figures: plain.plainFigures, layouts: layouts, bodies: bodies, offsets: offsets,
                axes: Array(axes)
              ).run(reports, base)
            }
          }
        }
        for (layout, plan) in plans.enumerated() {
          guard let plan, plan.isPlain else { continue }
          for row in tallies.indices {
            tallies[row].add(plainTallies[layout * tallies.count + row], recipe: plan.recipe)
          }
        }
      }
    }
    return others
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
  }

  /// Brings what was added up into the sums, once all reports of the rows have been gone through.
  func close(_ tallies: UnsafeMutableBufferPointer<Tally>) {
    guard let plain else { return }
    for index in tallies.indices { tallies[index].close(scale: plain.scale) }
  }

  /// Gives the addresses of the values of all such dimensions.
  private func withReportAxes(
    _ rest: ArraySlice<GridAxes.Axis>, found: [PlainPass.Axis],
    _ body: (UnsafeBufferPointer<PlainPass.Axis>) -> Void
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
      let own = values.baseAddress.map { [PlainPass.Axis(values: $0, stride: axis.stride)] } ?? []
      withReportAxes(rest.dropFirst(), found: found + own, body)
    }
  }

  /// Looks at one report after the other; everything that does not change stands at an address.
  @inline(__always)
  private func add(
    _ reports: some Sequence<Int>, to tallies: UnsafeMutableBufferPointer<Tally>,
    _ axes: UnsafeBufferPointer<PlainPass.Axis>, _ plans: UnsafeBufferPointer<Plan?>,
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
