import Forms
import ReportModel

/// The indicators of a query, each once, in the order named, and the one column of applicants that
/// they are about.
struct QueryIndicators: Sendable {
  let codes: [IndicatorCode]
  /// `nil` for the printed total.
  let applicant: Applicant?
  /// Where they stand in the command.
  let range: SourceRange

  /// Reads one or more indicators.
  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    let tokens = try arguments.takeTexts(.indicator)
    let resolver = IndicatorResolver(catalog: arguments.catalog)
    var codes: [IndicatorCode] = []
    var applicants: Set<Applicant?> = []
    for token in tokens {
      for key in try resolver.keys(meantBy: token) {
        applicants.insert(key.applicant)
        if !codes.contains(key.indicator) { codes.append(key.indicator) }
      }
    }
    range = tokens[0].range.lowerBound..<tokens[tokens.count - 1].range.upperBound
    guard applicants.count == 1, let applicant = applicants.first else {
      throw ShellError(.applicantsDiffer, at: range)
    }
    self.codes = codes
    self.applicant = applicant
  }
}
