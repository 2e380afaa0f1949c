import ReportModel
import StrictYAML

/// How far a figure of one form may stand beside the figure of the same code of another.
public enum Comparability: String, Sendable, CaseIterable {
  /// Same row, same rule.
  case exact
  /// Rows of one form add up to one row of the other.
  case aggregate
  /// The definitions differ somewhat: compare with care.
  case approximate
  /// Different quantities, or the figure exists in one form only.
  case none
}

/// The comparability of every indicator between each pair of forms.
public struct Crosswalk: Sendable {
  /// One statement of the resource file.
  public struct Entry: Hashable, Sendable {
    public let from: String
    public let to: String
    /// Codes or code patterns.
    public let codes: [String]
    public let match: Comparability
    public let why: LocalizedText
  }

  /// The first entry that fits an indicator counts.
  public let entries: [Entry]

  /// Reads the resource file: a list of `{from, to, codes, match, why: {zh, en}}`.
  public init(yaml: String) throws(YAMLProblem) {
    var entries: [Entry] = []
    for node in try YAMLValue(parsing: yaml).list() {
      let mapping = try YAMLMapping(node, allowing: ["from", "to", "codes", "match", "why"])
      let match = try mapping.required("match")
      guard let comparability = Comparability(rawValue: try match.text()) else {
        throw match.problem(
          .badValue(try match.text(), allowed: Comparability.allCases.map(\.rawValue)))
      }
      entries.append(
        Entry(
          from: try mapping.text("from"), to: try mapping.text("to"),
          codes: try mapping.texts("codes"), match: comparability,
          why: try LocalizedText(mapping.required("why"))))
    }
    self.entries = entries
  }

  /// The statement about an indicator between two forms, in either direction; `nil` within one
  /// form, where nothing needs to be said, and between forms that the file does not mention.
  public func entry(for code: IndicatorCode, from: String, to: String) -> Entry? {
    guard from != to else { return nil }
    return entries.first { entry in
      ((entry.from == from && entry.to == to) || (entry.from == to && entry.to == from))
        && entry.codes.contains { IndicatorDictionary.matches(code, pattern: $0) }
    }
  }
}
