/// How data files write what a claim is about.
extension Claim {
  /// `outcome.granted + outcome.partial`; meanings stand side by side as in
  /// `requests.new | requests.handled_load`; empty without a meaning.
  public var indicatorText: String {
    meanings.map { $0.map(\.text).joined(separator: " + ") }.joined(separator: " | ")
  }

  /// `person`, `firm+law`; empty where the words name no applicant.
  public var applicantText: String { applicants.map(\.rawValue).joined(separator: "+") }

  /// `certain`, `unclear` where several meanings or none are left and nothing else is wrong, else
  /// the doubts: `word:受理; subset:网络`.
  public var scopeText: String {
    guard doubts.isEmpty else {
      return doubts.map { "\($0.reason.rawValue):\($0.words)" }.joined(separator: "; ")
    }
    return meanings.count == 1 ? "certain" : meanings.isEmpty ? "" : "unclear"
  }

  /// Reads what `indicatorText` writes.
  public static func meanings(text: String) -> [[IndicatorCode]] {
    parts(of: text, at: "|").map { parts(of: $0, at: "+").map { IndicatorCode($0) } }
  }

  /// Reads what `applicantText` writes; `nil` for anything else.
  public static func applicants(text: String) -> [Applicant]? {
    var applicants: [Applicant] = []
    for name in parts(of: text, at: "+") {
      guard let applicant = Applicant(rawValue: name) else { return nil }
      applicants.append(applicant)
    }
    return applicants
  }

  private static func parts(of text: String, at separator: Character) -> [String] {
    text.split(separator: separator).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
