import Expressions
import Panel
import ReportModel

/// A bound rule's condition, compiled for reports of one layout.
indirect enum CompiledCondition: Sendable {
  /// A cell that must be there.
  struct FoundCell: Equatable, Sendable {
    let column: Int
    let isPrevious: Bool
  }

  case linear(LinearComparison)
  /// Worked out step by step: it multiplies or divides figures.
  case stepwise(Expression)
  /// The cells of these columns, of this year or the year before, are asked for.
  case found([FoundCell])
  /// One of these cells at least has something in it.
  case filled([FoundCell])
  /// The same for every report of the layout.
  case constant(Truth)
  case overflow
  case not(CompiledCondition)
  case connective(Connective, CompiledCondition, CompiledCondition)

  init(
    _ expression: Expression, layouts: LayoutPair, panel: Panel, pool: inout ColumnPool
  ) {
    switch expression.node {
    case .comparison(let comparison, let left, let right):
      let compilation = LinearComparison.compile(
        comparison, left, right, layouts: layouts, panel: panel, pool: &pool)
      switch compilation {
      case .comparison(let linear): self = .linear(linear)
      case .notApplicable: self = .constant(.notApplicable)
      case .overflow: self = .overflow
      case .notLinear: self = .stepwise(expression)
      }
    case .test(let test, let names):
      self = Self.answer(
        test, names.flatMap(\.names).map(\.name), layouts: layouts, panel: panel, pool: &pool)
    case .not(let operand):
      self = .not(
        CompiledCondition(operand, layouts: layouts, panel: panel, pool: &pool))
    case .connective(let connective, let left, let right):
      self = .connective(
        connective, CompiledCondition(left, layouts: layouts, panel: panel, pool: &pool),
        CompiledCondition(right, layouts: layouts, panel: panel, pool: &pool))
    case .number, .text, .name, .sum, .minus, .arithmetic:
      // Rules are read as conditions; a figure here is worked out and refused step by step.
      self = .stepwise(expression)
    }
  }

  private static func answer(
    _ test: NameTest, _ names: [Name], layouts: LayoutPair, panel: Panel, pool: inout ColumnPool
  ) -> CompiledCondition {
    var constant = Truth.holds
    var cells: [FoundCell] = []
    for name in names {
      switch test {
      case .comparable:
        constant = constant.and(layouts.comparability(of: name))
      case .found:
        if let truth = layouts.presence(ofTable: name) {
          constant = constant.and(truth)
        } else if layouts.has(name), let column = pool.number(of: name.key, in: panel) {
          cells.append(FoundCell(column: column, isPrevious: name.isPrevious))
        } else {
          constant = .notApplicable
        }
      case .filled:
        // Several are asked for one by one.
        let asked = layouts.cells(ofTable: name) ?? (layouts.has(name) ? [name.key] : [])
        let columns = asked.compactMap { pool.number(of: $0, in: panel) }
        guard !columns.isEmpty else { return .constant(.notApplicable) }
        let own = CompiledCondition.filled(
          columns.map { FoundCell(column: $0, isPrevious: name.isPrevious) })
        guard names.count > 1 else { return own }
        let rest = answer(
          test, names.filter { $0 != name }, layouts: layouts, panel: panel, pool: &pool)
        return .connective(.and, own, rest)
      }
    }
    return constant == .holds && !cells.isEmpty ? .found(cells) : .constant(constant)
  }

  /// The truth where every figure was read; `nil` where the report needs a closer look.
  func quickTruth(at report: Int, previous: Int?, in columns: [PanelColumn]) -> Truth? {
    switch self {
    case .linear(let comparison):
      return comparison.quickTruth(at: report, previous: previous, in: columns)
    case .constant(let truth):
      return truth
    case .found, .filled, .stepwise, .overflow:
      return nil
    case .not(let operand):
      return operand.quickTruth(at: report, previous: previous, in: columns)?.negated
    case .connective(let connective, let left, let right):
      guard let leftTruth = left.quickTruth(at: report, previous: previous, in: columns),
        let rightTruth = right.quickTruth(at: report, previous: previous, in: columns)
      else { return nil }
      return connective.truth(leftTruth, rightTruth)
    }
  }

  /// - Throws: why it cannot be worked out, even where the rest of the condition would decide: a
  ///   rule that errs is never a pass.
  func truth(
    of figures: PanelFigures, in columns: [PanelColumn]
  ) throws(EvaluationProblem.Kind) -> Truth {
    switch self {
    case .linear(let comparison):
      return try comparison.truth(
        at: figures.report, previous: figures.previous, in: columns, blanks: figures.blanks)
    case .stepwise(let expression):
      do {
        return try Evaluator(figures).truth(of: expression)
      } catch {
        throw error.kind
      }
    case .found(let cells):
      var all = Truth.holds
      for cell in cells {
        guard let position = cell.isPrevious ? figures.previous : figures.report else {
          return .notApplicable
        }
        all = all.and(columns[cell.column].state(at: position).presence)
      }
      return all
    case .filled(let cells):
      var one = Truth.fails
      for cell in cells {
        guard let position = cell.isPrevious ? figures.previous : figures.report else {
          return .notApplicable
        }
        let truth = columns[cell.column].state(at: position).filling
        if truth == .holds { return .holds }
        one = one.or(truth)
      }
      return one
    case .constant(let truth):
      return truth
    case .overflow:
      throw .overflow
    case .not(let operand):
      return try operand.truth(of: figures, in: columns).negated
    case .connective(let connective, let left, let right):
      return connective.truth(
        try left.truth(of: figures, in: columns), try right.truth(of: figures, in: columns))
    }
  }
}
