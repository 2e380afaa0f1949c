extension Expression: CustomStringConvertible {
  /// The expression as text with no more parentheses than it needs. Reading it gives an equal
  /// expression.
  public var description: String {
    switch node {
    case .number(let quantity):
      return quantity.description
    case .text(let text):
      return Self.quoted(text)
    case .name(let name):
      return name.description
    case .sum(let terms, let except):
      let list = terms.map(\.description).joined(separator: ", ")
      guard !except.isEmpty else { return "sum(\(list))" }
      return "sum(\(list) except \(except.map(\.description).joined(separator: ", ")))"
    case .test(let test, let names):
      return "\(test.rawValue)(\(names.map(\.description).joined(separator: ", ")))"
    case .minus(let operand):
      return "-" + operand.text(within: Infix.unaryMinusBinding)
    case .not(let operand):
      return "not " + operand.text(within: Infix.notBinding)
    case .arithmetic(let operation, let left, let right):
      return Self.text(.arithmetic(operation), operation.rawValue, left, right)
    case .comparison(let comparison, let left, let right):
      return Self.text(.comparison(comparison), comparison.rawValue, left, right)
    case .connective(let connective, let left, let right):
      return Self.text(.connective(connective), connective.rawValue, left, right)
    }
  }

  private static func text(
    _ infix: Infix, _ word: String, _ left: Expression, _ right: Expression
  ) -> String {
    // What groups to the right needs its parentheses on the left, and the other way round.
    let leftBinding = infix.rightBinding == infix.binding ? infix.binding + 1 : infix.binding
    return left.text(within: leftBinding) + " \(word) " + right.text(within: infix.rightBinding)
  }

  /// The text, in parentheses where the place asks for a stronger binding.
  private func text(within binding: Int) -> String {
    ownBinding < binding ? "(\(description))" : description
  }

  private var ownBinding: Int {
    switch node {
    case .number(let quantity):
      quantity.isNegative ? Infix.unaryMinusBinding : Infix.primaryBinding
    case .text, .name, .sum, .test: Infix.primaryBinding
    case .minus: Infix.unaryMinusBinding
    case .not: Infix.notBinding
    case .arithmetic(let operation, _, _): Infix.arithmetic(operation).binding
    case .comparison(let comparison, _, _): Infix.comparison(comparison).binding
    case .connective(let connective, _, _): Infix.connective(connective).binding
    }
  }

  private static func quoted(_ text: String) -> String {
    if !text.unicodeScalars.contains("\"") && !text.unicodeScalars.contains("＂") {
      return "\"\(text)\""
    }
    return text.unicodeScalars.contains("”") ? "「\(text)」" : "“\(text)”"
  }
}
