import Forms
import ReportModel

/// Which claims a rule is held against: `for: {claims: [count], of: [outcome.*], doubts: [word]}`.
public struct ClaimSelection: Hashable, Sendable {
  /// What sort of statements.
  public let kinds: [Claim.Kind]
  /// Patterns of codes, of which every code that a claim is about must fit one; empty where it does
  /// not matter what a claim is about.
  public let codes: [String]
  /// The doubts in spite of which a claim is held to the rule. What then fails is a question: only
  /// of a claim whose scope is certain can it be said that it is wrong.
  public let doubts: [Claim.Doubt.Reason]

  /// - Parameters: as the properties of the same names.
  public init(
    kinds: [Claim.Kind], codes: [String] = [], doubts: [Claim.Doubt.Reason] = []
  ) {
    self.kinds = kinds
    self.codes = codes
    self.doubts = doubts
  }

  /// Whether a claim is of a kind and certain enough; what it is about is for `takes(_:)` to say.
  func takes(_ claim: Claim) -> Bool {
    kinds.contains(claim.kind) && claim.doubts.allSatisfy { doubts.contains($0.reason) }
      && (claim.meanings.count < 2 || doubts.contains(.word))
  }

  /// Whether the rule is about claims with these meanings.
  func takes(_ meanings: [[IndicatorCode]]) -> Bool {
    guard !codes.isEmpty else { return true }
    return !meanings.isEmpty
      && meanings.joined().allSatisfy { code in
        codes.contains { IndicatorDictionary.matches(code, pattern: $0) }
      }
  }
}

extension ClaimSelection: CustomStringConvertible {
  /// As a rule file writes it.
  public var description: String {
    var parts = ["claims: [\(kinds.map(\.rawValue).joined(separator: ", "))]"]
    if !codes.isEmpty { parts.append("of: [\(codes.joined(separator: ", "))]") }
    if !doubts.isEmpty {
      parts.append("doubts: [\(doubts.map(\.rawValue).joined(separator: ", "))]")
    }
    return "{\(parts.joined(separator: ", "))}"
  }
}
