import ReportModel

/// The smallest part of an expression's text.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(Quantity)
    case text(String)
    /// The whole dotted name, patterns and `previous.` included.
    case word(String)
    /// `$name`, without the sign.
    case variable(String)
    case keyword(Keyword)
    case arithmetic(Arithmetic)
    case comparison(Comparison)
    case openingParenthesis
    case closingParenthesis
    case openingBracket
    case closingBracket
    case comma
    case end
  }

  enum Keyword: String {
    case and, or, not, implies, sum, except

    /// Words count as keywords only where they stand alone: 非 within a longer word is no keyword.
    init?(word: String) {
      switch word {
      case "且": self = .and
      case "或": self = .or
      case "非": self = .not
      default: self.init(rawValue: word)
      }
    }
  }

  let kind: Kind
  let range: SourceRange
  /// As it stands in the source.
  let source: String
}
