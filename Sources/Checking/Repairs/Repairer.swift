import Forms
import Panel
import ReportModel

/// Proposes least repairs for the reports of a panel: the smallest changes after which every
/// balance within a report holds.
///
/// The method is that of error localisation (Fellegi and Holt, 1976), with slips of the pen as
/// changes of less weight. Cells that were not read are unknowns, never faults; what the balances
/// determine of them is given as deduced.
public struct Repairer {
  /// Steps of a search before it gives up; some ten milliseconds.
  public static let standardBudget = 50_000

  private let bound: [BoundRule]
  private let catalog: FormCatalog
  private let panel: Panel
  private let costs: RepairCosts
  private let budget: Int
  private var layouts: [[Int: String]: Int] = [:]
  private var parts: [[RepairPart]] = []
  /// Findings of one report come one after the other.
  private var last: (report: Int, listed: Int, advice: [RepairAdvice])?

  /// - Throws: the first name in a rule that the forms do not know.
  public init(
    ruleSet: RuleSet, catalog: FormCatalog, panel: Panel, costs: RepairCosts = .standard,
    budget: Int = Repairer.standardBudget
  ) throws(RuleFileProblem) {
    bound = try BoundRule.all(of: ruleSet, in: catalog)
    self.catalog = catalog
    self.panel = panel
    self.costs = costs
    self.budget = budget
  }

  /// What the balances say of a report: for each part in which something contradicts or was not
  /// read, in the order of the form.
  ///
  /// - Parameters:
  ///   - report: a position in the panel.
  ///   - listed: how many repairs of a part to give at most; all are counted.
  public mutating func advice(at report: Int, listed: Int = 8) -> [RepairAdvice] {
    let number = number(of: panel.reports[report].forms)
    var result: [RepairAdvice] = []
    for part in parts[number].indices {
      if let advice = parts[number][part].advice(at: report, listed: listed) {
        result.append(advice)
      }
    }
    return result
  }

  /// What the balances say where a finding stands; `nil` where they say nothing: on rules that are
  /// no balances of one report, and on reports that the panel does not have.
  public mutating func advice(on finding: Finding, listed: Int = 8) -> RepairAdvice? {
    let keys = finding.ownOperands.map(\.key)
    return advices(on: finding, listed: listed).first { advice in
      keys.allSatisfy(advice.cells.contains)
    }
  }

  /// The same where the balances say something of every cell of a finding; empty where they do not.
  public mutating func wholeAdvice(on finding: Finding, listed: Int = 8) -> [RepairAdvice] {
    let advices = advices(on: finding, listed: listed)
    let covered = finding.operands.allSatisfy { operand in
      operand.owner == .finding && advices.contains { $0.cells.contains(operand.key) }
    }
    return covered ? advices : []
  }

  /// What the balances say of every part of the report in which a finding has cells, in the order
  /// of the form.
  public mutating func advices(on finding: Finding, listed: Int = 8) -> [RepairAdvice] {
    guard let report = panel.position(body: finding.body, year: finding.year),
      !finding.operands.isEmpty,
      finding.operands.allSatisfy({ $0.year == finding.year && $0.owner == .finding })
    else { return [] }
    let keys = finding.ownOperands.map(\.key)
    let all =
      last?.report == report && last?.listed == listed
      ? last?.advice ?? [] : advice(at: report, listed: listed)
    last = (report, listed, all)
    return all.filter { advice in keys.contains(where: advice.cells.contains) }
  }

  private mutating func number(of forms: [Int: String]) -> Int {
    if let number = layouts[forms] { return number }
    let system = IdentitySystem(bound, layout: ReportLayout(forms: forms, in: catalog))
    parts.append(
      system.parts().compactMap { RepairPart($0, panel: panel, costs: costs, budget: budget) })
    layouts[forms] = parts.count - 1
    return parts.count - 1
  }
}
