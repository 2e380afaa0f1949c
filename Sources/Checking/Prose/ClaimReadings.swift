import Expressions
import Forms
import ReportModel

/// The claims of one report with what its tables have for them: what an assertion is worked out on.
struct ClaimReadings {
  /// One way to take a claim.
  struct Reading {
    /// Blanks as zero, and as figures that were not read.
    var zero: ClaimFigures
    var unread: ClaimFigures
    /// Where `table` and what else of the tables comes from; for the finding.
    var table: TableReading?
    /// Whether it can only excuse a claim: what fails in this way is no fault of the text.
    var isExcuse = false
  }

  /// The readings of one meaning: the tables' own figure, and what else there is to try where the
  /// text does not agree with that.
  struct Meaning {
    let own: Reading
    let others: () -> [Reading]
  }

  private let catalog: FormCatalog
  let claims: [Claim]
  private let year: Int
  /// Blanks as zero, and as figures that were not read.
  let cells: (zero: PanelFigures, unread: PanelFigures)
  let cache: ReadingCache

  init(
    _ claims: [Claim], year: Int, cells: (zero: PanelFigures, unread: PanelFigures),
    cache: ReadingCache
  ) {
    catalog = cache.catalog
    self.claims = claims
    self.year = year
    self.cells = cells
    self.cache = cache
  }

  /// The readings of a claim for a rule, for each of its meanings; none where the claim has nothing
  /// that the rule asks for.
  func readings(of index: Int, parts: ClaimParts?, for rule: ProseRule) -> [Meaning] {
    let claim = claims[index]
    guard let stated = claim.truth else { return [] }
    var zero = ClaimFigures(cells: cells.zero)
    zero.figures = [.claim: stated, .year: .known(Quantity(Int64(year)))]
    switch claim.kind {
    case .periodStart: zero.figures[.period] = .known(Quantity(Int64(year) * 10_000 + 101))
    case .periodEnd: zero.figures[.period] = .known(Quantity(Int64(year) * 10_000 + 1231))
    default: break
    }
    if let parts { zero.figures[.claimParts] = parts.figure }
    if rule.names.contains(.claimYear), let named = namedYear(of: claim) {
      zero.figures[.claimYear] = .known(named)
    }
    let isOfShare = rule.names.contains(.claimSubject) || rule.names.contains(.claimWhole)
    guard rule.names.contains(.table) || isOfShare else {
      let unread = ClaimFigures(figures: zero.figures, cells: cells.unread)
      return [Meaning(own: Reading(zero: zero, unread: unread)) { [] }]
    }
    return claim.meanings.compactMap { meaning in
      let tables = cache.readings(of: meaning, applicants: claim.applicants)
      guard let first = tables.first else { return nil }
      let reading = { (table: TableReading) in
        self.reading(zero, table: table, needsPrevious: rule.needsPrevious)
      }
      let own = reading(first)
      let others = { tables.dropFirst().map(reading) }
      if isOfShare { return shares(own, others, of: claim, meaning) }
      guard rule.needsPrevious else { return Meaning(own: own, others: others) }
      return Meaning(own: own) {
        let all = others()
        return all + byOwnFigure([own] + all, claim)
      }
    }
  }

  private func reading(
    _ figures: ClaimFigures, table: TableReading, needsPrevious: Bool
  ) -> Reading {
    var zero = figures
    var unread = ClaimFigures(figures: figures.figures, cells: cells.unread)
    zero.figures[.table] = cells.zero.value(of: table.worked)
    unread.figures[.table] = cells.unread.value(of: table.worked)
    if needsPrevious {
      zero.previousTable = cells.zero.value(of: table.previous.worked)
      unread.previousTable = cells.unread.value(of: table.previous.worked)
    }
    return Reading(zero: zero, unread: unread, table: table)
  }

  /// The year that the words name; `nil` where they name none, where the text states the same for
  /// the report's own year too or names that in the same sentence: then it compares years; and where
  /// they name more than a year: 自2019年以来, 由2022年的30件.
  private func namedYear(of claim: Claim) -> Quantity? {
    guard let named = claim.year else { return nil }
    if named != year {
      let periods = claim.doubts.filter { $0.reason == .period }
      guard periods.count < 2 else { return nil }
      let isCompared = claims.contains { other in
        if other.sentence == claim.sentence, other.year == year { return true }
        return other.kind == claim.kind && other.applicants == claim.applicants
          && !other.doubts.contains { $0.reason == .period }
          && other.meanings.contains { claim.meanings.contains($0) }
      }
      if isCompared { return nil }
    }
    return Quantity(Int64(named))
  }

  /// A growth may be that of the figure in the text, which another rule holds against the tables.
  private func byOwnFigure(_ readings: [Reading], _ claim: Claim) -> [Reading] {
    guard let subject = claim.subject, claims.indices.contains(subject),
      claims[subject].kind == .count, let value = claims[subject].truth
    else { return [] }
    return readings.map { reading in
      var own = reading
      own.zero.figures[.table] = value
      own.unread.figures[.table] = value
      own.isExcuse = true
      return own
    }
  }
}

/// The places of meanings in the tables, each worked out once for all reports.
final class ReadingCache {
  private struct Key: Hashable {
    let meaning: [IndicatorCode]
    let applicants: [Applicant]
  }

  let catalog: FormCatalog
  private var readings: [Key: [TableReading]] = [:]

  init(catalog: FormCatalog) {
    self.catalog = catalog
  }

  func readings(of meaning: [IndicatorCode], applicants: [Applicant]) -> [TableReading] {
    let key = Key(meaning: meaning, applicants: applicants)
    if let known = readings[key] { return known }
    let made = TableReading.readings(of: meaning, applicants: applicants, in: catalog)
    readings[key] = made
    return made
  }
}

extension PanelFigures {
  /// What is known of an expression; one that cannot be worked out counts as not on the form.
  func value(of expression: Expression) -> Figure {
    (try? Evaluator(self).value(of: expression)) ?? .missing(.notOnForm)
  }
}
