import ReportModel
import StrictYAML

/// The parts of a rule file that only rules about claims have.
extension RuleEntryReader {
  /// Whether a rule is about claims, which are about whatever table they are about.
  static func isAboutClaims(_ rule: YAMLMapping) -> Bool {
    guard case .mapping(let pairs) = rule["for"]?.content else { return false }
    return pairs.contains { pair in
      if case .scalar("claims") = pair.key.content { true } else { false }
    }
  }

  /// `{claims: [count], of: [outcome.*], doubts: [word]}`.
  mutating func claims(_ mapping: YAMLMapping) -> ClaimSelection {
    ClaimSelection(
      kinds: mistakes.elements("claims", of: mapping) { value throws(YAMLProblem) in
        try Self.choice(value, of: Claim.Kind.allCases)
      },
      codes: mistakes.elements("of", of: mapping) { value throws(YAMLProblem) in
        try value.text()
      },
      doubts: mistakes.elements("doubts", of: mapping) { value throws(YAMLProblem) in
        try Self.choice(value, of: Claim.Doubt.Reason.allCases)
      })
  }

  /// What would have no meaning for a claim.
  mutating func refuseKeys(besideClaims mapping: YAMLMapping) {
    for key in ["forms", "bodies", "when", "blank", "tolerance", "repair", "tests"] {
      if let value = mapping[key] { mistakes.add(value, .keysExclude(key, "claims")) }
    }
  }
}
