/// Cuts a source text into tokens.
///
/// A newline or `;` ends a command, `#` starts a comment, quotes are `"…"`, `“…”`, `「…」`. An open
/// quote goes on over newlines. Outside quotes full-width punctuation counts as its ASCII twin.
struct Lexer {
  private let source: SourceText
  private var offset = 0

  init(_ source: SourceText) {
    self.source = source
  }

  private static let closingQuotes: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "“": "”", "「": "」",
  ]

  private static let asciiTwins: [Unicode.Scalar: Unicode.Scalar] = [
    "，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "＝": "=", "　": " ", "［": "[", "］": "]",
    "．": ".", "＊": "*", "＃": "#", "、": ",", "＄": "$",
  ]

  /// All tokens, each command closed by an `end`.
  mutating func tokens() throws(ShellError) -> [Token] {
    var tokens: [Token] = []
    while let scalar = current {
      let start = offset
      switch scalar {
      case "\n", ";":
        offset += 1
        append(.end, "", from: start, to: &tokens)
      case " ", "\t", "\r", "\u{FEFF}", "\u{A0}":
        offset += 1
      case "#":
        while let next = source.scalars[safe: offset], next != "\n" { offset += 1 }
      case ",":
        offset += 1
        append(.comma, ",", from: start, to: &tokens)
      case "=":
        offset += 1
        append(.equals, "=", from: start, to: &tokens)
      default:
        if let closing = Self.closingQuotes[source.scalars[offset]] {
          let text = try quoted(until: closing)
          append(.quoted, text, from: start, to: &tokens)
        } else {
          let text = word()
          append(.word, text, from: start, to: &tokens)
        }
      }
    }
    if tokens.last?.kind != .end {
      tokens.append(Token(kind: .end, text: "", range: offset..<offset))
    }
    return tokens
  }

  /// The scalar at hand with full-width punctuation as its ASCII twin.
  private var current: Unicode.Scalar? {
    source.scalars[safe: offset].map { Self.asciiTwins[$0] ?? $0 }
  }

  private func append(
    _ kind: Token.Kind, _ text: String, from start: Int, to tokens: inout [Token]
  ) {
    tokens.append(Token(kind: kind, text: text, range: start..<offset))
  }

  private mutating func quoted(until closing: Unicode.Scalar) throws(ShellError) -> String {
    let start = offset
    offset += 1
    var text: [Unicode.Scalar] = []
    while let scalar = source.scalars[safe: offset] {
      offset += 1
      if scalar == closing {
        // A doubled quote stands for itself, as in CSV.
        guard closing == "\"", source.scalars[safe: offset] == closing else {
          return String(scalars: text)
        }
        offset += 1
      }
      text.append(scalar)
    }
    throw ShellError(.unclosedQuote, at: start..<start + 1)
  }

  /// A word ends at white space, a comma, `;`, `=` or a quote: paths, codes and patterns such as
  /// `requests.new[firm]` or `outcome.*` are one word each.
  private mutating func word() -> String {
    var text: [Unicode.Scalar] = []
    while let scalar = current {
      if Self.closingQuotes[source.scalars[offset]] != nil { break }
      if [" ", "\t", "\r", "\n", "\u{A0}", ",", ";", "="].contains(scalar) { break }
      text.append(scalar)
      offset += 1
    }
    return String(scalars: text)
  }
}

extension Array {
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
