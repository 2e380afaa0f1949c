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
    for key in ["forms", "bodies", "when", "blank", "unread", "tolerance", "repair"] {
      if let value = mapping[key] { mistakes.add(value, .keysExclude(key, "claims")) }
    }
  }

  /// `claims: [{kind: count, value: 51, of: requests.new}]` of a test.
  mutating func claims(ofTest mapping: YAMLMapping) -> [Claim] {
    let nodes = mistakes.value { () throws(YAMLProblem) in try mapping.list("claims") } ?? []
    return nodes.compactMap { claim($0) }
  }

  private mutating func claim(_ node: YAMLValue) -> Claim? {
    let keys = [
      "kind", "value", "of", "applicants", "unit", "bound", "year", "doubts", "whole", "subject",
    ]
    guard let mapping = mistakes.mapping(node, allowing: keys) else { return nil }
    let text = { (value: YAMLValue) throws(YAMLProblem) in try value.text() }
    let number = { (value: YAMLValue) throws(YAMLProblem) in try value.wholeNumber() }
    let kind = mistakes.required("kind", of: mapping) { value throws(YAMLProblem) in
      try Self.choice(value, of: Claim.Kind.allCases)
    }
    let value = mistakes.optional("value", of: mapping, text) ?? "0"
    let applicants = mistakes.optional("applicants", of: mapping, text) ?? ""
    let bound = mistakes.optional("bound", of: mapping) { value throws(YAMLProblem) in
      try Self.choice(value, of: Claim.Bound.allCases)
    }
    let doubts = mistakes.elements("doubts", of: mapping) { value throws(YAMLProblem) in
      Claim.Doubt(try Self.choice(value, of: Claim.Doubt.Reason.allCases), "")
    }
    let meanings = Claim.meanings(text: mistakes.optional("of", of: mapping, text) ?? "")
    let unit = mistakes.optional("unit", of: mapping, text) ?? ""
    let year = mistakes.optional("year", of: mapping, number)
    let whole = mistakes.optional("whole", of: mapping, number)
    let subject = mistakes.optional("subject", of: mapping, number)
    guard let quantity = Quantity(value) else {
      mistakes.add(mapping["value"] ?? node, .badNumber(value))
      return nil
    }
    guard let named = Claim.applicants(text: applicants) else {
      mistakes.add(
        mapping["applicants"] ?? node,
        .yaml(.badValue(applicants, allowed: Applicant.allCases.map(\.rawValue))))
      return nil
    }
    guard let kind else { return nil }
    return Claim(
      kind: kind, meanings: meanings, applicants: named, value: quantity, printed: value + unit,
      decimals: value.split(separator: ".").dropFirst().first?.count ?? 0, unit: unit,
      bound: bound ?? .exact, year: year, doubts: doubts,
      part: whole.map { Claim.Part(of: $0, breakdown: 0) }, subject: subject, sentence: "",
      place: Place(), offset: 0)
  }
}
