import Expressions
import ReportModel

/// What a parameter, or a name that `let` gave to a value, stands for. It was read once; where it is
/// put into a command it is one word, or the years of a list, and never read again.
struct VariableValue: Hashable, Sendable {
  /// What is put in; several for a list of years.
  let words: [String]
  /// What it is in an expression; `nil` where it is several years.
  let node: Expression.Node?

  init(_ words: [String], node: Expression.Node?) {
    self.words = words
    self.node = node
  }

  static func text(_ text: String) -> VariableValue {
    VariableValue([text], node: .text(text))
  }

  static func number(_ number: Quantity) -> VariableValue {
    VariableValue([number.description], node: .number(number))
  }

  static func years(_ ranges: [ClosedRange<Int>]) -> VariableValue {
    let words = ranges.map { range in
      range.count == 1 ? String(range.lowerBound) : "\(range.lowerBound)..\(range.upperBound)"
    }
    let single = ranges.count == 1 && ranges[0].count == 1 ? ranges[0].lowerBound : nil
    return VariableValue(words, node: single.map { .number(Quantity(Int64($0))) })
  }

  /// What it is within a text, and what a record keeps of it.
  var text: String { words.joined(separator: ",") }

  var variable: Variable { Variable(node: node, text: text) }
}

/// Puts variables into the words of a command.
struct VariableFilling {
  let values: [String: VariableValue]
  /// Names that a mistake has left without a value: that has been told.
  let unset: Set<String>

  /// The tokens with what their variables stand for. `$name` that is not a whole word stays: it may
  /// stand in an expression, which knows variables itself.
  func filled(_ tokens: ArraySlice<Token>) throws(ShellError) -> ArraySlice<Token> {
    var filled: [Token] = []
    for token in tokens {
      switch token.kind {
      case .comma, .equals, .end: filled.append(token)
      case .word, .quoted:
        if let name = Self.variable(token) {
          filled += try self.tokens(of: name, at: token.range)
        } else {
          filled.append(try inserted(token))
        }
      }
    }
    return filled[...]
  }

  /// The variable that a whole word is.
  private static func variable(_ token: Token) -> String? {
    guard token.kind == .word, token.text.hasPrefix("$"), Variable.isName(token.text.dropFirst())
    else { return nil }
    return String(token.text.dropFirst())
  }

  private func tokens(of name: String, at range: SourceRange) throws(ShellError) -> [Token] {
    let words = try value(of: name, at: range).words
    var tokens: [Token] = []
    for word in words {
      if !tokens.isEmpty { tokens.append(Token(kind: .comma, text: ",", range: range)) }
      tokens.append(Token(kind: .quoted, text: word, range: range, isFilled: true))
    }
    return tokens
  }

  /// A text or a word with `{$name}` in it.
  private func inserted(_ token: Token) throws(ShellError) -> Token {
    let template = TextTemplate(token.text)
    guard template.hasVariables else { return token }
    let text: String
    do {
      text = try template.filled { values[$0]?.text }
    } catch {
      guard case .unknownVariable(let name) = error else {
        throw ShellError(.condition(error), at: token.range)
      }
      _ = try value(of: name, at: token.range)
      return token
    }
    guard text.utf8.count <= Self.longestText else {
      throw ShellError(.textTooLong(limit: Self.longestText), at: token.range)
    }
    return Token(kind: .quoted, text: text, range: token.range, isFilled: true)
  }

  /// In bytes. Texts that are put together of each other could double with every line.
  private static let longestText = 1 << 20

  private func value(of name: String, at range: SourceRange) throws(ShellError) -> VariableValue {
    if let value = values[name] { return value }
    throw unknown(name, at: range)
  }

  /// Why a name stands for nothing.
  func unknown(_ name: String, at range: SourceRange) -> ShellError {
    unset.contains(name)
      ? ShellError(.followsFromMistake, at: range)
      : ShellError(
        .unknownName(
          .variable, "$" + name, nearest: NearestNames.of(name, among: values.keys.sorted())),
        at: range)
  }
}
