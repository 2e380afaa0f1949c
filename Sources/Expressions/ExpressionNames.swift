extension Expression {
  /// Every name with its place, left to right, those after `except` among them.
  public var names: [(name: Name, range: SourceRange)] {
    if case .name(let name) = node { return [(name, range)] }
    return node.children.flatMap(\.names)
  }

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
  ///   `except` only a name can stand; any other replacement is ignored there.
  public func replacingNames<Failure: Error>(
    _ replacement: (Name, SourceRange) throws(Failure) -> Node?
  ) throws(Failure) -> Expression {
    let replaced: Node
    switch node {
    case .number, .text:
      return self
    case .name(let name):
      guard let other = try replacement(name, range) else { return self }
      replaced = other
    case .sum(let terms, let except):
      var newTerms: [Expression] = []
      for term in terms { newTerms.append(try term.replacingNames(replacement)) }
      var newExcept: [Expression] = []
      for name in except {
        let other = try name.replacingNames(replacement)
        if case .name = other.node { newExcept.append(other) } else { newExcept.append(name) }
      }
      replaced = .sum(newTerms, except: newExcept)
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
}
