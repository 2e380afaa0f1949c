import Expressions
import Forms
import ReportModel

/// The rows of a result, to be chosen from and sorted.
struct ResultRows {
  private let table: ResultTable
  private let columns: [String: Int]

  init(_ table: ResultTable) {
    self.table = table
    columns = Dictionary(
      table.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static let flagsEnd = "_flags"

  /// The position of the column that a user means: by its name in data files, else by its heading.
  func column(_ token: Token) throws(ShellError) -> Int {
    if let exact = columns[token.text] { return exact }
    let byHeading = table.columns.indices.filter { index in
      let heading = table.columns[index].heading
      return heading.chinese == token.text
        || heading.english.lowercased() == token.text.lowercased()
    }
    guard byHeading.count == 1 else {
      throw ShellError(
        .unknownName(
          .column, token.text,
          nearest: NearestNames.among(table.columns.map(\.name), token.text)), at: token.range)
    }
    return byHeading[0]
  }

  /// The rows for which a condition holds. A row in which it speaks of a missing value is left out.
  func rows(
    _ rows: [Int], where condition: Expression, at range: SourceRange
  ) throws(ShellError) -> [Int] {
    let bound = try bound(condition, at: range)
    var kept: [Int] = []
    for row in rows {
      do {
        let figures = RowFigures(table: table, columns: columns, row: row)
        if try Evaluator(figures).truth(of: bound) == .holds { kept.append(row) }
      } catch {
        throw ShellError(
          .evaluation(error.kind), at: ConditionClause.place(error.range, in: range))
      }
    }
    return kept
  }

  /// What is known of a condition in a row; its names are columns.
  func truth(
    of condition: Expression, inRow row: Int, at range: SourceRange
  ) throws(ShellError) -> Truth {
    do {
      return try Evaluator(RowFigures(table: table, columns: columns, row: row))
        .truth(of: condition)
    } catch {
      throw ShellError(.evaluation(error.kind), at: ConditionClause.place(error.range, in: range))
    }
  }

  /// A value in a row, as it is shown; `nil` where there is none.
  func shownValue(
    of value: Expression, inRow row: Int, at range: SourceRange
  ) throws(ShellError) -> String? {
    do {
      switch try Evaluator(RowFigures(table: table, columns: columns, row: row)).value(of: value) {
      case .known(let number): return number.description
      case .text(let text): return text
      case .unread, .missing: return nil
      }
    } catch {
      throw ShellError(.evaluation(error.kind), at: ConditionClause.place(error.range, in: range))
    }
  }

  /// The column that an assertion means: by its name or heading, or as the only one of an indicator.
  func columnName(
    _ name: String, catalog: FormCatalog, at place: SourceRange
  ) throws(ShellError) -> String {
    if isColumn(Name(name)) { return name }
    if name == "value" || name == "数值" {
      let ofIndicators = table.columns.filter { column in
        let code = column.name.prefix { $0 != "[" }
        return catalog.indicators[IndicatorCode(String(code))] != nil
      }
      if ofIndicators.count == 1 { return ofIndicators[0].name }
    }
    return table.columns[try column(Token(kind: .word, text: name, range: place))].name
  }

  /// The condition with names of columns, and with texts in the place of words that a column of texts
  /// is compared with.
  private func bound(_ condition: Expression, at range: SourceRange) throws(ShellError)
    -> Expression
  {
    try quoted(condition).replacingNames { name, place throws(ShellError) -> Expression.Node? in
      let place = ConditionClause.place(place, in: range)
      if isColumn(name) { return nil }
      let index = try column(Token(kind: .word, text: name.description, range: place))
      return .name(Name(table.columns[index].name))
    }
  }

  private func isColumn(_ name: Name) -> Bool {
    let text = name.description
    if columns[text] != nil { return true }
    return text.hasSuffix(Self.flagsEnd)
      && columns[String(text.dropLast(Self.flagsEnd.count))] != nil
  }

  private func quoted(_ expression: Expression) -> Expression {
    func text(_ value: Expression, comparedWith other: Expression) -> Expression {
      guard case .name(let word) = value.node, case .name(let name) = other.node, isColumn(name),
        !isColumn(word), word.applicant == nil, !word.isPrevious
      else { return value }
      return Expression(.text(word.words), at: value.range)
    }
    return expression.changingComparands { text($0, comparedWith: $1) }
  }

  /// Sorted by a column: numbers by size, texts by Unicode scalars, missing values last; what is equal
  /// stays in its order.
  func sorted(_ rows: [Int], by column: Int, _ isDescending: Bool) -> [Int] {
    rows.enumerated().sorted { one, other in
      let (first, second) = (table.rows[one.element][column], table.rows[other.element][column])
      switch (first.sortKey, second.sortKey) {
      case (nil, nil): return one.offset < other.offset
      case (nil, _): return false
      case (_, nil): return true
      case (let left?, let right?):
        if left == right { return one.offset < other.offset }
        return isDescending ? right < left : left < right
      }
    }.map(\.element)
  }

  /// A table of these rows with the footnotes whose flags still occur.
  ///
  /// - Parameter inOrder: whether the rows stand as they stood, so that a chart may still join them.
  func table(of rows: [Int], inOrder: Bool) -> ResultTable {
    var result = table
    result.rows = rows.map { table.rows[$0] }
    let flags = Set(result.rows.flatMap { $0.flatMap(\.flags) })
    result.footnotes = table.footnotes.filter { flags.contains($0.flag) }
    if let chart = table.chart {
      result.chart = ChartHint(
        mark: inOrder ? chart.mark : .bar, x: chart.x, y: chart.y, series: chart.series,
        title: chart.title,
        stretches: chart.stretches.isEmpty || !inOrder ? [] : rows.map { chart.stretches[$0] })
    }
    return result
  }
}

/// What the names of a condition stand for in one row of a result.
private struct RowFigures: FigureSource {
  let table: ResultTable
  let columns: [String: Int]
  let row: Int

  func names(matching pattern: Name) -> [Name] { [] }

  func figure(_ name: Name) throws(EvaluationProblem.Kind) -> Figure {
    let text = name.description
    if let column = columns[text] {
      switch table.rows[row][column].content {
      case .missing: return .missing(.notOnForm)
      case .number(let number): return .known(number)
      case .text(let text), .term(let text, _): return .text(text)
      }
    }
    guard text.hasSuffix("_flags"), let column = columns[String(text.dropLast(6))] else {
      throw .unknownName(text)
    }
    return .text(table.rows[row][column].flags.map(\.rawValue).joined())
  }
}

/// What a value is sorted by.
private enum SortKey: Comparable {
  case number(Quantity)
  case text([UInt8])

  static func < (left: SortKey, right: SortKey) -> Bool {
    switch (left, right) {
    case (.number(let one), .number(let other)): one < other
    case (.text(let one), .text(let other)): one.lexicographicallyPrecedes(other)
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}

extension ResultValue {
  fileprivate var sortKey: SortKey? {
    switch content {
    case .missing: nil
    case .number(let number): .number(number)
    case .text(let text), .term(let text, _): .text(Array(text.utf8))
    }
  }
}
