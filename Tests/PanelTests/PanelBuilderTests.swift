import Panel
import ReportModel
import SeededNumbers
import Testing

@Suite("Building a panel")
struct PanelBuilderTests {
  static let penalties = CellKey(IndicatorCode("penalty.decisions"))
  static let fees = CellKey(IndicatorCode("fees.amount"))

  static func report(_ id: Int64, _ body: String, _ year: Int) -> PanelReport {
    PanelReport(id: id, body: body, year: year, forms: [2: "gid-2021"])
  }

  static func entry(
    _ key: CellKey, _ value: Quantity, _ unit: MeasureUnit = .count
  ) -> PanelBuilder.Entry {
    PanelBuilder.Entry(key: key, state: .reported, value: value, unit: unit)
  }

  @Test("reports stand by body in the order of Unicode scalars, then by year")
  func order() {
    var builder = PanelBuilder()
    for (id, name, year) in [
      (1, "宿迁市", 2023), (2, "上海市", 2020), (3, "宿迁市", 2021), (4, "A", 2023),
      (5, "𠀀", 2020), (6, "\u{ffff}", 2020),
    ] {
      builder.add(Self.report(Int64(id), name, year), cells: [])
    }
    let panel = builder.build()
    #expect(panel.reports.map(\.id) == [4, 2, 3, 1, 6, 5])
    #expect(panel.bodies == ["A", "上海市", "宿迁市", "\u{ffff}", "𠀀"])
    #expect(panel.years == [2020, 2021, 2023])
  }

  @Test("the year before is a neighbour only where the body reported in that very year")
  func previous() {
    var builder = PanelBuilder()
    for (id, name, year) in [
      (1, "甲", 2019), (2, "甲", 2020), (3, "甲", 2022), (4, "乙", 2023), (5, "甲", 2023),
    ] {
      builder.add(Self.report(Int64(id), name, year), cells: [])
    }
    let panel = builder.build()
    #expect(panel.reports.map(\.id) == [4, 1, 2, 3, 5])
    #expect(panel.reports.indices.map { panel.previous(of: $0) } == [nil, nil, 1, nil, 3])
  }

  @Test("of two reports of one body and year the later one counts, cell by cell")
  func replaced() {
    var builder = PanelBuilder()
    builder.add(
      Self.report(1, "甲", 2020),
      cells: [Self.entry(Self.penalties, Quantity(3)), Self.entry(Self.fees, Quantity(1), .yuan)])
    builder.add(Self.report(2, "乙", 2020), cells: [Self.entry(Self.penalties, Quantity(5))])
    builder.add(Self.report(3, "甲", 2020), cells: [Self.entry(Self.penalties, Quantity(4))])
    let panel = builder.build()
    #expect(panel.reports.map(\.id) == [2, 3])
    #expect(panel.quantity(of: Self.penalties, at: 1) == Quantity(4))
    #expect(panel.columns[Self.fees] == nil, "nothing of the replaced report remains")
  }

  @Test("names that differ in their scalars only are two bodies")
  func spellings() {
    var builder = PanelBuilder()
    for (id, name) in [(1, "e\u{301}"), (2, "f"), (3, "\u{e9}"), (4, "e\u{301}")] {
      builder.add(Self.report(Int64(id), name, 2020), cells: [])
    }
    let panel = builder.build()
    #expect(panel.reports.map(\.id) == [4, 2, 3])
    #expect(panel.bodies.count == 3)
  }

  @Test("a cell never set is not on the report's form; every other state stays what it is")
  func states() {
    let states: [PanelColumn.State] = [
      .reported, .blank, .dash, .text, .ambiguous, .absent, .notOnForm,
    ]
    var builder = PanelBuilder()
    for (id, state) in states.enumerated() {
      let cells = [
        PanelBuilder.Entry(key: Self.penalties, state: state, value: Quantity(9), unit: .count)
      ]
      builder.add(Self.report(Int64(id), "甲", 2000 + id), cells: state == .notOnForm ? [] : cells)
    }
    let panel = builder.build()
    for (index, state) in states.enumerated() {
      #expect(panel.state(of: Self.penalties, at: index) == state)
      #expect(
        panel.quantity(of: Self.penalties, at: index) == (state == .reported ? Quantity(9) : nil))
    }
    #expect(panel.state(of: Self.fees, at: 0) == .notOnForm)
    #expect(panel.columns[Self.penalties]?.values == [9, 0, 0, 0, 0, 0, 0])
  }

  @Test("every status has a state that gives it back", arguments: CellStatus.allCases)
  func statuses(status: CellStatus) {
    #expect(PanelColumn.State(status).status == status)
  }

  @Test("a panel of no reports is empty")
  func empty() {
    var builder = PanelBuilder()
    let panel = builder.build()
    #expect(panel.reports.isEmpty && panel.columns.isEmpty && panel.bodies.isEmpty)
  }

  @Test(
    "the panel does not depend on the order of adding", arguments: 1...20 as ClosedRange<UInt64>)
  func anyOrder(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let keys = (0..<6).map { CellKey(IndicatorCode("k\($0)")) }
    let units: [MeasureUnit] = [.count, .yuan, .tenThousandYuan, .unstatedMoney]
    let entries = (0..<30).map { _ in
      keys.filter { _ in Bool.random(using: &generator) }.map { key in
        let scale = Int.random(in: 0...6, using: &generator)
        let value = Quantity(
          coefficient: Int64.random(in: -9_999...9_999, using: &generator), scale: scale)
        return PanelBuilder.Entry(
          key: key,
          state: PanelColumn.State(rawValue: UInt8.random(in: 1...6, using: &generator)) ?? .dash,
          value: value ?? .zero, unit: units.randomElement(using: &generator) ?? .count)
      }
    }
    let reports = (0..<30).map { Self.report(Int64($0), "body \($0 % 4)", 2000 + $0) }
    func panel(_ order: [Int]) -> Panel {
      var builder = PanelBuilder()
      for index in order { builder.add(reports[index], cells: entries[index]) }
      return builder.build()
    }
    let straight = panel(Array(0..<30))
    let shuffled = panel(Array(0..<30).shuffled(using: &generator))
    #expect(straight.reports == shuffled.reports)
    #expect(Set(straight.columns.keys) == Set(shuffled.columns.keys))
    for (key, column) in straight.columns {
      let other = shuffled.columns[key]
      #expect(column.values == other?.values && column.states == other?.states)
      #expect(column.scale == other?.scale && column.unit == other?.unit)
      for index in reports.indices { #expect(column.unit(at: index) == other?.unit(at: index)) }
    }
  }
}
