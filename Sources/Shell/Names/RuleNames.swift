import Checking
import Forms
import ReportModel

/// The rules that a command may name while it is being understood.
struct KnownRules: Sendable {
  /// Of the user's rules.
  var own: [String] = []
  /// Whether a command before it reads a rule file: then only running it tells which rules there
  /// are.
  var isOpen = false

  var ids: [String] { RuleSet.standard.rules.map(\.id) + own }
}

/// Finds the rules that a user means: by id, by a pattern such as `T3.*`, or by the part before the
/// point.
enum RuleNames {
  static func rules(meantBy token: Token, among ids: [String]) throws(ShellError) -> [String] {
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

/// `[RULE…]`: the rules that a command is about.
struct RuleClause: Sendable {
  private let tokens: [Token]

  /// Names of rules that nothing has brought are refused at once, so that a script with one never
  /// starts.
  init(from arguments: inout ArgumentReader) throws(ShellError) {
    tokens = arguments.hasOperand ? try arguments.takeTexts(.value) : []
    guard !arguments.rules.isOpen else { return }
    for token in tokens {
      _ = try RuleNames.rules(meantBy: token, among: arguments.rules.ids)
    }
  }

  /// - Returns: `nil` where no rule is named: then all are meant.
  func ids(in rules: RuleSet) throws(ShellError) -> Set<String>? {
    guard !tokens.isEmpty else { return nil }
    let known = rules.rules.map(\.id)
    var ids: Set<String> = []
    for token in tokens { ids.formUnion(try RuleNames.rules(meantBy: token, among: known)) }
    return ids
  }
}
