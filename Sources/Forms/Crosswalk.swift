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
    /// The id of one of the two forms, such as `gid-2019`; the statement holds both ways.
    public let from: String
    /// The id of the other form.
    public let to: String
    /// Codes or code patterns.
    public let codes: [String]
    /// What may be done with the figures of these codes across the two forms.
    public let match: Comparability
    /// The reason for readers of a result; it becomes the footnote of flagged values.
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
