/// What can be said of the tallies of a column as a whole, gathered in one pass: a ranking of the
/// country has more of them than the processor keeps near.
struct TallySummary {
  /// The recipes behind any of them.
  private(set) var recipes = NumberSet()
  /// The years behind any of them.
  private(set) var yearsRead = NumberSet()
  /// Whether reports of several years stand in one row.
  private(set) var hasSeveralYears = false
  /// Whether figures of several years are added up in one row.
  private(set) var addsYears = false
  /// Whether some rows have figures of other years than others.
  private(set) var yearsDiffer = false
  /// How many figures could not be read.
  private(set) var unread = 0

  init(_ tallies: [Tally]) {
    for tally in tallies {
      recipes.formUnion(tally.recipes)
      unread += tally.unread
      hasSeveralYears = hasSeveralYears || tally.years.hasSeveral
      guard !tally.yearsRead.isEmpty else { continue }
      addsYears = addsYears || tally.yearsRead.hasSeveral
      yearsDiffer = yearsDiffer || !yearsRead.isEmpty && yearsRead != tally.yearsRead
      yearsRead.formUnion(tally.yearsRead)
    }
  }
}
