/// The code of one thing measured, such as `penalty.decisions`, the same in every form revision
/// that measures it.
public struct IndicatorCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  public var description: String { text }

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

  public let code: IndicatorCode
  /// The full name, unique in each language.
  public let label: LocalizedText
  /// Other names by which people ask for it, such as the bare row label 行政处罚.
  public let names: [String]
  public let unit: MeasureUnit
  public let origin: Origin
  /// The number of the table that carries it (2, 3 or 4); for derived ones, of its parts.
  public let table: Int
  /// Whether each applicant has a figure of its own (table 3).
  public let hasApplicants: Bool

  public init(
    code: IndicatorCode, label: LocalizedText, names: [String], unit: MeasureUnit, origin: Origin,
    table: Int, hasApplicants: Bool
  ) {
    self.code = code
    self.label = label
    self.names = names
    self.unit = unit
    self.origin = origin
    self.table = table
    self.hasApplicants = hasApplicants
  }

  public var isDerived: Bool {
    if case .derived = origin { true } else { false }
  }
}
