import Expressions
import ReportModel

/// Figures written by hand.
struct HandFigures: FigureSource {
  var figures: [String: Figure]

  func figure(_ name: Name) throws(EvaluationProblem.Kind) -> Figure {
    guard let figure = figures[name.description] else {
      throw .unknownName(name.description)
    }
    return figure
  }

  /// Patterns of the form `a.*` only.
  func names(matching pattern: Name) -> [Name] {
    figures.keys.filter { $0.hasPrefix(pattern.words.dropLast()) }.sorted().map { Name($0) }
  }
}
