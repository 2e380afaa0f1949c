import Expressions
import Panel
import ReportModel

/// The figures of one report of a panel, as an expression asks for them. The slow road, for what
/// is not linear and for the sides of findings.
struct PanelFigures: FigureSource {
  let panel: Panel
  let layouts: LayoutPair
  let report: Int
  /// The position of the report of the year before.
  let previous: Int?
  let blanks: BlankTreatment
  /// What other bodies' reports come to.
  var relatives = RelativeFigures.none

  /// The same report with blanks counting in another way.
  func counting(blanks: BlankTreatment) -> PanelFigures {
    PanelFigures(
      panel: panel, layouts: layouts, report: report, previous: previous, blanks: blanks,
      relatives: relatives)
  }

  func names(matching pattern: Name) -> [Name] { layouts.names(matching: pattern) }

  func truth(of test: NameTest, _ name: Name) throws(EvaluationProblem.Kind) -> Truth {
    switch test {
    case .comparable:
      return layouts.comparability(of: name)
    case .found:
      if let truth = layouts.presence(ofTable: name) { return truth }
      guard let position = name.isPrevious ? previous : report, layouts.has(name) else {
        return .notApplicable
      }
      return panel.state(of: name.key, at: position).presence
    case .filled:
      let cells = layouts.cells(ofTable: name) ?? (layouts.has(name) ? [name.key] : [])
      guard let position = name.isPrevious ? previous : report, !cells.isEmpty else {
        return .notApplicable
      }
      return cells.reduce(Truth.fails) { $0.or(panel.state(of: $1, at: position).filling) }
    }
  }

  /// Whether the cell could not be read or was not found, or one that goes into a sum.
  func hasUnread(_ name: Name) -> Bool {
    if name.isOfOthers { return relatives.hasUnread(name, at: report) }
    guard let position = name.isPrevious ? previous : report else { return false }
    switch panel.state(of: name.key, at: position) {
    case .text, .ambiguous, .absent: return true
    case .reported, .blank, .dash, .notOnForm: return false
    }
  }

  func figure(_ name: Name) throws(EvaluationProblem.Kind) -> Figure {
    if name.isOfOthers {
      guard layouts.has(name) else { return .missing(.notOnForm) }
      return try relatives.figure(name, at: report, blanks: blanks)
    }
    guard let position = name.isPrevious ? previous : report else { return .missing(.noReport) }
    guard layouts.has(name), let column = panel.columns[name.key] else {
      return .missing(.notOnForm)
    }
    switch column.state(at: position) {
    case .notOnForm:
      return .missing(.notOnForm)
    case .reported where column.unit != .unstatedMoney:
      guard let value = Quantity(coefficient: column.value(at: position), scale: column.ruleScale)
      else { throw .overflow }
      return .known(value)
    case .blank where blanks == .asZero, .dash where blanks == .asZero:
      return .known(.zero)
    case .reported, .blank, .dash, .text, .ambiguous, .absent:
      // Money without a stated unit was read, but not how much it is.
      return .unread(UnreadFigure.bounds(of: name.key.indicator))
    }
  }
}

extension PanelColumn.State {
  /// Whether the page shows the cell. One that was not found may stand there all the same.
  var presence: Truth {
    switch self {
    case .reported, .blank, .dash, .text, .ambiguous: .holds
    case .absent: .undecided
    case .notOnForm: .notApplicable
    }
  }

  /// Whether something stands in the cell. What was not found may be filled in.
  var filling: Truth {
    switch self {
    case .reported, .text, .ambiguous: .holds
    case .absent: .undecided
    case .blank, .dash, .notOnForm: .fails
    }
  }
}
