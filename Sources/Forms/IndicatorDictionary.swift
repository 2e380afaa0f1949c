import ReportModel
import StrictYAML

/// All indicators, read and derived, with the names by which people call them.
public struct IndicatorDictionary: Sendable {
  /// In the order of the forms: table 2, 3, 4, then derived ones, then those of the older forms.
  public let all: [Indicator]
  private let positions: [IndicatorCode: Int]

  /// - Parameter indicators: in the order in which results list them; of two with
  ///   one code the first is found.
  public init(_ indicators: [Indicator]) {
    all = indicators
    positions = Dictionary(
      indicators.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads the dictionary's resource file: a list of
  /// `{code, zh, en, names, unit, table, applicants: yes, kind: stock, formula}`; a formula makes it
  /// derived, and without a kind it is a flow.
  public init(yaml: String) throws(YAMLProblem) {
    var indicators: [Indicator] = []
    for node in try YAMLValue(parsing: yaml).list() {
      let mapping = try YAMLMapping(
        node,
        allowing: ["code", "zh", "en", "names", "unit", "table", "applicants", "kind", "formula"])
      var origin = Indicator.Origin.read
      if let formula = mapping["formula"] { origin = .derived(formula: try formula.text()) }
      indicators.append(
        Indicator(
          code: IndicatorCode(try mapping.text("code")),
          label: LocalizedText(chinese: try mapping.text("zh"), english: try mapping.text("en")),
          names: try mapping.texts("names"), unit: try MeasureUnit(mapping["unit"]),
          origin: origin, table: try mapping.required("table").wholeNumber(),
          hasApplicants: try mapping.says("yes", "applicants"),
          isStock: try mapping.says("stock", "kind")))
    }
    self.init(indicators)
  }

  /// The entry of exactly this code; `nil` for unknown codes, and for patterns.
  public subscript(code: IndicatorCode) -> Indicator? {
    positions[code].map { all[$0] }
  }

  /// The position in the dictionary's order; indicators unknown to it come last.
  public func position(of code: IndicatorCode) -> Int {
    positions[code] ?? all.count
  }

  /// Whether a code fits a pattern such as `outcome.refused.*`: `*` stands for any characters.
  public static func matches(_ code: IndicatorCode, pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return code.text == pattern
    }
    var rest = code.text[...]
    guard rest.hasPrefix(first) else { return false }
    rest = rest.dropFirst(first.count)
    guard rest.count >= last.count, rest.hasSuffix(last) else { return false }
    rest = rest.dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  /// The indicators whose code fits the pattern, in the dictionary's order.
  public func matching(_ pattern: String) -> [Indicator] {
    all.filter { Self.matches($0.code, pattern: pattern) }
  }
}
