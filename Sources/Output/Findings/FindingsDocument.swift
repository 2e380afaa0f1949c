import ReportModel

/// The findings of a check with their rules and their evidence, as formats for other tools need
/// them: those know rules and places, which the columns of a table do not tell apart.
public struct FindingsDocument: Sendable {
  /// A rule that was held against the reports.
  public struct RuleEntry: Sendable {
    /// `T3.balance`.
    public let id: String
    /// What must hold.
    public let label: LocalizedText
    /// How much a finding of it weighs.
    public let severity: Severity
    /// What it rests on: `printed`, `layout` …
    public let basis: String
    /// What a reader should know about it.
    public let note: LocalizedText?
    /// Where it is laid down.
    public let law: String?
    /// How many of its checks passed.
    public let passed: Int
    /// How many did not apply.
    public let skipped: Int

    /// - Parameters: as the properties of the same names.
    public init(
      id: String, label: LocalizedText, severity: Severity, basis: String, note: LocalizedText?,
      law: String?, passed: Int, skipped: Int
    ) {
      self.id = id
      self.label = label
      self.severity = severity
      self.basis = basis
      self.note = note
      self.law = law
      self.passed = passed
      self.skipped = skipped
    }
  }

  /// A cell that a finding rests on.
  public struct Evidence: Sendable {
    /// `requests.new[firm]`, with the year in front where it is another report's.
    public let cell: String
    /// The page's own characters.
    public let printed: String
    /// The file that it stands in, as it was loaded.
    public let path: String
    /// SHA-256 of that file.
    public let digest: String
    /// Where in that file; `nil` where the page does not have the cell.
    public let place: Place?

    /// - Parameters: as the properties of the same names.
    public init(cell: String, printed: String, path: String, digest: String, place: Place?) {
      self.cell = cell
      self.printed = printed
      self.path = path
      self.digest = digest
      self.place = place
    }
  }

  /// A finding with its evidence.
  public struct Entry: Sendable {
    /// The finding itself.
    public let finding: Finding
    /// The rule in words and what was found.
    public let message: String
    /// In the order of the finding's operands.
    public let evidence: [Evidence]
    /// Why it is accepted; `nil` where it stands.
    public let waivedBecause: String?
    /// The id of the finding that it follows from, where it does from one.
    public let followsFrom: String?

    /// - Parameters: as the properties of the same names.
    public init(
      finding: Finding, message: String, evidence: [Evidence], waivedBecause: String?,
      followsFrom: String? = nil
    ) {
      self.finding = finding
      self.message = message
      self.evidence = evidence
      self.waivedBecause = waivedBecause
      self.followsFrom = followsFrom
    }
  }

  /// The version of the program.
  public let version: String
  /// In the order of the rule files.
  public let rules: [RuleEntry]
  /// In the order of the check.
  public let entries: [Entry]
  /// From which severity on a finding counts as a failure; `nil` for none.
  public let failOn: Severity?

  /// - Parameters: as the properties of the same names.
  public init(version: String, rules: [RuleEntry], entries: [Entry], failOn: Severity?) {
    self.version = version
    self.rules = rules
    self.entries = entries
    self.failOn = failOn
  }
}

/// A way to write findings for other tools: one type a format.
public protocol FindingsFormat: Sendable {
  /// The name behind `as`.
  static var name: String { get }
  /// The ends of file names that mean this format, with their point.
  static var fileNameEnds: [String] { get }

  /// - Parameter language: of labels and messages.
  init(language: Language)

  /// The whole document with its last line end.
  func encode(_ document: FindingsDocument) -> [UInt8]
}
