extension Expression {
  /// Every name with its place, left to right, those after `except` among them; without those of
  /// `comparable( )`, which stand for no figures.
  public var names: [(name: Name, range: SourceRange)] {
    switch node {
    case .name(let name): [(name, range)]
    case .test(.comparable, _): []
    default: node.children.flatMap(\.names)
    }
  }

  /// The names of `comparable( )` with their places.
  public var comparableNames: [(name: Name, range: SourceRange)] {
    if case .test(.comparable, let names) = node { return names.flatMap(\.names) }
    return node.children.flatMap(\.comparableNames)
  }

  /// The names of `found( )` and `filled( )` with their places.
  public var askedNames: [(name: Name, range: SourceRange)] {
    switch node {
    case .test(.found, let names), .test(.filled, let names): names.flatMap(\.names)
    default: node.children.flatMap(\.askedNames)
    }
  }

  /// Whether it looks at the report of the year before.
  public var looksBack: Bool {
    !comparableNames.isEmpty || names.contains { $0.name.isPrevious }
  }

  /// Whether it looks at the reports of other bodies; only once names are bound.
  public var looksAtOthers: Bool { names.contains { $0.name.isOfOthers } }

  /// The names after `except`, which take cells out of a sum.
  public var exceptedNames: [(name: Name, range: SourceRange)] {
    if case .sum(let terms, let except) = node {
      return terms.flatMap(\.exceptedNames) + except.flatMap(\.names)
    }
    return node.children.flatMap(\.exceptedNames)
  }

  /// The same expression with names replaced: how labels become codes, `row` and `group` get
  /// their meaning and derived indicators their formulas.
  ///
  /// - Parameter replacement: what stands for a name, or `nil` where the name stays. After
  ///   `except` and within `found( )` only a name can stand; any other replacement is ignored there.
  ///   Names of `comparable( )` stay as they are: see `replacingComparableNames`.
  public func replacingNames<Failure: Error>(
    _ replacement: (Name, SourceRange) throws(Failure) -> Node?
  ) throws(Failure) -> Expression {
    let replaced: Node
    switch node {
    case .number, .text, .test(.comparable, _):
      return self
    case .name(let name):
      guard let other = try replacement(name, range) else { return self }
      replaced = other
    case .sum(let terms, let except):
      var newTerms: [Expression] = []
      for term in terms { newTerms.append(try term.replacingNames(replacement)) }
      replaced = .sum(newTerms, except: try Self.names(except, replacement))
    case .test(let test, let names):
      replaced = .test(test, try Self.names(names, replacement))
    case .minus(let operand):
      replaced = .minus(try operand.replacingNames(replacement))
    case .not(let operand):
      replaced = .not(try operand.replacingNames(replacement))
    case .arithmetic(let operation, let left, let right):
      replaced = .arithmetic(
        operation, try left.replacingNames(replacement), try right.replacingNames(replacement))
    case .comparison(let comparison, let left, let right):
      replaced = .comparison(
        comparison, try left.replacingNames(replacement), try right.replacingNames(replacement))
    case .connective(let connective, let left, let right):
      replaced = .connective(
        connective, try left.replacingNames(replacement), try right.replacingNames(replacement))
    }
    return Expression(replaced, at: range)
  }

  /// Names with others in their place, where those are names too.
  private static func names<Failure: Error>(
    _ names: [Expression], _ replacement: (Name, SourceRange) throws(Failure) -> Node?
  ) throws(Failure) -> [Expression] {
    var result: [Expression] = []
    for name in names {
      let other = try name.replacingNames(replacement)
      if case .name = other.node { result.append(other) } else { result.append(name) }
    }
    return result
  }

  /// The same expression with other names in `comparable( )`.
  ///
  /// - Parameter replacement: the names that one name stands for.
  public func replacingComparableNames<Failure: Error>(
    _ replacement: (Name, SourceRange) throws(Failure) -> [Name]
  ) throws(Failure) -> Expression {
    switch node {
    case .test(.comparable, let names):
      var result: [Expression] = []
      for (name, range) in names.flatMap(\.names) {
        for other in try replacement(name, range) {
          result.append(Expression(.name(other), at: range))
        }
      }
      return Expression(.test(.comparable, result), at: range)
    case .not(let operand):
      return Expression(.not(try operand.replacingComparableNames(replacement)), at: range)
    case .connective(let connective, let left, let right):
      return Expression(
        .connective(
          connective, try left.replacingComparableNames(replacement),
          try right.replacingComparableNames(replacement)), at: range)
    case .number, .text, .name, .sum, .minus, .arithmetic, .comparison, .test:
      return self
    }
  }
}
