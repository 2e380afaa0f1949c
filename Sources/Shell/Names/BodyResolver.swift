/// Finds the bodies that a user means: by the full name, else by a part that only one name has.
struct BodyResolver {
  let bodies: [String]

  /// A part with `*` names every body that fits.
  func bodies(meantBy token: Token) throws(ShellError) -> [String] {
    if token.text.contains("*") {
      let matching = bodies.filter { Self.fits($0, pattern: token.text) }
      guard !matching.isEmpty else { throw unknown(token) }
      return matching
    }
    return [try body(meantBy: token)]
  }

  func body(meantBy token: Token) throws(ShellError) -> String {
    if bodies.contains(token.text) { return token.text }
    let matching = bodies.filter { $0.contains(token.text) }
    switch matching.count {
    case 1: return matching[0]
    case 0: throw unknown(token)
    default:
      throw ShellError(
        .ambiguousName(.body, token.text, candidates: matching), at: token.range)
    }
  }

  private func unknown(_ token: Token) -> ShellError {
    ShellError(
      .unknownName(.body, token.text, nearest: NearestNames.of(token.text, amongPartsOf: bodies)),
      at: token.range)
  }

  /// `*` stands for any characters.
  private static func fits(_ body: String, pattern: String) -> Bool {
    var parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return false }
    guard body.hasPrefix(first) else { return false }
    var rest = body.dropFirst(first.count)
    guard rest.count >= last.count, rest.hasSuffix(last) else { return false }
    rest = rest.dropLast(last.count)
    parts = parts.dropFirst().dropLast()
    for part in parts where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
