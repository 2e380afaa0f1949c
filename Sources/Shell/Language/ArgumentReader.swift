import Forms
import ReportModel

/// Reads the words of one command from left to right.
struct ArgumentReader {
  /// The names that may be used.
  let names: KnownNames
  /// The name of the command, as it was written.
  private(set) var command: Token
  private let source: SourceText
  private let tokens: ArraySlice<Token>
  private var index: Int
  /// Where the command ends: errors about something missing point there.
  private let endRange: SourceRange

  /// - Parameters:
  ///   - tokens: the tokens of one command behind its name, without the closing `end`.
  ///   - source: the text in which they stand.
  init(
    _ tokens: ArraySlice<Token>, after name: Token, in source: SourceText, names: KnownNames
  ) {
    self.names = names
    command = name
    self.source = source
    self.tokens = tokens
    index = tokens.startIndex
    let end = tokens.last?.range.upperBound ?? name.range.upperBound
    endRange = end..<end + 1
  }

  var catalog: FormCatalog { names.catalog }
  var rules: KnownRules { names.rules }
  var attributes: KnownAttributes { names.attributes }

  var isAtEnd: Bool { index == tokens.endIndex }

  var peek: Token? { isAtEnd ? nil : tokens[index] }

  /// The keyword that comes next, if a bare word spells one.
  var peekKeyword: Keyword? {
    guard let token = peek, token.kind == .word else { return nil }
    return Keyword(token.text)
  }

  /// Where the next token stands, or the end of the command.
  var nextRange: SourceRange { peek?.range ?? endRange }

  func error(_ kind: ShellError.Kind) -> ShellError {
    ShellError(kind, at: nextRange)
  }

  /// Takes the next token whatever it is.
  mutating func next() -> Token? {
    guard let token = peek else { return nil }
    index += 1
    return token
  }

  /// Takes the keyword if it comes next.
  mutating func take(_ keyword: Keyword) -> Bool {
    guard peekKeyword == keyword else { return false }
    index += 1
    return true
  }

  /// Takes a word or a quoted text.
  mutating func takeText(_ expectation: Expectation) throws(ShellError) -> Token {
    guard let token = peek, token.kind == .word || token.kind == .quoted else {
      throw error(.expected(expectation))
    }
    index += 1
    return token
  }

  /// Takes one or more texts, parted by commas or spaces, up to a keyword or the end.
  mutating func takeTexts(_ expectation: Expectation) throws(ShellError) -> [Token] {
    var texts = [try takeText(expectation)]
    while !isAtEnd, peekKeyword == nil {
      if peek?.kind == .comma { index += 1 }
      texts.append(try takeText(expectation))
    }
    return texts
  }

  /// Takes texts parted by commas only: what follows the last one belongs to something else.
  mutating func takeCommaList(_ expectation: Expectation) throws(ShellError) -> [Token] {
    var texts = [try takeText(expectation)]
    while peek?.kind == .comma {
      index += 1
      texts.append(try takeText(expectation))
    }
    return texts
  }

  /// Takes everything up to a keyword that begins another clause, as it is written: an expression has
  /// a language of its own. A keyword within parentheses belongs to it.
  mutating func takeSource(
    _ expectation: Expectation, until keywords: Set<Keyword>
  ) throws(ShellError) -> (text: String, range: SourceRange) {
    let start = nextRange
    var end: Int?
    var depth = 0
    while let token = peek {
      if depth == 0, let keyword = peekKeyword, keywords.contains(keyword) { break }
      if token.kind == .word {
        depth += token.text.count { $0 == "(" } - token.text.count { $0 == ")" }
      }
      end = token.range.upperBound
      index += 1
    }
    guard let end else { throw ShellError(.expected(expectation), at: start) }
    let range = start.lowerBound..<end
    return (source.text(range), range)
  }

  /// Takes a whole command, as behind `let NAME =`.
  mutating func takeCommand() throws(ShellError) -> any Command {
    guard let token = peek, token.kind == .word else { throw error(.expected(.query)) }
    guard let type = names.command(named: token.text) else {
      throw ShellError(
        .unknownCommand(
          token.text, nearest: NearestNames.of(token.text, among: CommandTable.allNames)),
        at: token.range)
    }
    index += 1
    command = token
    return try type.init(reading: &self)
  }

  /// Whether an operand (neither keyword nor end) comes next.
  var hasOperand: Bool { !isAtEnd && peekKeyword == nil }

  /// Refuses whatever is left.
  func finish() throws(ShellError) {
    if let token = peek { throw ShellError(.unexpected(token.text), at: token.range) }
  }
}
