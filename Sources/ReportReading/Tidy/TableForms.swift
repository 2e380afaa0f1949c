import Forms
import ReportModel

/// Puts the figures of a report together to the tables of forms: those that its rows name, or the
/// only ones that have such cells.
struct TableForms: Sendable {
  private struct Position {
    let table: Int
    let index: Int
  }

  private let catalog: FormCatalog
  /// By form: where each cell stands.
  private let positions: [String: [CellKey: Position]]

  init(catalog: FormCatalog) {
    self.catalog = catalog
    var positions: [String: [CellKey: Position]] = [:]
    for form in catalog.forms {
      for table in form.tables {
        for (index, cell) in table.cells.enumerated() {
          positions[form.id, default: [:]][cell.key] = Position(table: table.number, index: index)
        }
      }
    }
    self.positions = positions
  }

  /// The tables in the order of their numbers. Cells that no figure is for are absent.
  func tables(_ figures: [DraftFigure]) throws(TableFlaw) -> [ReportTable] {
    var groups: [Int: [DraftFigure]] = [:]
    for figure in figures { groups[try number(of: figure), default: []].append(figure) }
    let numbers = groups.keys.sorted()
    var settled: [Int: FormTable] = [:]
    var open: [(number: Int, candidates: [FormTable])] = []
    for number in numbers {
      let candidates = try candidates(number, groups[number] ?? [])
      if candidates.count == 1 {
        settled[number] = candidates[0]
      } else {
        open.append((number, candidates))
      }
    }
    let leading = Set(settled.values.map(\.form))
    for (number, candidates) in open {
      settled[number] = try choose(
        among: candidates, leading: leading, number, line: groups[number]?.first?.line ?? 1)
    }
    var tables: [ReportTable] = []
    for number in numbers {
      guard let table = settled[number] else { continue }
      let cells = try cells(of: table, groups[number] ?? [])
      tables.append(ReportTable(number: number, form: table.form, cells: cells))
    }
    return tables
  }

  /// The table that a figure stands in: where its form has it, else where the dictionary says.
  private func number(of figure: DraftFigure) throws(TableFlaw) -> Int {
    guard let form = figure.form else {
      return catalog.indicators[figure.key.indicator]?.table ?? 0
    }
    guard let position = positions[form]?[figure.key] else {
      throw TableFlaw(line: figure.line, kind: .notOnForm(figure.key, form: form))
    }
    return position.table
  }

  /// The forms' tables of this number that have all of the figures' cells: the one that is named,
  /// where one is.
  private func candidates(
    _ number: Int, _ figures: [DraftFigure]
  ) throws(TableFlaw) -> [FormTable] {
    var named: String?
    for figure in figures {
      guard let form = figure.form else { continue }
      guard named == nil || named == form else {
        throw TableFlaw(
          line: figure.line, kind: .severalForms([named ?? "", form].sorted()))
      }
      named = form
    }
    if let named {
      for figure in figures where positions[named]?[figure.key]?.table != number {
        throw TableFlaw(line: figure.line, kind: .notOnForm(figure.key, form: named))
      }
      return catalog.form(named)?.table(number).map { [$0] } ?? []
    }
    return catalog.tables(number).filter { table in
      figures.allSatisfy { positions[table.form]?[$0.key]?.table == number }
    }
  }

  /// A table that is the same in several forms follows the report's other tables. Anything else
  /// would be a guess.
  private func choose(
    among candidates: [FormTable], leading: Set<String>, _ number: Int, line: Int
  ) throws(TableFlaw) -> FormTable {
    let isSame = candidates.allSatisfy { $0.cells == candidates.first?.cells }
    if isSame, leading.count == 1, let table = candidates.first(where: { leading == [$0.form] }) {
      return table
    }
    throw TableFlaw(
      line: line, kind: .formUnclear(table: number, candidates: candidates.map(\.form)))
  }

  private func cells(
    of table: FormTable, _ figures: [DraftFigure]
  ) throws(TableFlaw) -> [Cell] {
    var byPosition: [DraftFigure?] = Array(repeating: nil, count: table.cells.count)
    for figure in figures {
      guard let index = positions[table.form]?[figure.key]?.index else { continue }
      if let named = figure.table, named != table.number {
        throw TableFlaw(line: figure.line, kind: .otherTable(figure.key, table: table.number))
      }
      if let first = byPosition[index] {
        throw TableFlaw(
          line: figure.line, kind: .cellTwice(figure.key, firstLine: first.line))
      }
      byPosition[index] = figure
    }
    var cells: [Cell] = []
    for (described, figure) in zip(table.cells, byPosition) {
      cells.append(try cell(described, figure))
    }
    return cells
  }

  private func cell(_ described: FormCell, _ figure: DraftFigure?) throws(TableFlaw) -> Cell {
    guard let figure else {
      return .unread(
        described.key, status: .absent, unit: described.unit, printed: "", place: nil)
    }
    let unit = figure.unit ?? described.unit
    guard unit == described.unit || (unit.isMoney && described.unit.isMoney) else {
      throw TableFlaw(line: figure.line, kind: .unitUnfit(described.key, unit))
    }
    guard let value = figure.value, let place = figure.place else {
      return .unread(
        described.key, status: figure.status, unit: unit, printed: figure.printed,
        place: figure.place)
    }
    guard unit.isMoney || value.count != nil else {
      throw TableFlaw(
        line: figure.line, kind: .unreadableFigure(described.key, value.description))
    }
    return .reported(
      described.key, value: value, unit: unit, printed: figure.printed, place: place)
  }
}
