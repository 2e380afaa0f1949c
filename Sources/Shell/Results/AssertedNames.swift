import Expressions
import ReportModel

/// Finds out what the names of an assertion mean: numbers of rows, and columns of one result.
struct AssertedNames {
  private static let rowsNames: Set<String> = ["rows", "行数"]

  let session: Session
  let range: SourceRange
  /// The result whose rows the assertion is about; `nil` where it speaks of no columns.
  private(set) var rowsOf: String?

  init(session: Session, range: SourceRange) {
    self.session = session
    self.range = range
  }

  /// Refuses the rows of a result that nothing names, before anything runs.
  static func checkRows(
    _ name: Name, among known: KnownNames, at place: SourceRange
  ) throws(ShellError) {
    guard let (first, rest) = parts(name), rowsNames.contains(rest), !isResult(first, known.results)
    else { return }
    throw ShellError(
      .unknownName(
        .result, first,
        nearest: NearestNames.among(known.results.sorted() + [ResultCommand.manual.name], first)),
      at: place)
  }

  /// `penalties.value` comes apart at its first point.
  private static func parts(_ name: Name) -> (first: String, rest: String)? {
    let text = name.description
    guard let point = text.firstIndex(of: ".") else { return nil }
    return (String(text[..<point]), String(text[text.index(after: point)...]))
  }

  private static func isResult(_ word: String, _ results: some Sequence<String>) -> Bool {
    ResultCommand.manual.isNamed(word) || results.contains(word)
  }

  /// The condition with numbers of rows put in, and with names of columns alone.
  mutating func bound(_ expression: Expression) throws(ShellError) -> Expression {
    var rowsOf: (result: String, place: SourceRange)?
    let results = session.results
    let bound = try expression.replacingNames {
      name, place throws(ShellError) -> Expression.Node? in
      let place = ConditionClause.place(place, in: range)
      var (result, column) = (ResultCommand.manual.name, name.description)
      if let (first, rest) = Self.parts(name), Self.isResult(first, results.names) {
        (result, column) = (first, rest)
      } else if let text = Self.comparedWord(name, in: expression, results) {
        return .text(text)
      }
      guard let known = results[result] else { throw ShellError(.noResult, at: place) }
      let table = try known.table()
      let rows = ResultRows(table)
      if Self.rowsNames.contains(column),
        !table.columns.contains(where: { $0.name == column })
      {
        return .number(Quantity(Int64(table.rows.count)))
      }
      let isLast = ResultCommand.manual.isNamed(result)
      let key = isLast ? ResultCommand.manual.name : result
      if let other = rowsOf, other.result != key {
        throw ShellError(.assertsTwoResults(other.result, key), at: place)
      }
      rowsOf = (key, place)
      return .name(Name(try rows.columnName(column, catalog: session.catalog, at: place)))
    }
    self.rowsOf = rowsOf?.result
    return bound
  }

  /// A bare word that a column of texts is compared with: `body = 云岭`.
  private static func comparedWord(
    _ name: Name, in expression: Expression, _ results: ResultNames
  ) -> String? {
    guard name.applicant == nil, !name.isPrevious else { return nil }
    func hasColumn(_ other: Name) -> Bool {
      var (result, column) = (ResultCommand.manual.name, other.description)
      if let (first, rest) = parts(other), isResult(first, results.names) {
        (result, column) = (first, rest)
      }
      return (try? results[result]?.table())?.columns.contains {
        $0.name == column && $0.isOfTexts
      } ?? false
    }
    guard !hasColumn(name) else { return nil }
    var found = false
    _ = expression.changingComparands { value, other in
      if case .name(name) = value.node, case .name(let compared) = other.node, hasColumn(compared) {
        found = true
      }
      return value
    }
    return found ? name.words : nil
  }
}

extension ResultColumn {
  fileprivate var isOfTexts: Bool {
    switch kind {
    case .text, .code, .label: true
    case .year, .figure, .share, .points: false
    }
  }
}
