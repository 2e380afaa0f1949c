/// Finds the lines of text that are the digits of several cells: `0000000` below a row's label, or
/// `230 000023`, which are no figures as they stand.
enum RunTogetherTokens {
  /// Marks them as figures, cut at the borders that are left.
  static func marked(_ tokens: [TextToken]) -> [TextToken] {
    var marked: [TextToken] = []
    for token in tokens {
      let isBelowLabel = marked.last.map { !$0.isFigure } ?? false
      guard !token.isFigure, let words = words(of: token),
        isBelowLabel || (token.sharesLine && marked.last?.isFigure == true)
      else {
        marked.append(token)
        continue
      }
      for (index, word) in words.enumerated() {
        marked.append(token.figure(word, sharesLine: token.sharesLine || index > 0))
      }
    }
    return marked
  }

  /// The pieces of a line of digits, signs, points and spaces, or `nil` where it is none.
  private static func words(of token: TextToken) -> [String]? {
    var digits = 0
    for scalar in token.raw.unicodeScalars {
      if DigitRun.digit(scalar) != nil {
        digits += 1
      } else if !WhiteSpace.contains(scalar), !".-－−元".unicodeScalars.contains(scalar) {
        return nil
      }
    }
    guard digits > 1 else { return nil }
    return token.raw.unicodeScalars.split(whereSeparator: WhiteSpace.contains).map(String.init)
  }
}
