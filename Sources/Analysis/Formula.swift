import Forms
import ReportModel

/// How an indicator comes from figures: a sum, or one sum divided by another. That is all that can
/// be added up over reports without changing its meaning: sums add, and the rate of a group is the
/// ratio of the group's sums, never the mean of rates.
struct Formula: Hashable, Sendable {
  /// One thing added or subtracted.
  struct Part: Hashable, Sendable {
    enum Figures: Hashable, Sendable {
      case indicator(IndicatorCode)
      /// Every figure of the form whose code fits the pattern and none of the exceptions.
      case matching(String, except: [String])
    }

    let figures: Figures
    /// The column that the formula names; `nil` for the one that is asked for.
    let applicant: Applicant?
    let isSubtracted: Bool
  }

  let numerator: [Part]
  /// `nil` for a plain sum.
  let denominator: [Part]?

  var parts: [Part] { numerator + (denominator ?? []) }
  var isRatio: Bool { denominator != nil }

  /// An indicator read from a page: itself.
  static func read(_ code: IndicatorCode) -> Formula {
    Formula(
      numerator: [Part(figures: .indicator(code), applicant: nil, isSubtracted: false)],
      denominator: nil)
  }
}

extension Formula.Part.Figures {
  /// The code or the pattern.
  var name: IndicatorCode {
    switch self {
    case .indicator(let code): code
    case .matching(let pattern, _): IndicatorCode(pattern)
    }
  }

  /// Whether a code of a form is one of the figures.
  func include(_ code: IndicatorCode) -> Bool {
    switch self {
    case .indicator(let only):
      code == only
    case .matching(let pattern, let except):
      IndicatorDictionary.matches(code, pattern: pattern)
        && !except.contains { IndicatorDictionary.matches(code, pattern: $0) }
    }
  }
}

extension [Formula.Part] {
  /// The same parts with the opposite signs.
  var negated: [Formula.Part] {
    map {
      Formula.Part(
        figures: $0.figures, applicant: $0.applicant, isSubtracted: !$0.isSubtracted)
    }
  }

  /// The same parts with the applicant where none is named.
  func asked(of applicant: Applicant?) -> [Formula.Part] {
    map {
      Formula.Part(
        figures: $0.figures, applicant: $0.applicant ?? applicant, isSubtracted: $0.isSubtracted)
    }
  }
}
