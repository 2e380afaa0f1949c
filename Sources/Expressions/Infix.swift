/// An operator between two operands and how strongly it binds.
enum Infix {
  case arithmetic(Arithmetic)
  case comparison(Comparison)
  case connective(Connective)

  static let notBinding = 4
  static let unaryMinusBinding = 8
  /// Stronger than every operator: names, figures and what stands in parentheses.
  static let primaryBinding = 9

  init?(_ kind: Token.Kind) {
    switch kind {
    case .arithmetic(let operation): self = .arithmetic(operation)
    case .comparison(let comparison): self = .comparison(comparison)
    case .keyword(.and): self = .connective(.and)
    case .keyword(.or): self = .connective(.or)
    case .keyword(.implies): self = .connective(.implies)
    default: return nil
    }
  }

  var binding: Int {
    switch self {
    case .connective(.implies): 1
    case .connective(.or): 2
    case .connective(.and): 3
    case .comparison: 5
    case .arithmetic(.add), .arithmetic(.subtract): 6
    case .arithmetic(.multiply), .arithmetic(.divide): 7
    }
  }

  /// How strongly the right operand must hold together. Operators group to the left, `implies`
  /// to the right.
  var rightBinding: Int {
    if case .connective(.implies) = self { binding } else { binding + 1 }
  }

  var isComparison: Bool {
    if case .comparison = self { true } else { false }
  }
}
