import Expressions
import ReportModel

/// What `let` may give a name to besides a result: a value that is known before anything runs.
enum ValueClause {
  /// Takes a value to the end of the command; takes nothing where a command stands there.
  static func value(from arguments: inout ArgumentReader) throws(ShellError) -> VariableValue? {
    guard let first = arguments.peek, first.kind == .word || first.kind == .quoted else {
      return nil
    }
    if first.kind == .word, arguments.names.command(named: first.text) != nil { return nil }
    let range = arguments.nextRange
    if let word = arguments.onlyWord, let copied = copy(of: word, in: arguments) {
      _ = arguments.next()
      return copied
    }
    if first.kind == .quoted, arguments.onlyWord != nil {
      _ = arguments.next()
      return .text(first.text)
    }
    guard first.kind == .quoted || !isWord(first.text) else {
      throw ShellError(
        .neitherQueryNorValue(
          first.text, nearest: NearestNames.of(first.text, among: CommandTable.allNames)),
        at: range)
    }
    let years = try arguments.takeYearsIfAlone()
    if !years.isEmpty { return .years(years) }
    let (expression, place) = try arguments.takeValue()
    return try worked(out: expression, at: place)
  }

  /// `let x = $y`: whatever it is.
  private static func copy(of word: String, in arguments: ArgumentReader) -> VariableValue? {
    guard word.hasPrefix("$") else { return nil }
    return arguments.names.variables[String(word.dropFirst())]
  }

  /// Whether a word begins as a name does: then a query was meant.
  private static func isWord(_ text: String) -> Bool {
    Variable.isName(text.prefix(1))
  }

  private static func worked(
    out expression: Expression, at range: SourceRange
  ) throws(ShellError) -> VariableValue {
    if case .text(let text) = expression.node { return .text(text) }
    if let name = expression.names.first {
      throw ShellError(
        .neitherQueryNorValue(name.name.description, nearest: []),
        at: ConditionClause.place(name.range, in: range))
    }
    do {
      guard case .known(let number) = try Evaluator(NoFigures()).value(of: expression) else {
        throw ShellError(.expected(.expression), at: range)
      }
      return .number(number)
    } catch let problem as EvaluationProblem {
      throw ShellError(
        .evaluation(problem.kind), at: ConditionClause.place(problem.range, in: range))
    } catch let error as ShellError {
      throw error
    } catch {
      throw ShellError(.expected(.expression), at: range)
    }
  }
}

/// Where no name has a figure.
private struct NoFigures: FigureSource {
  func names(matching pattern: Name) -> [Name] { [] }

  func figure(_ name: Name) throws(EvaluationProblem.Kind) -> Figure {
    throw .unknownName(name.description)
  }
}
