import Forms
import ReportModel

/// Finds the indicators that a user means: by code, by code pattern, by label or further name in
/// either language, each with an applicant in brackets where table 3 is concerned.
struct IndicatorResolver {
  let catalog: FormCatalog

  /// - Returns: at least one cell key; the applicant is `nil` where none was named.
  func keys(meantBy token: Token) throws(ShellError) -> [CellKey] {
    let (name, applicant) = try split(token)
    let indicators = try indicators(named: name, token: token)
    if applicant != nil, let without = indicators.first(where: { !$0.hasApplicants }) {
      throw ShellError(.unknownName(.applicant, "\(without.code)[…]", nearest: []), at: token.range)
    }
    return indicators.map { CellKey($0.code, applicant) }
  }

  private func split(_ token: Token) throws(ShellError) -> (String, Applicant?) {
    guard token.text.hasSuffix("]"), let bracket = token.text.lastIndex(of: "[") else {
      return (token.text, nil)
    }
    let name = String(token.text[..<bracket])
    let inner = String(token.text[token.text.index(after: bracket)...].dropLast())
    guard let applicant = Self.applicant(named: inner) else {
      throw ShellError(
        .unknownName(
          .applicant, inner,
          nearest: NearestNames.among(
            Applicant.allCases.flatMap { [$0.rawValue, $0.label.chinese] }, inner)),
        at: token.range)
    }
    return (name, applicant)
  }

  static func applicant(named name: String) -> Applicant? {
    Applicant.allCases.first {
      $0.rawValue == name.lowercased() || $0.label.chinese == name || $0.label.english == name
    }
  }

  private func indicators(named name: String, token: Token) throws(ShellError) -> [Indicator] {
    let dictionary = catalog.indicators
    if name.contains("*") {
      let matching = dictionary.matching(name.lowercased())
      guard !matching.isEmpty else { throw unknown(name, token) }
      return matching
    }
    if let indicator = dictionary[IndicatorCode(name.lowercased())] { return [indicator] }
    let lowered = name.lowercased()
    let exact = dictionary.all.filter { indicator in
      indicator.label.chinese == name || indicator.label.english.lowercased() == lowered
        || indicator.names.contains { $0.lowercased() == lowered }
    }
    if exact.count == 1 { return exact }
    let partial = dictionary.all.filter { indicator in
      indicator.label.chinese.contains(name)
        || (name.utf8.count > 3 && indicator.label.english.lowercased().contains(lowered))
    }
    // A part of a name is that of a row of the present tables, where one has it: rows of the
    // statistics tables before 2019 go by their full names.
    let present = partial.filter { $0.table != 1 }
    let matching = exact.isEmpty ? (present.isEmpty ? partial : present) : exact
    switch matching.count {
    case 0: throw unknown(name, token)
    case 1: return matching
    default:
      throw ShellError(
        .ambiguousName(.indicator, name, candidates: matching.map(\.code.text)), at: token.range)
    }
  }

  private func unknown(_ name: String, _ token: Token) -> ShellError {
    let codes = catalog.indicators.all.map(\.code.text)
    let labels = catalog.indicators.all.flatMap { [$0.label.chinese] + $0.names }
    return ShellError(
      .unknownName(.indicator, name, nearest: NearestNames.of(name, among: codes + labels)),
      at: token.range)
  }
}
