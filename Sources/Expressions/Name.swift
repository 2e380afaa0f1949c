import ReportModel

/// What an expression calls a figure or a property by: an indicator's code, a pattern of codes, a
/// label, or a word that only the caller knows (`row`, `group.total`, `year`).
///
/// The expression language gives names no meaning; whoever evaluates the expression does.
public struct Name: Hashable, Sendable {
  /// The name without `previous.` and without the applicant, such as `requests.new`, `outcome.*`
  /// or 行政处罚.
  public let words: String
  /// The applicant written in brackets behind the name.
  public let applicant: Applicant?
  /// Whether the name means the same body's report of the year before.
  public let isPrevious: Bool

  /// A name of the report at hand, unless `isPrevious`.
  public init(_ words: String, applicant: Applicant? = nil, isPrevious: Bool = false) {
    self.words = words
    self.applicant = applicant
    self.isPrevious = isPrevious
  }

  /// Whether the name stands for every code that fits it: it has a `*`.
  public var isPattern: Bool { words.utf8.contains(UInt8(ascii: "*")) }
}

extension Name: CustomStringConvertible {
  /// As it is written in an expression: `previous.requests.carried_out[firm]`.
  public var description: String {
    (isPrevious ? "previous." : "") + words + (applicant.map { "[\($0.rawValue)]" } ?? "")
  }
}
