import Bodies
import Expressions

/// What the names of a condition stand for where it is asked of a body, not of a report.
struct BodyFigures: FigureSource {
  let body: String
  let directory: BodyDirectory
  /// Whether names of figures stand for anything; otherwise there are none.
  var leavesFiguresOpen = false

  func names(matching pattern: Name) -> [Name] { leavesFiguresOpen ? [pattern] : [] }

  func figure(_ name: Name) throws(EvaluationProblem.Kind) -> Figure {
    if name.words == ReportCondition.Word.body.rawValue { return .text(body) }
    guard let attribute = directory.attribute(named: name.words) else {
      guard leavesFiguresOpen else { throw .unknownName(name.description) }
      return .unread(.any)
    }
    guard let value = directory.value(attribute, of: body) else { return .missing(.notOnForm) }
    if directory.isNumeric(attribute), let number = value.number { return .known(number) }
    return .text(value.code)
  }
}
