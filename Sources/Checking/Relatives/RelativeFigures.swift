import Dispatch
import Expressions
import Forms
import Panel
import ReportModel

/// What other bodies' reports come to in the cells that rules name with `children.` and `peers.`:
/// worked out once for a check, for all reports of the panel.
struct RelativeFigures: Sendable {
  static let none = RelativeFigures()

  /// What of them stands where the panel knows who belongs to whom.
  let kin: BodyKin?
  private let columns: [Name: RelativeColumn]

  private init() {
    kin = nil
    columns = [:]
  }

  /// - Parameter kin: `nil` where nothing is known of bodies: then nobody has relatives.
  init(
    for rules: [BoundRule], in panel: Panel, layouts: [LayoutPair], catalog: FormCatalog,
    kin: BodyKin?
  ) {
    let named = Set(rules.filter(\.looksAtOthers).flatMap(\.namesOfOthers))
    let names = Set(
      named.flatMap { name in
        name.isPattern ? layouts.flatMap { $0.names(matching: name) } : [name]
      })
    guard let kin, !names.isEmpty else {
      self = .none
      return
    }
    self.kin = kin
    // Who has whom below is found out only where a rule asks for it.
    let links = names.contains { $0.whose == .children } ? kin.links : nil
    let groups = names.contains { $0.whose == .peers } ? kin.groups : nil
    let wanted = names.filter { name in
      panel.columns[name.key] != nil && (name.whose == .peers || links?.isEmpty == false)
    }
    let found = Self.columns(Array(wanted)) { name in
      guard let column = panel.columns[name.key] else { return nil }
      if name.whose == .children, let links {
        return RelativeColumn(sumsOf: column, over: links, in: panel, catalog: catalog)
      }
      return groups.map {
        RelativeColumn(quartilesOf: column, among: $0, in: panel, catalog: catalog)
      }
    }
    columns = found
  }

  /// One on each core.
  private static func columns(
    _ names: [Name], _ make: @Sendable (Name) -> RelativeColumn?
  ) -> [Name: RelativeColumn] {
    var found = [RelativeColumn?](repeating: nil, count: names.count)
    found.withUnsafeMutableBufferPointer { found in
      // Each iteration writes to its own element alone.
      nonisolated(unsafe) let found = found
      DispatchQueue.concurrentPerform(iterations: names.count) { found[$0] = make(names[$0]) }
    }
    var columns: [Name: RelativeColumn] = [:]
    for (name, column) in zip(names, found) { columns[name] = column }
    return columns
  }

  /// Of a bound name that is no pattern; `nil` where no report has anything there.
  subscript(name: Name) -> RelativeColumn? { columns[name] }

  /// The reports of which a rule can say something: those that have children where it names any,
  /// and peers for each cell that it compares with them. `nil` where it looks at its report alone.
  func bits(for rule: BoundRule, in panel: Panel) -> [UInt64]? {
    guard rule.looksAtOthers else { return nil }
    var bits = [UInt64](repeating: .max, count: panel.hasPrevious.count)
    for name in rule.namesOfOthers where name.whose == .children || !name.isPattern {
      let own = name.whose == .children ? kin?.links.bits : columns[name]?.bits
      for word in bits.indices { bits[word] &= own?[word] ?? 0 }
    }
    return bits
  }

  /// What is known of a sum or a quartile.
  func figure(
    _ name: Name, at report: Int, blanks: BlankTreatment
  ) throws(EvaluationProblem.Kind) -> Figure {
    guard let relative = columns[name] else { return .missing(.noReport) }
    let column = relative.column
    let state = column.state(at: report)
    if state == .notOnForm { return .missing(.noReport) }
    let part = state == .reported ? column.value(at: report) : relative.parts[UInt32(report)]?.sum
    guard let part, let sum = Quantity(coefficient: part, scale: column.ruleScale) else {
      throw .overflow
    }
    if column.unit != .unstatedMoney, state == .reported || state == .blank && blanks == .asZero {
      return .known(sum)
    }
    let isOpenBelow = UnreadFigure.mayBeNegative(name.key.indicator)
    return .unread(Bounds(lower: isOpenBelow ? nil : sum, upper: nil))
  }

  /// Whether something of a sum could not be read, or was not found.
  func hasUnread(_ name: Name, at report: Int) -> Bool {
    columns[name]?.column.state(at: report) == .ambiguous
  }
}

extension BoundRule {
  /// What it names of other bodies, each once, patterns as they are.
  fileprivate var namesOfOthers: Set<Name> {
    Set((expanded.names + (when?.names ?? [])).map(\.name).filter(\.isOfOthers))
  }
}
