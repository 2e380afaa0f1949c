import ReportModel

/// Something that a footnote has to say about an indicator of the answer.
struct Note: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case seriesBreak(RecipeRelation)
    case definitionDiffers(RecipeRelation)
    case aggregated(code: IndicatorCode, form: String)
    case unread
    case unstatedMoney
    case bodiesDiffer
    case yearsDiffer
    case severalYears(SummedYears)
    case zeroDenominator
    /// A code or, where a formula sums over a pattern, the pattern.
    case notOnForm(code: IndicatorCode, form: String)
  }

  /// The indicator's place among those of the query.
  let indicator: Int
  let kind: Kind

  var flag: Flag {
    switch kind {
    case .seriesBreak: .seriesBreak
    case .definitionDiffers: .definitionDiffers
    case .aggregated: .aggregated
    case .unread, .unstatedMoney: .unread
    case .bodiesDiffer, .yearsDiffer: .coverageChanges
    case .severalYears: .severalYears
    case .notOnForm, .zeroDenominator: .notAvailable
    }
  }
}
