import ReportModel

/// A Pratt parser: each operator knows how strongly it binds, the loop in `expression` does the
/// rest. From weak to strong: `implies` (to the right), `or`, `and`, `not`, comparisons (one at a
/// time), `+ -`, `* /`, unary minus.
struct Parser {
  private let tokens: [Token]
  private let variables: [String: Variable]?
  private var position = 0

  static func parse(
    _ text: String, _ variables: [String: Variable]?
  ) throws(ExpressionProblem) -> Expression {
    var parser = Parser(tokens: try Lexer.tokens(of: text), variables: variables)
    let expression = try parser.expression(binding: 0, level: 0)
    guard parser.current.kind == .end else { throw parser.unexpected(.operatorOrEnd) }
    return expression
  }

  private init(tokens: [Token], variables: [String: Variable]?) {
    self.tokens = tokens
    self.variables = variables
  }

  private var current: Token { tokens[position] }

  private mutating func advance() -> Token {
    let token = tokens[position]
    if token.kind != .end { position += 1 }
    return token
  }

  private mutating func expect(
    _ kind: Token.Kind, _ expected: ExpressionProblem.Expected
  ) throws(ExpressionProblem) -> Token {
    guard current.kind == kind else { throw unexpected(expected) }
    return advance()
  }

  private func unexpected(_ expected: ExpressionProblem.Expected) -> ExpressionProblem {
    ExpressionProblem(.unexpected(found: current.source, expected: expected), at: current.range)
  }

  private mutating func expression(
    binding: Int, level: Int
  ) throws(ExpressionProblem) -> Expression {
    guard level < Expression.maximumHeight else {
      throw ExpressionProblem(.tooDeep, at: current.range)
    }
    var left = try prefix(level: level)
    var isComparison = false
    while let infix = Infix(current.kind), infix.binding >= binding {
      let token = advance()
      if infix.isComparison, isComparison {
        throw ExpressionProblem(.chainedComparison, at: token.range)
      }
      let right = try expression(binding: infix.rightBinding, level: level + 1)
      left = try joined(infix, left, right)
      isComparison = infix.isComparison
    }
    return left
  }

  private func joined(
    _ infix: Infix, _ left: Expression, _ right: Expression
  ) throws(ExpressionProblem) -> Expression {
    let range = left.range.joined(with: right.range)
    let node: Expression.Node
    switch infix {
    case .arithmetic(let operation):
      try requireNumber(left)
      try requireNumber(right)
      node = .arithmetic(operation, left, right)
    case .comparison(let comparison):
      try requireValue(left)
      try requireValue(right)
      if comparison != .equal, comparison != .notEqual {
        try requireNumber(left)
        try requireNumber(right)
      }
      node = .comparison(comparison, left, right)
    case .connective(let connective):
      try requireCondition(left)
      try requireCondition(right)
      node = .connective(connective, left, right)
    }
    return try bounded(Expression(node, at: range))
  }

  private mutating func prefix(level: Int) throws(ExpressionProblem) -> Expression {
    let token = current
    switch token.kind {
    case .number(let quantity):
      _ = advance()
      return Expression(.number(quantity), at: token.range)
    case .text(let text):
      _ = advance()
      return Expression(.text(try filled(text, at: token.range)), at: token.range)
    case .variable(let name):
      _ = advance()
      let value = try self.value(of: name, at: token.range)
      if case .name(let meant) = value.node, meant.isPattern {
        throw ExpressionProblem(.patternOutsideSum(meant.description), at: token.range)
      }
      return value
    case .word(let word):
      if tokens[position + 1].kind == .openingParenthesis { return try test(word) }
      let name = try self.name()
      if case .name(let written) = name.node, written.isPattern {
        throw ExpressionProblem(.patternOutsideSum(written.description), at: name.range)
      }
      return name
    case .openingParenthesis:
      _ = advance()
      let inner = try expression(binding: 0, level: level + 1)
      let closing = try expect(.closingParenthesis, .closingParenthesis)
      return Expression(inner.node, at: token.range.joined(with: closing.range))
    case .arithmetic(.subtract):
      _ = advance()
      let operand = try expression(binding: Infix.unaryMinusBinding, level: level + 1)
      try requireNumber(operand)
      return try bounded(
        Expression(.minus(operand), at: token.range.joined(with: operand.range)))
    case .keyword(.not):
      _ = advance()
      let operand = try expression(binding: Infix.notBinding, level: level + 1)
      try requireCondition(operand)
      return try bounded(Expression(.not(operand), at: token.range.joined(with: operand.range)))
    case .keyword(.sum):
      return try sum(level: level)
    default:
      throw unexpected(.value)
    }
  }

  /// What a variable stands for: one value that is never read again.
  private func value(
    of name: String, at range: SourceRange
  ) throws(ExpressionProblem) -> Expression {
    guard let variables else { throw ExpressionProblem(.unknownCharacter("$"), at: range) }
    guard let variable = variables[name] else {
      throw ExpressionProblem(.unknownVariable(name), at: range)
    }
    guard let node = variable.node else {
      throw ExpressionProblem(.severalValues(name), at: range)
    }
    return Expression(node, at: range)
  }

  /// A text with variables put in, where there are any.
  private func filled(
    _ text: String, at range: SourceRange
  ) throws(ExpressionProblem) -> String {
    guard let variables else { return text }
    do {
      return try TextTemplate(text).filled { variables[$0]?.text }
    } catch {
      throw ExpressionProblem(error, at: range)
    }
  }

  /// `sum(a, b, pattern.* except c, d)`.
  private mutating func sum(level: Int) throws(ExpressionProblem) -> Expression {
    let word = advance()
    _ = try expect(.openingParenthesis, .openingParenthesis)
    var terms: [Expression] = []
    repeat {
      terms.append(try sumTerm(level: level))
    } while take(.comma)
    var except: [Expression] = []
    if take(.keyword(.except)) {
      repeat {
        guard case .word = current.kind else { throw unexpected(.name) }
        except.append(try name())
      } while take(.comma)
    }
    let closing = try expect(.closingParenthesis, .closingParenthesis)
    return try bounded(
      Expression(.sum(terms, except: except), at: word.range.joined(with: closing.range)))
  }

  /// `comparable(a, pattern.*)`, `found(a[firm])`.
  private mutating func test(_ word: String) throws(ExpressionProblem) -> Expression {
    let token = advance()
    guard let test = NameTest(word: word) else {
      throw ExpressionProblem(.unknownFunction(word), at: token.range)
    }
    _ = try expect(.openingParenthesis, .openingParenthesis)
    var names: [Expression] = []
    repeat {
      guard case .word = current.kind else { throw unexpected(.name) }
      let name = try self.name()
      if case .name(let written) = name.node {
        if written.isPattern, test != .comparable {
          throw ExpressionProblem(.patternOutsideSum(written.description), at: name.range)
        }
        if test == .comparable, written.isPrevious || written.applicant != nil {
          throw ExpressionProblem(
            .unexpected(found: written.description, expected: .indicator), at: name.range)
        }
      }
      names.append(name)
    } while take(.comma)
    let closing = try expect(.closingParenthesis, .closingParenthesis)
    return Expression(.test(test, names), at: token.range.joined(with: closing.range))
  }

  private mutating func sumTerm(level: Int) throws(ExpressionProblem) -> Expression {
    if case .word(let word) = current.kind, Name(word).isPattern { return try name() }
    if case .variable(let name) = current.kind {
      let value = try self.value(of: name, at: current.range)
      if case .name(let meant) = value.node, meant.isPattern {
        _ = advance()
        return value
      }
    }
    let term = try expression(binding: 0, level: level + 1)
    try requireNumber(term)
    return term
  }

  private mutating func take(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    _ = advance()
    return true
  }

  /// A name with its `previous.` before and its `[applicant]` behind it.
  private mutating func name() throws(ExpressionProblem) -> Expression {
    let token = advance()
    guard case .word(let word) = token.kind else { throw unexpected(.name) }
    var words = word
    var isPrevious = false
    for prefix in Name.Whose.previous.prefixes where word.hasPrefix(prefix) {
      words = String(word.dropFirst(prefix.count))
      isPrevious = true
    }
    guard take(.openingBracket) else {
      return Expression(.name(Name(words, isPrevious: isPrevious)), at: token.range)
    }
    guard case .word(let applicantWord) = current.kind else { throw unexpected(.applicant) }
    let applicant = Applicant.allCases.first {
      $0.rawValue == applicantWord || $0.label.chinese == applicantWord
    }
    guard let applicant else {
      throw ExpressionProblem(.unknownApplicant(applicantWord), at: current.range)
    }
    _ = advance()
    let closing = try expect(.closingBracket, .closingBracket)
    return Expression(
      .name(Name(words, applicant: applicant, isPrevious: isPrevious)),
      at: token.range.joined(with: closing.range))
  }

  private func bounded(_ expression: Expression) throws(ExpressionProblem) -> Expression {
    guard expression.height <= Expression.maximumHeight else {
      throw ExpressionProblem(.tooDeep, at: expression.range)
    }
    return expression
  }

  private func requireCondition(_ expression: Expression) throws(ExpressionProblem) {
    guard expression.isCondition else {
      throw ExpressionProblem(.valueAsCondition, at: expression.range)
    }
  }

  private func requireValue(_ expression: Expression) throws(ExpressionProblem) {
    guard !expression.isCondition else {
      throw ExpressionProblem(.conditionAsValue, at: expression.range)
    }
  }

  private func requireNumber(_ expression: Expression) throws(ExpressionProblem) {
    try requireValue(expression)
    if case .text = expression.node {
      throw ExpressionProblem(.textAsNumber, at: expression.range)
    }
  }
}
