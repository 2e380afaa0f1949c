import Dispatch
import Forms
import Foundation
import ReportModel

/// The values of one indicator in every row of a grid, with what must be said about them.
struct ColumnValues: Sendable {
  let grid: Grid
  let column: Int
  let unit: MeasureUnit
  /// The values as figures, a value a row.
  private(set) var figures: [ShownValue] = []
  private(set) var notes: Set<Note> = []
  /// How many figures of the column could not be read.
  let unread: Int

  private let book: RecipeBook
  private let tallies: [Tally]
  /// What the flags of figures are measured against: the oldest form of the row's own series where
  /// years follow each other, else the oldest of all rows.
  private let reference: OldestRecipes
  /// The oldest form of the rows that stand side by side in time.
  private let beside: OldestRecipes
  /// Whether some form splits the figure into rows that were added up.
  private let hasAggregates: Bool
  private var relations: [[NumberSet]: RecipeRelation?] = [:]

  /// - Throws: `breakInSeries` where forms behind the column give the indicator different meanings
  ///   and `breaks` refuses; `stockOverYears` where a row would add up stocks of several years.
  init(
    grid: Grid, column: Int, unit: MeasureUnit, breaks: BreakHandling
  ) throws(AnalysisError) {
    self.grid = grid
    self.column = column
    self.unit = unit
    let book = grid.books[column]
    self.book = book
    hasAggregates = book.recipes.contains { !$0.aggregated.isEmpty }
    tallies = grid.tallies[column]
    let hasYear = grid.dimensions.contains(.year)
    // The forms of a series follow each other even where they are told apart.
    let summary = TallySummary(tallies)
    unread = summary.unread
    reference = OldestRecipes(
      grid, column: column,
      sharing: hasYear ? grid.dimensions.filter { $0 != .year && $0 != .form } : [],
      all: summary.recipes)
    beside = OldestRecipes(
      grid, column: column, sharing: hasYear ? [.year] : [], all: summary.recipes)
    if book.holdsStock, summary.hasSeveralYears { throw .stockOverYears(book.indicator.code) }
    if breaks == .refuse, let broken = relation(among: summary.recipes, and: summary.recipes),
      broken.match == Comparability.none
    {
      throw .breakInSeries(
        indicator: book.indicator.code, fromForm: broken.olderForm, toForm: broken.newerForm,
        why: broken.why)
    }
    try fillFigures()
    flagCoverage(summary)
    if summary.addsYears { flagYears() }
  }

  // MARK: Figures

  /// Fewer rows than this are not worth another core.
  private static let leastShared = 1 << 14

  /// Works the figures of all rows out, of many on all cores.
  private mutating func fillFigures() throws(AnalysisError) {
    let parts = max(
      1, min(ProcessInfo.processInfo.activeProcessorCount, tallies.count / Self.leastShared))
    let count = tallies.count
    let base = self
    var found = [Result<ColumnValues, AnalysisError>?](repeating: nil, count: parts)
    found.withUnsafeMutableBufferPointer { found in
      // Each iteration writes to its own element only.
      nonisolated(unsafe) let found = found
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let rows = (count * part / parts)..<(count * (part + 1) / parts)
        found[part] = Result { () throws(AnalysisError) in
          var own = base
          own.figures.reserveCapacity(rows.count)
          for row in rows { own.figures.append(try own.figure(row)) }
          return own
        }
      }
    }
    for part in found {
      guard let own = try part?.get() else { continue }
      if figures.isEmpty { figures = own.figures } else { figures += own.figures }
      notes.formUnion(own.notes)
    }
  }

  private mutating func figure(_ row: Int) throws(AnalysisError) -> ShownValue {
    let tally = tallies[row]
    var shown = ShownValue(number: tally.value)
    if tally.value == nil, tally.read > 0 {
      guard tally.denominator == .zero else { throw .outOfRange(book.indicator.code) }
      shown.flags.insert(.notAvailable)
      note(.zeroDenominator)
    }
    if tally.unread > 0 {
      shown.flags.insert(.unread)
      note(.unread)
    }
    if tally.notOnForm > 0 {
      shown.flags.insert(.notAvailable)
      for number in tally.lacking.sorted {
        guard case .notOnForm(let code, let form) = book.recipes[number].standing else { continue }
        note(.notOnForm(code: code, form: form))
      }
    }
    for number in hasAggregates ? tally.recipes.sorted : [] {
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
    // A recipe follows the same forms as itself: nothing is to be said of nearly all rows.
    if let oldest = reference[row], !tally.recipes.isOnly(oldest) {
      mark(&shown, by: cachedRelation(tally.recipes, NumberSet(oldest)))
    }
    if let oldest = beside[row], !tally.recipes.isOnly(oldest),
      let broken = cachedRelation(tally.recipes, NumberSet(oldest)),
      broken.match == Comparability.none
    {
      mark(&shown, by: broken)
    }
    if tally.recipes.hasSeveral, let mixed = cachedRelation(tally.recipes, tally.recipes),
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

  private mutating func flagCoverage(_ summary: TallySummary) {
    if grid.dimensions.contains(.year), !grid.dimensions.contains(.body) {
      let years = YearRows(grid)
      for row in tallies.indices where !tallies[row].members.isEmpty {
        let earlier = years.rowsBefore(row).last { !tallies[$0].members.isEmpty }
        guard let earlier, tallies[earlier].members != tallies[row].members else { continue }
        figures[row].flags.insert(.coverageChanges)
        note(.bodiesDiffer)
      }
    }
    if summary.yearsDiffer, grid.dimensions.contains(.body), !grid.dimensions.contains(.year) {
      for row in tallies.indices where !tallies[row].yearsRead.isEmpty {
        guard tallies[row].yearsRead != summary.yearsRead else { continue }
        figures[row].flags.insert(.coverageChanges)
        note(.yearsDiffer)
      }
    }
  }

  private mutating func flagYears() {
    let rows = tallies.indices.filter {
      figures[$0].number != nil && tallies[$0].yearsRead.hasSeveral
    }
    guard !rows.isEmpty else { return }
    let years = rows.reduce(into: NumberSet()) { $0.formUnion(tallies[$1].yearsRead) }
    for row in rows { figures[row].flags.insert(.severalYears) }
    note(
      .severalYears(
        SummedYears(
          years: years.sorted.map { grid.years[$0] },
          isSameEverywhere: rows.allSatisfy { tallies[$0].yearsRead == years },
          isRatio: book.formula.isRatio)))
  }

  // MARK: Setting one row against another

  /// What must be said of a value worked out from two rows: what holds for either, and how the
  /// two compare with each other instead of with the oldest form.
  mutating func flags(setting row: Int, against earlier: Int) -> FlagSet {
    let compared: FlagSet = [.definitionDiffers, .seriesBreak, .coverageChanges]
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
    let recipes = rows.reduce(into: NumberSet()) { $0.formUnion(tallies[$1].recipes) }
    return relation(among: recipes, and: recipes)?.match == Comparability.none
  }

  /// - Throws: `stockOverYears` where the rows would add up stocks of several years.
  func checkStock(across rows: [Int]) throws(AnalysisError) {
    guard book.holdsStock else { return }
    let position = grid.dimensions.firstIndex(of: .year)
    let years = rows.reduce(into: Set<Int>()) { years, row in
      years.formUnion(position.map { [grid.keys[row][$0]] } ?? tallies[row].years.sorted)
    }
    guard years.count <= 1 else { throw .stockOverYears(book.indicator.code) }
  }

  /// As `relation`, remembered: rows by the thousand rest on the same few recipes.
  private mutating func cachedRelation(_ first: NumberSet, _ second: NumberSet) -> RecipeRelation? {
    let pair = [first, second]
    if let known = relations[pair] { return known }
    let found = relation(among: first, and: second)
    relations[pair] = .some(found)
    return found
  }

  private func relation(among first: NumberSet, and second: NumberSet) -> RecipeRelation? {
    var worst: RecipeRelation?
    for one in first.sorted {
      for other in second.sorted {
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

}
