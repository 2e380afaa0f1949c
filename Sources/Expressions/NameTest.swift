/// A question about names themselves rather than about their figures.
public enum NameTest: String, Hashable, Sendable, CaseIterable {
  /// Whether last year's form measures the same as this year's: `comparable(outcome.granted)`.
  case comparable
  /// Whether the page shows the cell at all, with a figure or without: `found(requests.new[firm])`.
  case found
  /// Whether anything is filled in, a figure or other words: `filled(table)`.
  case filled

  /// How a text written in Chinese calls it.
  public var chinese: String {
    switch self {
    case .comparable: "可比"
    case .found: "见到"
    case .filled: "已填"
    }
  }

  init?(word: String) {
    guard let test = Self.allCases.first(where: { $0.rawValue == word || $0.chinese == word })
    else { return nil }
    self = test
  }
}
