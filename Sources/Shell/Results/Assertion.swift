import Expressions
import Forms
import ReportModel

/// Works a condition out that must hold, and gathers what speaks against it.
struct Assertion {
  private let condition: Expression
  private let session: Session
  private let range: SourceRange

  /// - Parameter condition: its names are columns.
  init(_ condition: Expression, session: Session, range: SourceRange) {
    self.condition = condition
    self.session = session
    self.range = range
  }

  /// For a condition without columns.
  ///
  /// - Returns: `nil` where it holds.
  func checkOnce() throws(ShellError) -> AssertionFailure? {
    let rows = ResultRows(ResultTable(columns: [], rows: [[]]))
    let truth = try rows.truth(of: condition, inRow: 0, at: range)
    guard truth != .holds else { return nil }
    var failure = AssertionFailure()
    if truth == .fails { failure.failing = 1 } else { failure.unknown = 1 }
    let (left, right) = try sides(in: rows, row: 0)
    failure.rows = [
      AssertionFailure.Row(number: nil, subject: "", left: left, right: right, evidence: [])
    ]
    return failure
  }

  /// For a condition that every row must fit.
  ///
  /// - Returns: `nil` where every row fits and there is one at least.
  func check(
    _ table: ResultTable, named name: String
  ) throws(ShellError) -> AssertionFailure? {
    let rows = ResultRows(table)
    var failing: [Int] = []
    var unknown: [Int] = []
    for row in table.rows.indices {
      try Interruption.check()
      switch try rows.truth(of: condition, inRow: row, at: range) {
      case .holds: break
      case .fails: failing.append(row)
      case .undecided, .notApplicable: unknown.append(row)
      }
    }
    guard table.rows.isEmpty || !failing.isEmpty || !unknown.isEmpty else { return nil }
    var failure = AssertionFailure()
    failure.result = (name, table.rows.count)
    failure.failing = failing.count
    failure.unknown = unknown.count
    var lookup = ReportLookup(store: session.store)
    for row in (failing.isEmpty ? unknown : failing).prefix(AssertionFailure.mostRows) {
      failure.rows.append(try shown(row, of: table, rows, &lookup))
    }
    return failure
  }

  private func shown(
    _ row: Int, of table: ResultTable, _ rows: ResultRows, _ lookup: inout ReportLookup
  ) throws(ShellError) -> AssertionFailure.Row {
    let (left, right) = try sides(in: rows, row: row)
    let evidence = AssertionEvidence(table: table, row: row, session: session)
    var columns: [AssertionFailure.Evidence] = []
    var known: Set<String> = []
    for (name, _) in condition.names where known.insert(name.description).inserted {
      if let found = try evidence.column(name.description, &lookup) { columns.append(found) }
    }
    return AssertionFailure.Row(
      number: row + 1, subject: evidence.subject, left: left, right: right, evidence: columns)
  }

  /// The sides of the first comparison that does not hold.
  private func sides(
    in rows: ResultRows, row: Int
  ) throws(ShellError) -> (left: String?, right: String?) {
    let comparisons = condition.comparisons
    var chosen = comparisons.first
    for comparison in comparisons
    where try rows.truth(of: comparison, inRow: row, at: range) != .holds {
      chosen = comparison
      break
    }
    guard let chosen, case .comparison(_, let left, let right) = chosen.node else {
      return (nil, nil)
    }
    return (
      try rows.shownValue(of: left, inRow: row, at: range),
      try rows.shownValue(of: right, inRow: row, at: range)
    )
  }
}

extension Expression {
  /// The comparisons in it, left to right.
  fileprivate var comparisons: [Expression] {
    if case .comparison = node { return [self] }
    return children.flatMap(\.comparisons)
  }
}
