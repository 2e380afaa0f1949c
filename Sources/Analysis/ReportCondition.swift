import Bodies
import Expressions
import Forms
import Panel
import ReportModel

/// A condition on reports: `where level = "county" and requests.new >= 30`.
///
/// It counts in three values, as rules do: a report is selected only where the condition holds
/// whatever stands in the cells that could not be read. Those for which that cannot be said, and
/// those that have no such figure, are left out and counted.
public struct ReportCondition: Sendable {
  /// What a condition may speak of besides indicators and attributes.
  public enum Word: String, CaseIterable, Sendable {
    case body, year
    /// How many findings stand on the report.
    case findings
    /// How many cells of its tables could not be read as figures.
    case unread

    /// The word in Chinese.
    public var chinese: String {
      switch self {
      case .body: "机关"
      case .year: "年度"
      case .findings: "发现"
      case .unread: "未读"
      }
    }

    /// The word of a name in either language.
    public init?(named name: String) {
      guard let match = Self.allCases.first(where: { $0.rawValue == name || $0.chinese == name })
      else { return nil }
      self = match
    }
  }

  /// Why a condition could not be worked out, and where in its text.
  public enum Problem: Error, Equatable, Sendable {
    case analysis(AnalysisError)
    case evaluation(EvaluationProblem)
  }

  /// What the condition comes to.
  public struct Outcome: Hashable, Sendable {
    /// The positions of the reports for which it holds, ascending.
    public var selected: [Int] = []
    /// For how many it depends on figures that were not read.
    public var undecided = 0
    /// How many have no such figure, or no such attribute.
    public var withoutFigure = 0
    /// Of the bodies without a report of the years asked for, how many it may hold for: what it says
    /// of figures cannot be asked of them. `nil` where nobody looked.
    public var bodiesWithoutReport: Int?

    /// An outcome that holds for nobody.
    public init(withoutFigure: Int = 0) {
      self.withoutFigure = withoutFigure
    }
  }

  private let expression: Expression

  /// - Parameter expression: a condition whose names are codes of indicators, names of attributes and
  ///   words.
  public init(_ expression: Expression) {
    self.expression = expression
  }

  /// Whether it asks for findings, which must then be looked for.
  public var asksForFindings: Bool {
    expression.names.contains { $0.name.words == Word.findings.rawValue }
  }

  /// Whether it speaks of attributes of bodies alone, so that it can be asked of bodies without
  /// reports.
  public func isOfBodies(_ directory: BodyDirectory) -> Bool {
    expression.names.map(\.name).allSatisfy { name in
      !name.isPrevious
        && (name.words == Word.body.rawValue || directory.attribute(named: name.words) != nil)
    }
  }

  /// Looks at bodies, whether or not they have reports.
  ///
  /// - Returns: the bodies for which it holds, in their order, and how many lack an attribute that
  ///   it speaks of.
  /// - Precondition: it is of bodies alone.
  public func bodies(
    among bodies: [String], _ directory: BodyDirectory
  ) throws(Problem) -> (selected: [String], withoutAttribute: Int) {
    var (selected, without): ([String], Int) = ([], 0)
    for body in bodies {
      let figures = BodyFigures(body: body, directory: directory)
      let truth: Truth
      do {
        truth = try Evaluator(figures).truth(of: expression)
      } catch {
        throw .evaluation(error)
      }
      switch truth {
      case .holds: selected.append(body)
      case .fails: break
      case .undecided, .notApplicable: without += 1
      }
    }
    return (selected, without)
  }

  /// Whether it may hold for a body of which no report is there: what it says of attributes must
  /// hold, what it says of figures is left open.
  public func mayHold(for body: String, _ directory: BodyDirectory) throws(Problem) -> Bool {
    let attributes = expression.names.compactMap { directory.attribute(named: $0.name.words) }
    guard attributes.allSatisfy({ directory.value($0, of: body) != nil }) else { return false }
    do {
      let figures = BodyFigures(body: body, directory: directory, leavesFiguresOpen: true)
      switch try Evaluator(figures).truth(of: expression) {
      case .holds, .undecided: return true
      case .fails, .notApplicable: return false
      }
    } catch {
      throw .evaluation(error)
    }
  }

  /// Looks at reports one by one.
  ///
  /// - Parameters:
  ///   - reports: by their positions in the panel, ascending.
  ///   - findings: how many findings stand on each report of the panel; empty where none are asked
  ///     for.
  public func outcome(
    among reports: [Int], of panel: Panel, catalog: FormCatalog, bodies: BodyDirectory,
    findings: [Int] = []
  ) throws(Problem) -> Outcome {
    let context = QueryContext(panel: panel, catalog: catalog, bodies: bodies)
    let names = expression.names.map(\.name)
    let figures: ConditionFigures
    do {
      figures = try ConditionFigures(names, in: context, findings: findings)
    } catch {
      throw .analysis(error)
    }
    let evaluator = Evaluator(figures)
    let isOfBodies = isOfBodies(bodies)
    var outcome = Outcome()
    var last: (body: String, truth: Truth)?
    for report in reports {
      let body = panel.reports[report].body
      let truth: Truth
      if isOfBodies, let last, last.body.utf8.elementsEqual(body.utf8) {
        truth = last.truth
      } else {
        figures.report = report
        do {
          truth = try evaluator.truth(of: expression)
        } catch {
          throw .evaluation(error)
        }
        last = (body, truth)
      }
      switch truth {
      case .holds: outcome.selected.append(report)
      case .fails: break
      case .undecided: outcome.undecided += 1
      case .notApplicable: outcome.withoutFigure += 1
      }
    }
    return outcome
  }
}

extension ReportCondition.Outcome {
  /// Who was left out because nobody can say whether the condition holds; `nil` where that is nobody.
  public var note: LocalizedText? {
    var (chinese, english): ([String], [String]) = ([], [])
    if undecided > 0 {
      chinese.append("\(undecided)份因有数据未读出而无法判定")
      english.append(
        "\(undecided) for which it depends on figures that were not read")
    }
    if withoutFigure > 0 {
      chinese.append("\(withoutFigure)份没有所说的数据或属性")
      english.append("\(withoutFigure) without such a figure or attribute")
    }
    guard !english.isEmpty else { return nil }
    return LocalizedText(
      chinese: "条件之外未计入的年报：" + chinese.joined(separator: "，") + "。",
      english: "Reports left out by the condition: " + english.joined(separator: ", ") + ".")
  }
}
