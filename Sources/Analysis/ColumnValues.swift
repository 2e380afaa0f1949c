import Forms
import ReportModel

/// The values of one indicator in every row of a grid, with what must be said about them.
struct ColumnValues {
  let grid: Grid
  let column: Int
  let unit: MeasureUnit
  /// The values as figures, a value a row.
  private(set) var figures: [ShownValue] = []
  private(set) var notes: Set<Note> = []

  private let book: RecipeBook
  private let tallies: [Tally]
  /// The oldest form's recipe behind the column: what the flags of figures are measured against.
  private let reference: Int?

  /// - Throws: `breakInSeries` where forms behind the column give the indicator different meanings
  ///   and `breaks` refuses.
  init(
    grid: Grid, column: Int, unit: MeasureUnit, breaks: BreakHandling
  ) throws(AnalysisError) {
    self.grid = grid
    self.column = column
    self.unit = unit
    let book = grid.books[column]
    self.book = book
    tallies = grid.tallies[column]
    let behind = tallies.reduce(into: Set<Int>()) { $0.formUnion($1.recipes) }
    reference = behind.sorted().min { book.isOlder($0, than: $1) }
    if breaks == .refuse, let broken = relation(among: behind, and: behind),
      broken.match == Comparability.none
    {
      throw .breakInSeries(
        indicator: book.indicator.code, fromForm: broken.olderForm, toForm: broken.newerForm,
        why: broken.why)
    }
    for row in tallies.indices { figures.append(try figure(row)) }
    flagCoverage()
  }

  // MARK: Figures

  private mutating func figure(_ row: Int) throws(AnalysisError) -> ShownValue {
    let tally = tallies[row]
    if tally.value == nil, tally.read > 0, tally.denominator != .zero {
      throw .outOfRange(book.indicator.code)
    }
    var shown = ShownValue(number: tally.value)
    if tally.unread > 0 {
      shown.flags.insert(.unread)
      note(.unread)
    }
    if tally.notOnForm > 0 {
      shown.flags.insert(.notAvailable)
      for number in tally.lacking {
        guard case .notOnForm(let code, let form) = book.recipes[number].standing else { continue }
        note(.notOnForm(code: code, form: form))
      }
    }
    for number in tally.recipes {
      for aggregate in book.recipes[number].aggregated {
        shown.flags.insert(.aggregated)
        note(.aggregated(code: aggregate.code, form: aggregate.form))
      }
    }
    if unit == .unstatedMoney, tally.read > 1 {
      shown.number = nil
      shown.flags.insert(.unread)
      note(.unstatedMoney)
    }
    if let reference {
      mark(&shown, by: relation(among: tally.recipes, and: [reference]))
    }
    if let mixed = relation(among: tally.recipes, and: tally.recipes),
      mixed.match == Comparability.none
    {
      // Shown or not, figures of different meaning are never one sum.
      shown.number = nil
      mark(&shown, by: mixed)
    }
    return shown
  }

  private mutating func mark(_ shown: inout ShownValue, by relation: RecipeRelation?) {
    guard let relation else { return }
    switch relation.match {
    case .exact, .aggregate:
      break
    case .approximate:
      shown.flags.insert(.definitionDiffers)
      note(.definitionDiffers(relation))
    case .none:
      shown.flags.insert(.seriesBreak)
      note(.seriesBreak(relation))
    }
  }

  // MARK: Who stands behind the values

  private mutating func flagCoverage() {
    if grid.dimensions.contains(.year), !grid.dimensions.contains(.body) {
      let years = YearRows(grid)
      for row in tallies.indices where !tallies[row].members.isEmpty {
        let earlier = years.rowsBefore(row).last { !tallies[$0].members.isEmpty }
        guard let earlier, tallies[earlier].members != tallies[row].members else { continue }
        figures[row].flags.insert(.coverageChanges)
        note(.bodiesDiffer)
      }
    }
    if grid.dimensions.contains(.body), !grid.dimensions.contains(.year) {
      let all = tallies.reduce(into: Set<Int>()) { $0.formUnion($1.members) }
      for row in tallies.indices where !tallies[row].members.isEmpty {
        guard tallies[row].members != all else { continue }
        figures[row].flags.insert(.coverageChanges)
        note(.yearsDiffer)
      }
    }
  }

  // MARK: Setting one row against another

  /// What must be said of a value worked out from two rows: what holds for either, and how the
  /// two compare with each other instead of with the oldest form.
  mutating func flags(setting row: Int, against earlier: Int) -> Set<Flag> {
    let compared: Set<Flag> = [.definitionDiffers, .seriesBreak, .coverageChanges]
    var shown = ShownValue(
      number: nil, flags: figures[row].flags.union(figures[earlier].flags).subtracting(compared))
    mark(&shown, by: relation(among: tallies[row].recipes, and: tallies[earlier].recipes))
    let (these, those) = (tallies[row].members, tallies[earlier].members)
    if !these.isEmpty, !those.isEmpty, these != those {
      shown.flags.insert(.coverageChanges)
      note(.bodiesDiffer)
    }
    if unit == .unstatedMoney {
      shown.flags.insert(.unread)
      note(.unstatedMoney)
    }
    return shown.flags
  }

  /// Whether the rows rest on forms that give the indicator different meanings.
  func isBroken(across rows: [Int]) -> Bool {
    let recipes = rows.reduce(into: Set<Int>()) { $0.formUnion(tallies[$1].recipes) }
    return relation(among: recipes, and: recipes)?.match == Comparability.none
  }

  private func relation(among first: Set<Int>, and second: Set<Int>) -> RecipeRelation? {
    var worst: RecipeRelation?
    for one in first.sorted() {
      for other in second.sorted() {
        guard let relation = book.relation(one, other) else { continue }
        if let known = worst, known.match.weight >= relation.match.weight { continue }
        worst = relation
      }
    }
    return worst
  }

  /// Remembers what a footnote has to say.
  mutating func note(_ kind: Note.Kind) {
    notes.insert(Note(indicator: column, kind: kind))
  }

  /// The figures of the column that could not be read.
  var unread: Int { tallies.reduce(0) { $0 + $1.unread } }
}
