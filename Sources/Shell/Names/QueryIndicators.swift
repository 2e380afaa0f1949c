import Forms
import ReportModel

/// The indicators of a query, each once, in the order named, and the one column of applicants that
/// they are about.
struct QueryIndicators: Sendable {
  /// What the words mean.
  struct Resolved: Sendable {
    let codes: [IndicatorCode]
    /// `nil` for the printed total.
    let applicant: Applicant?

    /// Refuses several indicators where one is asked for.
    func checkOne(at range: SourceRange) throws(ShellError) {
      guard codes.count == 1 else {
        throw ShellError(.oneIndicator(codes.map(\.text)), at: range)
      }
    }
  }

  private let tokens: [Token]
  /// Where they stand in the command.
  let range: SourceRange
  /// What they mean as far as can be told before anything runs.
  let known: Resolved?

  /// Reads one or more indicators. Names that nothing can bring are refused at once.
  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    tokens = try arguments.takeTexts(.indicator)
    range = tokens[0].range.lowerBound..<tokens[tokens.count - 1].range.upperBound
    do throws(ShellError) {
      known = try Self.resolve(tokens, at: range, in: arguments.catalog)
    } catch {
      guard case .unknownName(.indicator, _, _) = error.kind,
        arguments.names.definitionsAreOpen
      else { throw error }
      known = nil
    }
  }

  /// What they mean once everything before has run.
  func resolved(in catalog: FormCatalog) throws(ShellError) -> Resolved {
    try Self.resolve(tokens, at: range, in: catalog)
  }

  private static func resolve(
    _ tokens: [Token], at range: SourceRange, in catalog: FormCatalog
  ) throws(ShellError) -> Resolved {
    let resolver = IndicatorResolver(catalog: catalog)
    var codes: [IndicatorCode] = []
    var applicants: Set<Applicant?> = []
    for token in tokens {
      for key in try resolver.keys(meantBy: token) {
        applicants.insert(key.applicant)
        if !codes.contains(key.indicator) { codes.append(key.indicator) }
      }
    }
    guard applicants.count == 1, let applicant = applicants.first else {
      throw ShellError(.applicantsDiffer, at: range)
    }
    return Resolved(codes: codes, applicant: applicant)
  }
}
