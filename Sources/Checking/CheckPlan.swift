import Panel
import ReportModel

/// The rules to be run, compiled for every group of reports of a panel, and gathered so that each
/// condition is worked out once for all groups that share it.
struct CheckPlan: Sendable {
  /// What a rule comes down to for some groups.
  struct Case: Sendable {
    enum Way: Equatable, Sendable {
      /// Where the second does not hold, reports are skipped.
      case block(BlockCondition, when: BlockCondition?)
      case reportByReport
      case skipped
    }

    let way: Way
    fileprivate(set) var groups: [Int]
  }

  /// A bound rule with its cases.
  struct Entry: Sendable {
    /// The position of the bound rule: rules in the order of the file, and within a rule in the
    /// order of the form.
    let order: Int
    let bound: BoundRule
    fileprivate(set) var cases: [Case]
    /// A bit a report: which the rule is about, by its body's name and by what there is of other
    /// bodies; `nil` where it is about all. The others skip it.
    let meant: [UInt64]?
  }

  let panel: Panel
  let groups: ReportGroups
  /// A bit a report, to the end of the last block: which are to be checked.
  let wanted: [UInt64]
  let entries: [Entry]
  let columns: [PanelColumn]
  /// What other bodies' reports come to, for the rules that ask.
  let relatives: RelativeFigures
  /// By group, then by entry.
  let compiled: [[CompiledRule]]

  init(
    _ selected: [(order: Int, bound: BoundRule)], panel: Panel, groups: ReportGroups,
    reports: [Int]?, kin: BodyKin? = nil
  ) {
    self.panel = panel
    relatives = RelativeFigures(
      for: selected.map(\.bound), in: panel, layouts: groups.layouts, catalog: groups.catalog,
      kin: kin)
    self.groups = groups
    wanted = Self.bits(of: reports, in: panel)
    var pool = ColumnPool(relatives: relatives)
    var compiled: [[CompiledRule]] = []
    for (number, layouts) in groups.layouts.enumerated() {
      // Rules on one year alone come out as they did for another group of the same layout.
      let twin = groups.layouts[..<number].firstIndex { $0.current.forms == layouts.current.forms }
      compiled.append(
        selected.enumerated().map { position, rule in
          if let twin, !rule.bound.looksBack { return compiled[twin][position] }
          return CompiledRule(rule.bound, layouts: layouts, panel: panel, pool: &pool)
        })
    }
    columns = pool.columns
    self.compiled = compiled
    var bodies: [BodyPatterns: [UInt64]] = [:]
    for (_, bound) in selected where bodies[bound.rule.bodies] == nil {
      bodies[bound.rule.bodies] = Self.bits(of: bound.rule.bodies, in: panel)
    }
    let relatives = self.relatives
    entries = selected.enumerated().map { position, rule in
      let named = rule.bound.rule.bodies.isAll ? nil : bodies[rule.bound.rule.bodies]
      let related = relatives.bits(for: rule.bound, in: panel)
      var entry = Entry(
        order: rule.order, bound: rule.bound, cases: [], meant: Self.both(named, related))
      let isForNobody = related?.allSatisfy { $0 == 0 } ?? false
      for group in compiled.indices {
        let way = isForNobody ? .skipped : Self.way(of: compiled[group][position], pool.columns)
        if let known = entry.cases.firstIndex(where: { $0.way == way }) {
          entry.cases[known].groups.append(group)
        } else {
          entry.cases.append(Case(way: way, groups: [group]))
        }
      }
      return entry
    }
  }

  /// The bits that are in both; `nil` stands for all.
  private static func both(_ one: [UInt64]?, _ other: [UInt64]?) -> [UInt64]? {
    guard let one, let other else { return one ?? other }
    return zip(one, other).map { $0 & $1 }
  }

  private static func way(
    of compiled: CompiledRule, _ columns: [PanelColumn]
  ) -> Case.Way {
    if case .constant(.notApplicable) = compiled.condition { return .skipped }
    var when = compiled.when
    if case .constant(let truth) = when {
      guard truth == .holds else { return .skipped }
      when = nil
    }
    guard let condition = BlockCondition(compiled.condition, columns: columns) else {
      return .reportByReport
    }
    guard let when else { return .block(condition, when: nil) }
    return BlockCondition(when, columns: columns).map { .block(condition, when: $0) }
      ?? .reportByReport
  }

  /// Reports of one body follow each other: each name is looked at once.
  private static func bits(of patterns: BodyPatterns, in panel: Panel) -> [UInt64] {
    guard !patterns.isAll else { return [] }
    var bits = [UInt64](repeating: 0, count: panel.hasPrevious.count)
    var last: (body: String, fits: Bool)?
    for (position, report) in panel.reports.enumerated() {
      if last?.body != report.body { last = (report.body, patterns.fits(report.body)) }
      if last?.fits == true { bits[position >> 6] |= 1 << UInt64(position & 63) }
    }
    return bits
  }

  private static func bits(of reports: [Int]?, in panel: Panel) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: panel.hasPrevious.count)
    if let reports {
      for report in reports { bits[report >> 6] |= 1 << UInt64(report & 63) }
      return bits
    }
    for word in bits.indices {
      let left = panel.reports.count - word * 64
      bits[word] = left >= 64 ? .max : left > 0 ? (1 << UInt64(left)) - 1 : 0
    }
    return bits
  }
}
