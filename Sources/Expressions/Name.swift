import ReportModel

/// What an expression calls a figure or a property by: an indicator's code, a pattern of codes, a
/// label, or a word that only the caller knows (`row`, `group.total`, `year`).
///
/// The expression language gives names no meaning; whoever evaluates the expression does.
public struct Name: Hashable, Sendable {
  /// Whose figure a name means.
  public enum Whose: String, Hashable, Sendable, CaseIterable {
    /// That of the report at hand.
    case own
    /// That of the same body's report of the year before.
    case previous
    /// The sum over the reports of the same year of the bodies right below.
    case children
    /// The upper quartile of the reports of the same year of bodies of the same kind.
    case peers

    /// How a text written in Chinese calls it.
    public var chinese: String {
      switch self {
      case .own: ""
      case .previous: "上年"
      case .children: "下级"
      case .peers: "同类"
      }
    }

    /// What stands before a name, in either language; nothing before one's own.
    var prefixes: [String] { self == .own ? [] : [rawValue + ".", chinese + "."] }
  }

  /// The name without `previous.` and without the applicant, such as `requests.new`, `outcome.*`
  /// or 行政处罚.
  public let words: String
  /// The applicant written in brackets behind the name.
  public let applicant: Applicant?
  /// Whose figure it is.
  public let whose: Whose

  /// A name of the report at hand, unless `isPrevious`.
  public init(_ words: String, applicant: Applicant? = nil, isPrevious: Bool = false) {
    self.init(words, applicant: applicant, whose: isPrevious ? .previous : .own)
  }

  /// A name of any report.
  public init(_ words: String, applicant: Applicant? = nil, whose: Whose) {
    self.words = words
    self.applicant = applicant
    self.whose = whose
  }

  /// Whether the name means the same body's report of the year before.
  public var isPrevious: Bool { whose == .previous }

  /// Whether it means what the reports of other bodies come to.
  public var isOfOthers: Bool { whose == .children || whose == .peers }

  /// Whether the name stands for every code that fits it: it has a `*`.
  public var isPattern: Bool { words.utf8.contains(UInt8(ascii: "*")) }

  /// The same name with `children.` or `peers.` taken off its words and understood.
  ///
  /// The parser leaves them in the words: only rules know other bodies, and wherever else they are
  /// written, they are part of a name that there is not.
  public var understandingOthers: Name {
    guard whose == .own else { return self }
    for whose in [Whose.children, .peers] {
      for prefix in whose.prefixes where words.hasPrefix(prefix) {
        return Name(String(words.dropFirst(prefix.count)), applicant: applicant, whose: whose)
      }
    }
    return self
  }
}

extension Name: CustomStringConvertible {
  /// As it is written in an expression: `previous.requests.carried_out[firm]`.
  public var description: String {
    (whose.prefixes.first ?? "") + words + (applicant.map { "[\($0.rawValue)]" } ?? "")
  }
}
