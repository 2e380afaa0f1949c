import Panel
import ReportModel

/// The rules to be run, compiled for every group of reports of a panel, and gathered so that each
/// condition is worked out once for all groups that share it.
struct CheckPlan: Sendable {
  /// What a rule comes down to for some groups.
  struct Case: Sendable {
    enum Way: Equatable, Sendable {
      case block(BlockCondition)
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
  }

  let panel: Panel
  let groups: ReportGroups
  /// A bit a report, to the end of the last block: which are to be checked.
  let wanted: [UInt64]
  let entries: [Entry]
  let columns: [PanelColumn]
  /// By group, then by entry.
  let compiled: [[CompiledRule]]

  init(
    _ selected: [(order: Int, bound: BoundRule)], panel: Panel, groups: ReportGroups,
    reports: [Int]?
  ) {
    self.panel = panel
    self.groups = groups
    wanted = Self.bits(of: reports, in: panel)
    var pool = ColumnPool()
    var compiled: [[CompiledRule]] = []
    for (number, layouts) in groups.layouts.enumerated() {
      // Rules on one year alone come out as they did for another group of the same layout.
      let twin = groups.layouts[..<number].firstIndex { $0.current.cells == layouts.current.cells }
      compiled.append(
        selected.enumerated().map { position, rule in
          if let twin, !rule.bound.looksBack { return compiled[twin][position] }
          return CompiledRule(rule.bound, layouts: layouts, panel: panel, pool: &pool)
        })
    }
    columns = pool.columns
    self.compiled = compiled
    entries = selected.enumerated().map { position, rule in
      var entry = Entry(order: rule.order, bound: rule.bound, cases: [])
      for group in compiled.indices {
        let way = Self.way(of: compiled[group][position].condition, pool.columns)
        if let known = entry.cases.firstIndex(where: { $0.way == way }) {
          entry.cases[known].groups.append(group)
        } else {
          entry.cases.append(Case(way: way, groups: [group]))
        }
      }
      return entry
    }
  }

  private static func way(
    of condition: CompiledCondition, _ columns: [PanelColumn]
  ) -> Case.Way {
    if case .notApplicable = condition { return .skipped }
    return BlockCondition(condition, columns: columns).map { .block($0) } ?? .reportByReport
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

extension BoundRule {
  /// Whether the rule looks at the year before.
  fileprivate var looksBack: Bool { expanded.names.contains { $0.name.isPrevious } }
}
