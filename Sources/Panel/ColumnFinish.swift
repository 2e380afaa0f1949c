import ReportModel

/// Turns columns whose slots hold figures and marks into finished ones.
struct ColumnFinish: Sendable {
  /// Of each layout the cells in their order.
  let layouts: [[(key: CellKey, unit: MeasureUnit)]]
  /// Of each layout the column of each position.
  let columnsOfLayout: [[Int]]
  let layoutOfReport: [UInt32]
  let columns: [CellKey]
  let memory: ColumnMemory
  /// Of each column the layouts that have it and occur, with the position there.
  private let having: [[(layout: Int, position: Int)]]
  /// Of each layout a bit for each report, set where it is the report's.
  private let reports: [[UInt64]]

  init(
    layouts: [[(key: CellKey, unit: MeasureUnit)]], columnsOfLayout: [[Int]],
    layoutOfReport: [UInt32], columns: [CellKey], memory: ColumnMemory
  ) {
    self.layouts = layouts
    self.columnsOfLayout = columnsOfLayout
    self.layoutOfReport = layoutOfReport
    self.columns = columns
    self.memory = memory
    var reports = [[UInt64]](
      repeating: [UInt64](repeating: 0, count: memory.wordCount), count: layouts.count)
    var occurring = Set<Int>()
    var start = 0
    while start < layoutOfReport.count {
      // A word at a time: whole arrays must not be looked up for every report.
      let end = min(layoutOfReport.count, start + 64)
      var rest: UInt64 = end - start == 64 ? .max : (1 << UInt64(end - start)) - 1
      while rest != 0 {
        let layout = layoutOfReport[start + rest.trailingZeroBitCount]
        var bits: UInt64 = 0
        for report in start..<end where layoutOfReport[report] == layout {
          bits |= 1 << UInt64(report - start)
        }
        reports[Int(layout)][start >> 6] = bits
        occurring.insert(Int(layout))
        rest &= ~bits
      }
      start = end
    }
    self.reports = reports
    var having = [[(layout: Int, position: Int)]](repeating: [], count: columns.count)
    for layout in occurring.sorted() {
      for (position, column) in columnsOfLayout[layout].enumerated() where column < columns.count {
        having[column].append((layout, position))
      }
    }
    self.having = having
  }

  /// The special cells of each column, ascending by report.
  func byColumn(_ specials: [PanelFrame.Special]) -> [[PanelFrame.Special]] {
    var ofColumns = [[PanelFrame.Special]](repeating: [], count: columns.count)
    for special in specials {
      let layout = Int(layoutOfReport[Int(special.report)])
      let column = columnsOfLayout[layout][Int(special.place)]
      if column < columns.count { ofColumns[column].append(special) }
    }
    for column in ofColumns.indices { ofColumns[column].sort { $0.report < $1.report } }
    return ofColumns
  }

  /// The finished column; `nil` where no report has the cell.
  ///
  /// - Parameter specials: its own, ascending by report.
  func column(_ column: Int, specials: [PanelFrame.Special]) -> PanelColumn? {
    guard let first = having[column].first else { return nil }
    let unit = layouts[first.layout][first.position].unit
    let isPlain =
      having[column].allSatisfy { layouts[$0.layout][$0.position].unit == unit }
      && specials.allSatisfy { special in
        (special.unit ?? unit) == unit && (special.state != .reported || special.value.scale == 0)
      }
    guard isPlain else { return general(column, specials: specials) }
    markStates(column)
    var wide: [Int64] = []
    let (slots, bits) = (memory.slots(of: column), memory.bits(of: column))
    for special in specials {
      let report = Int(special.report)
      guard special.state == .reported else {
        slots[report] = CompactCells.slot(of: special.state)
        continue
      }
      let value = special.value.coefficient
      if FigureRow.isPlain(value) {
        slots[report] = Int32(truncatingIfNeeded: value)
        bits[report >> 6] |= 1 << UInt64(report & 63)
      } else {
        slots[report] = Int32(wide.count)
        wide.append(value)
      }
    }
    return PanelColumn(
      key: columns[column], unit: unit, scale: 0,
      storage: ColumnStorage(memory, column: column, wide: wide))
  }

  /// Sets the bits of the small counts, and turns marks into states.
  private func markStates(_ column: Int) {
    let (slots, bits) = (memory.slots(of: column), memory.bits(of: column))
    let lowest = -Int32(CompactCells.plainLimit)
    for word in 0..<((memory.count + 63) / 64) {
      let start = word * 64
      let end = min(memory.count, start + 64)
      var plain = having[column].reduce(0) { $0 | reports[$1.layout][word] }
      var rest = ~plain & (end - start == 64 ? .max : (1 << UInt64(end - start)) - 1)
      while rest != 0 {
        slots[start + rest.trailingZeroBitCount] = CompactCells.slot(of: .notOnForm)
        rest &= rest - 1
      }
      var least = Int32.max
      for report in start..<end { least = min(least, slots[report]) }
      if least < lowest {
        for report in start..<end where slots[report] < lowest {
          plain &= ~(1 << UInt64(report - start))
          let state = FigureRow.Mark.state(of: slots[report])
          slots[report] = CompactCells.slot(of: state ?? .absent)
        }
      }
      bits[word] = plain
    }
  }

  /// A column of figures with decimals or in several units, as it comes out of a draft.
  private func general(_ column: Int, specials: [PanelFrame.Special]) -> PanelColumn? {
    let slots = memory.slots(of: column)
    var positions = [Int?](repeating: nil, count: layouts.count)
    for (layout, position) in having[column] { positions[layout] = position }
    var draft = ColumnDraft(key: columns[column], expected: memory.count)
    var rest = specials[...]
    for report in 0..<memory.count {
      let layout = Int(layoutOfReport[report])
      guard let position = positions[layout] else { continue }
      let unit = layouts[layout][position].unit
      if let special = rest.first, Int(special.report) == report {
        rest.removeFirst()
        draft.set(special.state, value: special.value, unit: special.unit ?? unit, at: report)
      } else if let state = FigureRow.Mark.state(of: slots[report]) {
        draft.set(state, value: .zero, unit: unit, at: report)
      } else {
        draft.set(.reported, value: Quantity(Int64(slots[report])), unit: unit, at: report)
      }
    }
    let order = Array(0..<memory.count)
    return draft.column(of: order, runs: ReportRuns(order))
  }
}
