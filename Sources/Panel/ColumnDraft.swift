import ReportModel

/// A column while it is being filled, in the order in which reports are added. Figures keep their
/// own scale and unit until all are known.
struct ColumnDraft {
  let key: CellKey
  /// Coefficients at the scale of each.
  private var cells = CompactCells()
  /// Empty as long as every scale is 0, as it is for counts.
  private var scales: [UInt8] = []
  /// Empty as long as every cell has the unit of the first.
  private var units: [MeasureUnit] = []
  private var firstUnit: MeasureUnit?

  init(key: CellKey, expected: Int) {
    self.key = key
    cells.reserve(expected)
  }

  /// - Parameters:
  ///   - value: ignored unless `state` is `reported`.
  ///   - report: the number of the report, never lower than in the call before.
  mutating func set(
    _ state: PanelColumn.State, value: Quantity, unit: MeasureUnit, at report: Int
  ) {
    if report < cells.count { forget(from: report) }
    let firstUnit = self.firstUnit ?? unit
    self.firstUnit = firstUnit
    pad(to: report)
    let value = state == .reported ? value : .zero
    if scales.isEmpty, value.scale > 0 { scales = Array(repeating: 0, count: report) }
    if units.isEmpty, unit != firstUnit { units = Array(repeating: firstUnit, count: report) }
    if !scales.isEmpty || value.scale > 0 { scales.append(UInt8(value.scale)) }
    if !units.isEmpty || unit != firstUnit { units.append(unit) }
    cells.append(state, value.coefficient)
  }

  /// The finished column for the reports of these numbers, in this order; `nil` where none of
  /// their forms has the cell.
  ///
  /// Where yuan and 10,000 yuan meet, yuan are divided by 10,000. Where either meets money without
  /// a stated unit, no common unit can be said: figures stay as printed, each with its own unit.
  /// A figure that cannot stand at the scale that most figures of the column need is said to be
  /// unread, never cut.
  func column(of order: [Int], runs: ReportRuns) -> PanelColumn? {
    guard order.contains(where: { isOnForm($0) }) else { return nil }
    let common = commonUnit(of: order)
    let shift = { (report: Int) in common == .tenThousandYuan && unit(report) == .yuan ? 4 : 0 }
    let scale = commonScale(of: order, shift: shift)
    if scale == 0, scales.isEmpty, units.isEmpty, let common {
      return PanelColumn(key: key, unit: common, scale: 0, cells: cells, order: runs)
    }
    return PanelColumn(
      key: key, unit: common ?? .unstatedMoney, scale: scale,
      cells: ordered(order, scale: scale, shift: shift),
      ownUnits: common == nil
        ? order.map { isOnForm($0) ? unit($0) : .unstatedMoney } : [])
  }

  private func ordered(_ order: [Int], scale: Int, shift: (Int) -> Int) -> CompactCells {
    var result = CompactCells()
    for report in order {
      guard state(report) == .reported else {
        result.append(state(report), 0)
        continue
      }
      let own = self.scale(report) + shift(report)
      if own <= scale, let raised = Quantity.raised(cells.value(report), by: scale - own) {
        result.append(.reported, raised)
      } else {
        result.append(.ambiguous, 0)
      }
    }
    return result
  }

  /// The unit that the figures of these reports can be brought to, or `nil` where there is none.
  /// Where nothing was read at all, the units of the cells count.
  private func commonUnit(of order: [Int]) -> MeasureUnit? {
    guard !units.isEmpty else { return firstUnit }
    var ofFigures: Set<MeasureUnit> = []
    var ofCells: Set<MeasureUnit> = []
    for report in order where isOnForm(report) {
      ofCells.insert(unit(report))
      if state(report) == .reported { ofFigures.insert(unit(report)) }
    }
    let occurring = ofFigures.isEmpty ? ofCells : ofFigures
    if occurring == [.yuan, .tenThousandYuan] { return .tenThousandYuan }
    return occurring.count == 1 ? occurring.first : nil
  }

  /// The smallest number of digits after the point at which the most figures fit exactly.
  private func commonScale(of order: [Int], shift: (Int) -> Int) -> Int {
    guard !scales.isEmpty || !units.isEmpty else { return 0 }
    // How many more figures fit from this scale on than at the one before: a figure fits from the
    // scale of its own digits up to the one at which its coefficient leaves the range.
    var gained = Array(repeating: 0, count: Quantity.maximumScale + 2)
    for report in order where state(report) == .reported {
      let own = scale(report) + shift(report)
      guard own <= Quantity.maximumScale else { continue }
      gained[own] += 1
      var end = own
      while end <= Quantity.maximumScale,
        Quantity.raised(cells.value(report), by: end - own) != nil
      {
        end += 1
      }
      gained[end] -= 1
    }
    var (best, most, fitting) = (0, 0, 0)
    for scale in 0...Quantity.maximumScale {
      fitting += gained[scale]
      if fitting > most { (best, most) = (scale, fitting) }
    }
    return best
  }

  private func state(_ report: Int) -> PanelColumn.State {
    report < cells.count ? cells.state(report) : .notOnForm
  }

  private func isOnForm(_ report: Int) -> Bool { state(report) != .notOnForm }

  private func scale(_ report: Int) -> Int {
    report < scales.count ? Int(scales[report]) : 0
  }

  private func unit(_ report: Int) -> MeasureUnit {
    report < units.count ? units[report] : firstUnit ?? .count
  }

  /// Reports without this cell lie between the last one that has it and the one to be set.
  private mutating func pad(to report: Int) {
    let missing = report - cells.count
    guard missing > 0 else { return }
    cells.append(.notOnForm, count: missing)
    if !scales.isEmpty { scales.append(contentsOf: repeatElement(0, count: missing)) }
    if let firstUnit, !units.isEmpty {
      units.append(contentsOf: repeatElement(firstUnit, count: missing))
    }
  }

  /// A report that names a cell twice has the later one.
  private mutating func forget(from report: Int) {
    let surplus = cells.count - report
    cells.removeLast(surplus)
    if !scales.isEmpty { scales.removeLast(surplus) }
    if !units.isEmpty { units.removeLast(surplus) }
  }
}
