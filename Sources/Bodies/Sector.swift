import ReportModel

/// What a body is in charge of, such as the environment or public security.
public struct Sector: Hashable, Sendable {
  /// Lower case, the same in every language: `environment`.
  public let code: String
  /// What people read in place of the code.
  public let label: LocalizedText

  /// - Parameter code: unique among sectors.
  public init(code: String, label: LocalizedText) {
    self.code = code
    self.label = label
  }
}
