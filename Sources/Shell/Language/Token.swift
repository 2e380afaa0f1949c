/// A piece of a command.
struct Token: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// A bare word: a command, a keyword, a code, a path, a number.
    case word
    /// Text in quotes: never a command or a keyword.
    case quoted
    case comma
    case equals
    /// A newline or `;`.
    case end
  }

  let kind: Kind
  /// The characters meant: without quotes, full-width punctuation as its ASCII twin.
  let text: String
  let range: SourceRange
  /// Whether variables were put into it.
  var isFilled = false
}
