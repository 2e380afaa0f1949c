import ReportModel

/// Which cells give an indicator's figure in reports of certain forms.
struct Recipe: Sendable {
  /// A cell that is added or subtracted.
  struct Term: Hashable, Sendable {
    let code: IndicatorCode
    /// The column named by the formula; `nil` for the one asked for.
    let applicant: Applicant?
    let isSubtracted: Bool
  }

  enum Standing: Hashable, Sendable {
    case complete
    /// The page lacks the table, so its figure is not known.
    case tableMissing
    /// The form does not have this figure.
    case notOnForm(IndicatorCode, form: String)
  }

  let standing: Standing
  let numerator: [Term]
  let denominator: [Term]?
  /// The form behind each part of the formula, in its order; `nil` where the table is missing.
  let forms: [String?]
  /// The rows that were added up because the form does not have them as one.
  let aggregated: [Aggregate]

  struct Aggregate: Hashable, Sendable {
    let code: IndicatorCode
    let form: String
  }
}
