import Expressions
import ReportModel

/// A list of parts that the text gives of a whole: 其中自然人70件，法人或其他组织7件.
struct ClaimParts {
  /// Positions of the parts among the claims.
  let parts: [Int]
  let sum: Quantity
  /// Whether the parts are all there are: every applicant, every outcome, every result.
  let isComplete: Bool
  /// Whether the parts exclude each other for certain, so that they cannot be more than the whole.
  let isCertain: Bool

  /// What the sum says of the whole.
  var figure: Figure {
    isComplete ? .known(sum) : .unread(Bounds(lower: sum, upper: nil))
  }

  /// The lists of a whole, each breakdown one, in their order; those of a single part say nothing.
  static func lists(of whole: Int, in claims: [Claim]) -> [ClaimParts] {
    var members: [Int: [Int]] = [:]
    for (index, claim) in claims.enumerated() {
      guard let part = claim.part, part.whole == whole, claim.kind == .count else { continue }
      members[part.breakdown, default: []].append(index)
    }
    return members.sorted { $0.key < $1.key }.compactMap { _, parts in
      ClaimParts(parts, of: claims[whole], in: claims)
    }
  }

  private init?(_ parts: [Int], of whole: Claim, in claims: [Claim]) {
    guard parts.count > 1 else { return nil }
    var sum = Quantity.zero
    for part in parts {
      let claim = claims[part]
      guard claim.bound == .exact, claim.unit == whole.unit, let value = claim.statedValue,
        let next = sum.adding(value)
      else { return nil }
      sum = next
    }
    self.parts = parts
    self.sum = sum
    let list = parts.map { claims[$0] }
    if let complete = Self.completeness(ofApplicants: list, whole: whole)
      ?? Self.completeness(ofKinds: list, whole: whole)
    {
      isComplete = complete
      isCertain = true
    } else {
      // What other bodies have of it, and money; whatever else is listed may be counted twice.
      guard
        list.allSatisfy({ claim in
          // 其中市政府办公厅640件，办结630件: not a part of what was received.
          (claim.meanings.isEmpty || claim.meanings == whole.meanings)
            && claim.doubts.allSatisfy { $0.reason == .body }
            && (!claim.doubts.isEmpty || claim.unit.hasSuffix("元"))
        })
      else { return nil }
      isComplete = false
      isCertain = false
    }
  }

  /// Whether all six applicants are there; `nil` where the list is not of applicants, or has one
  /// twice.
  private static func completeness(ofApplicants list: [Claim], whole: Claim) -> Bool? {
    guard
      list.allSatisfy({ claim in
        !claim.applicants.isEmpty && claim.meanings == whole.meanings
          && claim.doubts.allSatisfy { $0.reason == .word }
      })
    else { return nil }
    let applicants = list.flatMap(\.applicants)
    guard Set(applicants).count == applicants.count else { return nil }
    return applicants.count == Applicant.allCases.count - 1
  }

  private static let received: Set<String> = ["requests.new", "requests.carried_in"]
  private static let carriedOut = "requests.carried_out"
  private static let outcomes: Set<String> = [
    "outcome.granted", "outcome.partial", "outcome.refused", "outcome.unavailable",
    "outcome.declined", "outcome.other",
  ]
  private static let results: Set<String> = ["upheld", "corrected", "other", "pending"]

  /// Whether every outcome or result is there; `nil` where the list is of something else, or has
  /// one twice.
  private static func completeness(ofKinds list: [Claim], whole: Claim) -> Bool? {
    guard whole.meanings.count == 1, let total = whole.meanings[0].first?.text,
      whole.meanings[0].count == 1, whole.applicants.isEmpty,
      list.allSatisfy({ $0.isCertain && $0.applicants.isEmpty })
    else { return nil }
    let codes = list.flatMap { $0.meanings[0].map(\.text) }
    let known = Set(codes)
    guard known.count == codes.count, !Self.overlap(known) else { return nil }
    switch total {
    case "outcome.total":
      guard known.allSatisfy({ $0.hasPrefix("outcome.") && $0 != total }) else { return nil }
      return known.isSuperset(of: outcomes)
    case "requests.handled_load":
      if known.isSubset(of: received) { return known.count == received.count }
      guard known.allSatisfy({ $0 == carriedOut || $0.hasPrefix("outcome.") }) else {
        return nil
      }
      return known.contains(carriedOut) && known.isSuperset(of: outcomes)
    case "review.total", "suit_direct.total", "suit_reviewed.total":
      let group = total.dropLast("total".count)
      guard known.allSatisfy({ $0.hasPrefix(group) && $0 != total }) else { return nil }
      return known.isSuperset(of: results.map { group + $0 })
    default: return nil
    }
  }

  /// Whether one of the codes counts another one too.
  private static func overlap(_ codes: Set<String>) -> Bool {
    codes.contains { code in codes.contains { $0.hasPrefix(code + ".") } }
      || codes.contains("outcome.total")
  }
}
