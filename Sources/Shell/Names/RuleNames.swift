import Checking
import Forms
import ReportModel

/// Finds the rules that a user means: by id by a pattern such as `T3.*`, or by the part before the
/// point.
enum RuleNames {
  static func rules(meantBy token: Token) throws(ShellError) -> [String] {
    let ids = RuleSet.standard.rules.map(\.id)
    let wanted = token.text.lowercased()
    let matching = ids.filter {
      IndicatorDictionary.matches(IndicatorCode($0.lowercased()), pattern: wanted)
    }
    if matching.isEmpty {
      // T3 means all rules of table 3.
      let family = ids.filter { $0.lowercased().hasPrefix(wanted + ".") }
      if !family.isEmpty { return family }
    }
    guard !matching.isEmpty else {
      throw ShellError(
        .unknownName(.rule, token.text, nearest: NearestNames.of(token.text, among: ids)),
        at: token.range)
    }
    return matching
  }
}
