/// The languages in which nianbao speaks. Figures, codes and file formats do not depend on it.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// One wording in both languages.
public struct LocalizedText: Hashable, Sendable {
  public let chinese: String
  public let english: String

  public init(chinese: String, english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The same characters in both languages: names, codes and figures.
  public init(verbatim text: String) {
    self.init(chinese: text, english: text)
  }

  public func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
