import Panel
import ReportModel
import SeededNumbers
import Testing

@Suite("Panels whose reports are known beforehand")
struct PanelFrameTests {
  /// A report with what stands in each place of its layout.
  private struct Page {
    let body: Int
    let year: Int
    let layout: Int
    let cells: [(state: PanelColumn.State, value: Quantity, unit: MeasureUnit?)]
  }

  private static let keys = (0..<7).map { CellKey(IndicatorCode("k\($0)")) }

  /// Some of the keys, in some order, each with a unit of its own.
  private static func layouts(
    _ generator: inout SeededGenerator
  ) -> [(cells: [(key: CellKey, unit: MeasureUnit)], forms: [Int: String])] {
    // k0 to k3 are counts everywhere; the others are money, in units that differ between forms.
    let money: [MeasureUnit] = [.yuan, .tenThousandYuan, .unstatedMoney]
    return (0..<4).map { layout in
      let chosen = keys.filter { _ in Int.random(in: 0..<4, using: &generator) > 0 }
      // Some stand twice: the later counts.
      let repeated = chosen.filter { _ in Int.random(in: 0..<6, using: &generator) == 0 }
      let cells = (chosen.shuffled(using: &generator) + repeated).map { key in
        let isCount = ["k0", "k1", "k2", "k3"].contains(key.indicator.text)
        return (
          key: key, unit: isCount ? .count : money.randomElement(using: &generator) ?? .yuan
        )
      }
      // Two layouts have the same forms.
      return (cells, [3: "form-\(layout / 2)"])
    }
  }

  private static func cell(
    isMoney: Bool, _ generator: inout SeededGenerator
  ) -> (state: PanelColumn.State, value: Quantity, unit: MeasureUnit?) {
    let draw = Int.random(in: 0..<20, using: &generator)
    if draw == 0 {
      let states: [PanelColumn.State] = [.blank, .dash, .text, .ambiguous, .absent]
      return (states.randomElement(using: &generator) ?? .blank, .zero, nil)
    }
    if draw == 1 {
      let wide = Int64.random(in: -9_000_000_000...9_000_000_000, using: &generator)
      return (.reported, Quantity(wide), nil)
    }
    let small = Quantity(Int64.random(in: -99...9_999, using: &generator))
    guard isMoney else { return (.reported, small, nil) }
    let scale = Int.random(in: 0...4, using: &generator)
    let value = Quantity(
      coefficient: Int64.random(in: 0...99_999, using: &generator), scale: scale)
    return (.reported, value ?? .zero, draw == 2 ? .yuan : nil)
  }

  @Test("a frame gives the same panel as a builder", arguments: 1...30 as ClosedRange<UInt64>)
  func sameAsBuilder(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let layouts = Self.layouts(&generator)
    let bodies = (0..<90).map { "body \($0 + 100)" }
    // From a seed on, one layout stays unused and money stays out.
    let used = seed % 3 == 0 ? 3 : 4
    var pages: [Page] = []
    for body in bodies.indices {
      for year in 2018...2025 where Int.random(in: 0..<8, using: &generator) > 0 {
        let layout = Int.random(in: 0..<used, using: &generator)
        pages.append(
          Page(
            body: body, year: year, layout: layout,
            cells: layouts[layout].cells.map {
              Self.cell(isMoney: $0.unit.isMoney && seed % 2 == 0, &generator)
            }))
      }
    }
    let order = Array(pages.indices).shuffled(using: &generator)

    var builder = PanelBuilder()
    for index in order {
      let page = pages[index]
      let layout = layouts[page.layout]
      builder.add(
        PanelReport(
          id: Int64(index), body: bodies[page.body], year: page.year, forms: layout.forms),
        cells: zip(layout.cells, page.cells).map { place, cell in
          PanelBuilder.Entry(
            key: place.key, state: cell.state, value: cell.value, unit: cell.unit ?? place.unit)
        })
    }
    let expected = builder.build()

    let frame = PanelFrame(
      bodies: bodies,
      members: pages.enumerated().map {
        PanelFrame.Member(id: Int64($0), body: $1.body, year: $1.year)
      },
      layouts: layouts.map { PanelFrame.Layout(cells: $0.cells, forms: $0.forms) })
    var specials: [PanelFrame.Special] = []
    for index in order {
      let row = frame.row(of: index, layout: pages[index].layout)
      #expect(row.count == layouts[pages[index].layout].cells.count)
      for (place, cell) in pages[index].cells.enumerated() {
        let plain = cell.value.count.flatMap { FigureRow.isPlain($0) ? Int32($0) : nil }
        if cell.state != .reported {
          row[place] = FigureRow.Mark.state(cell.state)
        } else if let plain, cell.unit == nil {
          row[place] = plain
        } else {
          row[place] = FigureRow.Mark.special
          specials.append(
            PanelFrame.Special(
              report: index, place: place, state: cell.state, value: cell.value, unit: cell.unit))
        }
      }
    }
    let panel = frame.panel(
      layoutOfReport: pages.map { UInt32($0.layout) }, specials: specials)

    #expect(panel.reports == expected.reports)
    #expect(panel.bodies == expected.bodies && panel.bodyOfReport == expected.bodyOfReport)
    #expect(panel.years == expected.years && panel.yearOfReport == expected.yearOfReport)
    #expect(panel.layouts == expected.layouts)
    #expect(panel.layoutOfReport == expected.layoutOfReport)
    #expect(panel.hasPrevious == expected.hasPrevious)
    #expect(Set(panel.columns.keys) == Set(expected.columns.keys))
    for (key, column) in expected.columns {
      let other = panel.columns[key]
      #expect(column.states == other?.states, "\(key)")
      #expect(column.values == other?.values, "\(key)")
      #expect(column.scale == other?.scale && column.unit == other?.unit, "\(key)")
      #expect(column.hasMixedUnits == other?.hasMixedUnits, "\(key)")
      for index in pages.indices { #expect(column.unit(at: index) == other?.unit(at: index)) }
      Self.expectPadding(of: other)
    }
  }

  /// Blocks are read to their end, and a report before the first.
  private static func expectPadding(of column: PanelColumn?) {
    guard let column else { return }
    let end = (column.count + Panel.blockLength - 1) / Panel.blockLength * Panel.blockLength
    let figures = column.plainFigures
    #expect(figures.slots[-1] == 0 && figures.bits[-1] == 0)
    for index in column.count..<end {
      #expect(figures.slots[index] == 0)
      #expect(figures.bits[index >> 6] & (1 << UInt64(index & 63)) == 0)
    }
  }

  @Test("a frame of no reports is empty")
  func empty() {
    let frame = PanelFrame(bodies: [], members: [], layouts: [])
    let panel = frame.panel(layoutOfReport: [], specials: [])
    #expect(panel.reports.isEmpty && panel.columns.isEmpty && panel.bodies.isEmpty)
  }
}
