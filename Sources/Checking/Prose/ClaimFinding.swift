import Expressions
import Forms
import ReportModel

/// Writes out what a rule found of a claim.
struct ClaimFinding {
  let rule: ProseRule
  let claims: [Claim]
  /// The claim's position among those of its report.
  let claim: Int
  let parts: ClaimParts?
  let outcome: Outcome
  let reading: ClaimReadings.Reading?
  let subject: String
  /// Whether the figure is one that other cells have, which the words may have meant.
  let isExplained: Bool
  let catalog: FormCatalog

  /// That of the rule; a question where it is not certain what the text is about.
  var severity: Severity {
    let stated = claims[claim]
    let isCertain =
      stated.doubts.isEmpty && stated.meanings.count < 2 && parts?.isCertain != false
      && !isExplained
    return isCertain ? rule.rule.severity : max(rule.rule.severity, .question)
  }

  func finding(id: String, body: String, year: Int, layout: LayoutPair) -> Finding {
    let operands = operands(year: year, layout: layout)
    let sides = rule.assertion.comparedSides
    return Finding(
      id: id,
      origin: FindingOrigin(
        rule: rule.rule.id, severity: severity, table: table(operands), applicant: nil,
        subject: subject, assertion: shown.description, operands: operands, claims: evidence),
      outcome: outcome, body: body, year: year, left: value(of: sides?.left),
      right: value(of: sides?.right))
  }

  /// The table of its first cell, else the one that the rule names.
  private func table(_ operands: [Operand]) -> Int {
    operands.first.flatMap { catalog.indicators[$0.key.indicator]?.table } ?? rule.rule.table
  }

  /// The claims that it rests on, the one in question first.
  private var evidence: [Int] {
    var numbers = [claim]
    if let parts { numbers += parts.parts }
    let stated = claims[claim]
    if rule.names.contains(.claimSubject), let subject = stated.subject { numbers.append(subject) }
    if rule.names.contains(.claimWhole), let part = stated.part { numbers.append(part.whole) }
    return numbers.filter(claims.indices.contains)
  }

  /// The assertion with the cells in place of `table`.
  private var shown: Expression {
    guard let table = reading?.table else { return rule.assertion }
    return rule.assertion.replacingNames { name, _ in
      guard ClaimName(name) == .table else { return nil }
      return (name.isPrevious ? table.previous : table).shown.node
    }
  }

  /// Every cell that was looked at: those of the tables' own figure, where the assertion asks for it.
  private func operands(year: Int, layout: LayoutPair) -> [Operand] {
    let table = reading?.table
    let sides = rule.assertion.comparedSides
    var operands: [Operand] = []
    for (name, _) in rule.assertion.names {
      let side: Operand.Side =
        sides?.left.names.contains { $0.name == name } == true ? .left : .right
      let worked =
        ClaimName(name) == .table
        ? (name.isPrevious ? table?.previous : table)?.worked
        : ClaimName(name) == nil ? Expression(.name(name), at: .nowhere) : nil
      for cell in worked?.cells(of: layout) ?? [] {
        let operand = Operand(
          key: cell.key, year: year - (cell.isPrevious ? 1 : 0), side: side, isSubtracted: false)
        if !operands.contains(operand) { operands.append(operand) }
      }
    }
    return operands
  }

  /// A side as people see it: what the text states as it states it, quotients to its digits.
  private func value(of side: Expression?) -> Quantity? {
    guard let side, let reading else { return nil }
    var figures = outcome == .fail ? reading.zero : reading.unread
    let stated = claims[claim]
    figures.figures[.claim] = stated.statedValue.map { .known($0) }
    if let parts { figures.figures[.claimParts] = .known(parts.sum) }
    guard case .known(let value) = try? Evaluator(figures).value(of: side) else { return nil }
    return rule.hasQuotient ? value.rounded(toDigits: stated.decimals) : value
  }
}

extension Expression {
  /// The sides of the comparison that it is; `nil` for anything else.
  fileprivate var comparedSides: (left: Expression, right: Expression)? {
    if case .comparison(_, let left, let right) = node { return (left, right) }
    if case .connective(.implies, _, let consequence) = node { return consequence.comparedSides }
    return nil
  }

  /// The cells that it adds up, patterns as the rows that the form has.
  fileprivate func cells(of layout: LayoutPair) -> [Name] {
    switch node {
    case .name(let name): return [name]
    case .sum(let terms, let except):
      return Expression.parts(of: terms, except: except, expanding: layout.names(matching:))
        .flatMap { $0.cells(of: layout) }
    default: return children.flatMap { $0.cells(of: layout) }
    }
  }
}
