/// The languages in which nianbao speaks. Figures, codes and file formats do not depend on it.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// One wording in both languages.
public struct LocalizedText: Hashable, Sendable {
  /// Simplified Chinese; where a form or a notice words the thing, in its words.
  public let chinese: String
  /// English; a text without it would be shown empty: nothing falls back on Chinese.
  public let english: String

  /// Both are needed: there is no text in one language only.
  public init(chinese: String, english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The same characters in both languages: names, codes and figures.
  public init(verbatim text: String) {
    self.init(chinese: text, english: text)
  }

  /// The wording for somebody who chose that language.
  public func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
