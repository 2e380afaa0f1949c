import Expressions
import Forms
import ReportModel

/// Reads the words of one command from left to right.
struct ArgumentReader {
  /// The names that may be used.
  let names: KnownNames
  /// The name of the command, as it was written.
  private(set) var command: Token
  /// The text in which it stands.
  let source: SourceText
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
    // `$name` that is a word was put in already; what is left of the kind would mean nothing.
    if token.kind == .word, token.text.hasPrefix("$") {
      throw ShellError(.condition(.malformedVariable), at: token.range)
    }
    index += 1
    return token
  }

  /// Takes what stands behind `NAME =`: texts parted by commas, up to the next `NAME =`. A comma
  /// before that one is passed over.
  mutating func takeAssignedWords() throws(ShellError) -> [Token] {
    var texts = [try takeText(.value)]
    while peek?.kind == .comma {
      index += 1
      if tokens.indices.contains(index + 1), tokens[index + 1].kind == .equals { break }
      texts.append(try takeText(.value))
    }
    return texts
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
    _ expectation: Expectation, until keywords: Set<Keyword>, leavingText: Bool = false
  ) throws(ShellError) -> (text: String, range: SourceRange) {
    let start = nextRange
    var end: Int?
    var depth = 0
    while let token = peek {
      if depth == 0, let keyword = peekKeyword, keywords.contains(keyword) { break }
      if leavingText, isTextBehindOperand { break }
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

  /// Whether a text is all that is left, behind something that it is not compared with.
  private var isTextBehindOperand: Bool {
    guard index > tokens.startIndex, index + 1 == tokens.endIndex, tokens[index].kind == .quoted
    else { return false }
    let before = tokens[index - 1]
    guard before.kind == .word else { return before.kind == .quoted }
    let operators = "<>≠≤≥＜＞+-*/("
    return !["and", "or", "not", "implies", "且", "或", "非"].contains(before.text)
      && !operators.contains(where: { before.text.last == $0 })
  }

  /// Takes a condition up to a keyword that begins another clause.
  ///
  /// - Parameter leavingText: whether a text at the end that is no side of a comparison stays.
  mutating func takeCondition(
    until keywords: Set<Keyword>, leavingText: Bool = false
  ) throws(ShellError) -> (expression: Expression, range: SourceRange) {
    let (text, range) = try takeSource(.condition, until: keywords, leavingText: leavingText)
    do throws(ExpressionProblem) {
      return (try Expression(condition: text, variables: names.expressionVariables), range)
    } catch {
      throw shellError(error, in: range)
    }
  }

  /// Takes an expression that is a figure or a text, up to the end of the command.
  mutating func takeValue() throws(ShellError) -> (expression: Expression, range: SourceRange) {
    let (text, range) = try takeSource(.expression, until: [])
    do throws(ExpressionProblem) {
      return (try Expression(value: text, variables: names.expressionVariables), range)
    } catch {
      throw shellError(error, in: range)
    }
  }

  /// A mistake in an expression that stands at a place.
  func shellError(_ problem: ExpressionProblem, in range: SourceRange) -> ShellError {
    let place = ConditionClause.place(problem.range, in: range)
    if case .unknownVariable(let name) = problem.kind {
      return VariableFilling(values: names.variables, unset: names.unset)
        .unknown(name, at: place)
    }
    return ShellError(.condition(problem.kind), at: place)
  }

  /// The one word that is left, as it was written.
  var onlyWord: String? {
    tokens.count - index == 0 || index + 1 < tokens.endIndex
      ? nil : source.text(tokens[index].range)
  }

  /// Takes `2019..2021` or `2019,2021` where nothing else is left; a single year is a number.
  mutating func takeYearsIfAlone() throws(ShellError) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for token in tokens[index...] where token.kind != .comma {
      guard token.kind == .word, let range = YearSet.range(token.text) else { return [] }
      ranges.append(range)
    }
    guard ranges.count > 1 || ranges.first?.count ?? 1 > 1 else { return [] }
    index = tokens.endIndex
    return ranges
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
