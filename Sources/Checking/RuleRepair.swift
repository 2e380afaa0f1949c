import ReportModel

/// What a rule that is a balance says on which of its figures may be wrong.
public struct RuleRepair: Hashable, Sendable {
  /// Whether repairs are to make the rule hold at all.
  public let isWanted: Bool
  /// The cells that a repair may change, as patterns of codes with or without an applicant:
  /// `*.total`, `outcome.*[total]`. All where empty; otherwise the rule's other cells are trusted.
  public let cells: [String]
  /// How many changes of other figures one change of its figures weighs, from 1.
  public let weight: Int

  /// Every figure may be changed, at the usual weight.
  public static let any = RuleRepair(isWanted: true, cells: [], weight: 1)
  /// The rule says nothing on which figure is wrong.
  public static let none = RuleRepair(isWanted: false, cells: [], weight: 1)
  /// No rule may ask for more: repairs of several cells must stay comparable.
  public static let maximumWeight = 9

  /// What a rule file says.
  public init(isWanted: Bool, cells: [String], weight: Int) {
    self.isWanted = isWanted
    self.cells = cells
    self.weight = weight
  }
}

extension RuleRepair: CustomStringConvertible {
  /// `none`, `cells *.total; weight 3`; empty where every figure may be changed at the usual weight.
  public var description: String {
    guard isWanted else { return "none" }
    return
      ((cells.isEmpty ? [] : ["cells " + cells.joined(separator: ", ")])
      + (weight == 1 ? [] : ["weight \(weight)"])).joined(separator: "; ")
  }
}
