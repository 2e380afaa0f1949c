import ReportModel

/// An expression of the one language of rules, `where`, `define` and `assert`, as a tree.
///
/// Two expressions are equal where they say the same, wherever they stand in their texts.
public struct Expression: Sendable {
  /// What an expression is made of.
  public indirect enum Node: Hashable, Sendable {
    case number(Quantity)
    case text(String)
    case name(Name)
    /// The sum of the terms, of which names may be patterns, without the excepted names.
    case sum([Expression], except: [Expression])
    case minus(Expression)
    case arithmetic(Arithmetic, Expression, Expression)
    case comparison(Comparison, Expression, Expression)
    /// What is asked of the names, of all of them.
    case test(NameTest, [Expression])
    case not(Expression)
    case connective(Connective, Expression, Expression)
  }

  /// What it says.
  public let node: Node
  /// Where it stands in the text that it was read from.
  public let range: SourceRange
  /// How many levels the tree has; bounded by the parser, so that walking it is safe.
  let height: Int

  /// An expression put together by hand or by replacing names.
  public init(_ node: Node, at range: SourceRange) {
    self.node = node
    self.range = range
    height = 1 + (node.children.map(\.height).max() ?? 0)
  }

  /// The expressions directly within, left to right, those after `except` last.
  public var children: [Expression] { node.children }

  /// Whether it is true or false rather than a figure or a text.
  public var isCondition: Bool {
    switch node {
    case .comparison, .test, .not, .connective: true
    case .number, .text, .name, .sum, .minus, .arithmetic: false
    }
  }
}

extension Expression: Hashable {
  /// Equal where they say the same; places do not matter.
  public static func == (left: Expression, right: Expression) -> Bool {
    left.node == right.node
  }

  /// Leaves the place out, as equality does.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(node)
  }
}

extension Expression.Node {
  /// The expressions directly within, left to right.
  var children: [Expression] {
    switch self {
    case .number, .text, .name: []
    case .sum(let terms, let except): terms + except
    case .test(_, let names): names
    case .minus(let operand), .not(let operand): [operand]
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .connective(_, let left, let right):
      [left, right]
    }
  }
}

/// The operations on figures.
public enum Arithmetic: String, Hashable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

/// The comparisons of two figures or texts.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
}

/// What joins two conditions.
public enum Connective: String, Hashable, Sendable {
  case and
  case or
  /// False only where the left holds and the right does not.
  case implies
}
