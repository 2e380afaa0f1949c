/// The code of one thing measured, such as `penalty.decisions`, the same in every form revision
/// that measures it.
public struct IndicatorCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Lower-case words joined by points, the general before the particular.
  public let text: String

  /// Takes any text: whether there is such an indicator, the dictionary knows.
  public init(_ text: String) {
    self.text = text
  }

  /// The code as commands and data files have it.
  public var description: String { text }

  /// By the characters of the code; the order of the forms is the dictionary's to tell.
  public static func < (left: IndicatorCode, right: IndicatorCode) -> Bool {
    left.text < right.text
  }
}

/// One entry of the dictionary: what a code means.
public struct Indicator: Hashable, Sendable {
  /// Whether pages carry the figure or nianbao works it out.
  public enum Origin: Hashable, Sendable {
    /// Read from a cell of a form.
    case read
    /// Worked out from the formula, which is written in the expression language.
    case derived(formula: String)
  }

  /// What commands, rules and data files call it; unique in the dictionary.
  public let code: IndicatorCode
  /// The full name, unique in each language.
  public let label: LocalizedText
  /// Other names by which people ask for it, such as the bare row label 行政处罚.
  public let names: [String]
  /// The unit of its figures on the form; pages may state another one for money.
  public let unit: MeasureUnit
  /// Where its figures come from: pages, or a formula over other indicators.
  public let origin: Origin
  /// The number of the table that carries it, 1 to 4; for derived ones, of its parts.
  public let table: Int
  /// Whether each applicant has a figure of its own (table 3).
  public let hasApplicants: Bool
  /// Whether it counts what there is at one point in time, such as the documents in force, instead
  /// of what happens in a year. Stocks of several years do not add up to anything.
  public let isStock: Bool

  /// - Parameter label: the full name; no other indicator may have it as label or name.
  public init(
    code: IndicatorCode, label: LocalizedText, names: [String], unit: MeasureUnit, origin: Origin,
    table: Int, hasApplicants: Bool, isStock: Bool = false
  ) {
    self.code = code
    self.label = label
    self.names = names
    self.unit = unit
    self.origin = origin
    self.table = table
    self.hasApplicants = hasApplicants
    self.isStock = isStock
  }

  /// Whether no page carries it: it has a formula, and no cell of any form.
  public var isDerived: Bool {
    if case .derived = origin { true } else { false }
  }
}
