import ReportModel

/// Cuts the text of an expression into tokens.
///
/// Outside texts, full-width characters count as their ASCII twins, so that an expression can be
/// typed without leaving a Chinese input method.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private let folded: [Unicode.Scalar]
  private var position = 0

  /// All tokens; the last one is `end`.
  static func tokens(of text: String) throws(ExpressionProblem) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    folded = scalars.map(Self.asciiTwin)
  }

  private static func asciiTwin(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    case 0x3000: " "
    case 0x2212: "-"
    default: scalar
    }
  }

  private mutating func next() throws(ExpressionProblem) -> Token {
    while let scalar = peek(), scalar.properties.isWhitespace { position += 1 }
    let start = position
    guard let scalar = peek() else { return token(.end, from: start) }
    if let closing = Self.closingQuotation(of: scalar) {
      return try text(closedBy: closing)
    }
    if Self.isDigit(scalar) { return try number() }
    if scalar == "$", let next = peek(1), Self.isLetter(next) { return variable() }
    if Self.isLetter(scalar) || (scalar == "*" && peek(1) == ".") { return try word() }
    position += 1
    let kind: Token.Kind
    switch scalar {
    case "(": kind = .openingParenthesis
    case ")": kind = .closingParenthesis
    case "[": kind = .openingBracket
    case "]": kind = .closingBracket
    case ",": kind = .comma
    case "+": kind = .arithmetic(.add)
    case "-": kind = .arithmetic(.subtract)
    case "*": kind = .arithmetic(.multiply)
    case "/": kind = .arithmetic(.divide)
    case "=": kind = .comparison(.equal)
    case "≠": kind = .comparison(.notEqual)
    case "≤": kind = .comparison(.atMost)
    case "≥": kind = .comparison(.atLeast)
    case "<": kind = .comparison(take("=") ? .atMost : take(">") ? .notEqual : .less)
    case ">": kind = .comparison(take("=") ? .atLeast : .greater)
    default:
      throw problem(.unknownCharacter(String(Character(scalars[start]))), from: start)
    }
    return token(kind, from: start)
  }

  /// A text in quotation marks, kept as it is: there is no escape; a text with one kind of
  /// quotation mark in it is put between another.
  private mutating func text(closedBy closing: Unicode.Scalar) throws(ExpressionProblem) -> Token {
    let start = position
    position += 1
    var text = String.UnicodeScalarView()
    while position < scalars.count {
      // Full-width quotation marks close what they opened, as their ASCII twins would.
      if folded[position] == closing {
        position += 1
        return token(.text(String(text)), from: start)
      }
      text.append(scalars[position])
      position += 1
    }
    throw problem(.unclosedText, from: start)
  }

  private mutating func number() throws(ExpressionProblem) -> Token {
    let start = position
    while let scalar = peek(), Self.isDigit(scalar) { position += 1 }
    if peek() == "." {
      position += 1
      guard let scalar = peek(), Self.isDigit(scalar) else {
        throw problem(.malformedNumber(foldedText(from: start)), from: start)
      }
      while let scalar = peek(), Self.isDigit(scalar) { position += 1 }
    }
    if let scalar = peek(), Self.isLetter(scalar) || scalar == "." {
      while let scalar = peek(), Self.isWordPart(scalar) || scalar == "." { position += 1 }
      throw problem(.malformedNumber(foldedText(from: start)), from: start)
    }
    guard let quantity = Quantity(foldedText(from: start)) else {
      throw problem(.numberOutOfRange(foldedText(from: start)), from: start)
    }
    return token(.number(quantity), from: start)
  }

  /// `$name`: its name has no points.
  private mutating func variable() -> Token {
    let start = position
    position += 1
    while let scalar = peek(), Self.isWordPart(scalar) { position += 1 }
    return token(.variable(foldedText(from: start + 1)), from: start)
  }

  /// A dotted name. A star belongs to it only as a whole part: `outcome.*`, `*.total`.
  private mutating func word() throws(ExpressionProblem) -> Token {
    let start = position
    while true {
      let part = position
      if peek() == "*" {
        position += 1
      } else {
        while let scalar = peek(), Self.isWordPart(scalar) { position += 1 }
      }
      guard position > part else {
        throw problem(.malformedName(foldedText(from: start)), from: start)
      }
      guard peek() == "." else { break }
      position += 1
    }
    let word = foldedText(from: start)
    if word.utf8.last == UInt8(ascii: "*"), let scalar = peek(), Self.isWordPart(scalar) {
      throw problem(.malformedName(word), from: start)
    }
    return token(Token.Keyword(word: word).map { .keyword($0) } ?? .word(word), from: start)
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    position + ahead < folded.count ? folded[position + ahead] : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar else { return false }
    position += 1
    return true
  }

  private func foldedText(from start: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: folded[start..<position])
    return String(view)
  }

  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<position])
    return Token(
      kind: kind, range: SourceRange(offset: start, length: position - start),
      source: String(view))
  }

  private func problem(_ kind: ExpressionProblem.Kind, from start: Int) -> ExpressionProblem {
    ExpressionProblem(kind, at: SourceRange(offset: start, length: position - start))
  }

  private static func closingQuotation(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\"": "\""
    case "“": "”"
    case "「": "」"
    default: nil
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic
    }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || isDigit(scalar)
  }
}
