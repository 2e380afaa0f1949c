import Forms
import ReportModel

/// How far the figures of two recipes of one indicator may stand beside each other: as far as the
/// least comparable of their parts.
struct RecipeRelation: Hashable, Sendable {
  let match: Comparability
  let olderForm: String
  let newerForm: String
  let why: LocalizedText
}

extension RecipeBook {
  /// - Returns: `nil` where both recipes follow the same forms.
  func relation(_ first: Int, _ second: Int) -> RecipeRelation? {
    var worst: RecipeRelation?
    for (index, part) in formula.parts.enumerated() {
      guard let one = recipes[first].forms[index], let other = recipes[second].forms[index],
        one != other
      else { continue }
      let (older, newer) = rank(one) <= rank(other) ? (one, other) : (other, one)
      for statement in statements(on: part, older: older, newer: newer) {
        if let known = worst, known.match.weight >= statement.match.weight { continue }
        worst = statement
      }
    }
    return worst
  }

  /// Orders recipes by the age of their forms.
  func isOlder(_ first: Int, than second: Int) -> Bool {
    let one = recipes[first].forms.map { rank($0) }
    let other = recipes[second].forms.map { rank($0) }
    return one.lexicographicallyPrecedes(other)
  }

  private func statements(
    on part: Formula.Part, older: String, newer: String
  ) -> [RecipeRelation] {
    sharedCodes(of: part, older: older, newer: newer).map { code in
      let entry = crosswalkEntry(for: code, from: older, to: newer)
      return RecipeRelation(
        match: entry?.match ?? .none, olderForm: older, newerForm: newer,
        why: entry?.why ?? FootnoteWording.nothingStated)
    }
  }

  private func sharedCodes(
    of part: Formula.Part, older: String, newer: String
  ) -> [IndicatorCode] {
    switch part.figures {
    case .indicator(let code):
      return [code]
    case .matching:
      let fitting = codes(of: part, form: older)
      let shared = fitting.filter(Set(codes(of: part, form: newer)).contains)
      // Without a row in common the forms say nothing about each other.
      return shared.isEmpty ? fitting : shared
    }
  }
}

extension Comparability {
  /// The larger, the less comparable.
  var weight: Int {
    switch self {
    case .exact: 0
    case .aggregate: 1
    case .approximate: 2
    case .none: 3
    }
  }
}
