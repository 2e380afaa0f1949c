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
  private let claims: [Claim]
  private let year: Int
  /// Blanks as zero, and as figures that were not read.
  private let cells: (zero: PanelFigures, unread: PanelFigures)
  private let cache: ReadingCache

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

  /// The year that the words name; `nil` where they name none, or where the text states the same
  /// for the report's own year too: then it compares two years.
  private func namedYear(of claim: Claim) -> Quantity? {
    guard let named = claim.year else { return nil }
    let isStatedForOwn = claims.contains { other in
      other.kind == claim.kind && other.applicants == claim.applicants
        && !other.doubts.contains { $0.reason == .period }
        && other.meanings.contains { claim.meanings.contains($0) }
    }
    return named != year && isStatedForOwn ? nil : Quantity(Int64(named))
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

  // MARK: Shares

  /// The figure that a share is of, or the whole.
  private struct Operand {
    let zero: Figure?
    let unread: Figure?
    let isFromTables: Bool
  }

  /// A share is of the whole that the text names, or of any other that is printed: bodies seldom
  /// say of which.
  private func shares(
    _ own: Reading, _ others: @escaping () -> [Reading], of claim: Claim,
    _ meaning: [IndicatorCode]
  ) -> Meaning? {
    let read = { (reading: Reading) in
      Operand(
        zero: reading.zero.figures[.table], unread: reading.unread.figures[.table],
        isFromTables: true)
    }
    var stated: Operand?
    if let subject = claim.subject, claims.indices.contains(subject),
      let value = claims[subject].truth
    {
      stated = Operand(zero: value, unread: value, isFromTables: false)
    }
    let wholes = wholes(of: claim, meaning)
    guard let whole = wholes.first else { return nil }
    return Meaning(own: share(own, stated ?? read(own), of: whole, isExcuse: false)) {
      let subjects = [stated ?? read(own)] + (stated == nil ? [] : [read(own)]) + others().map(read)
      var readings: [Reading] = []
      for (wholeIndex, whole) in wholes.enumerated() {
        for (subjectIndex, subject) in subjects.enumerated() where wholeIndex + subjectIndex > 0 {
          readings.append(share(own, subject, of: whole, isExcuse: true))
        }
      }
      return readings
    }
  }

  private func share(
    _ own: Reading, _ subject: Operand, of whole: Operand, isExcuse: Bool
  ) -> Reading {
    var reading = own
    reading.zero.figures[.claimSubject] = subject.zero
    reading.unread.figures[.claimSubject] = subject.unread
    reading.zero.figures[.claimWhole] = whole.zero
    reading.unread.figures[.claimWhole] = whole.unread
    if subject.isFromTables { reading.zero.fromTables.insert(.claimSubject) }
    if whole.isFromTables { reading.zero.fromTables.insert(.claimWhole) }
    reading.isExcuse = isExcuse
    return reading
  }

  private func wholes(of claim: Claim, _ meaning: [IndicatorCode]) -> [Operand] {
    var wholes: [Operand] = []
    if let part = claim.part, claims.indices.contains(part.whole),
      let value = claims[part.whole].truth
    {
      wholes.append(Operand(zero: value, unread: value, isFromTables: false))
      for list in ClaimParts.lists(of: part.whole, in: claims) {
        wholes.append(
          Operand(zero: .known(list.sum), unread: .known(list.sum), isFromTables: false))
      }
    }
    for code in Self.wholes(of: meaning) {
      for table in cache.readings(of: [code], applicants: []) {
        wholes.append(
          Operand(
            zero: cells.zero.value(of: table.worked), unread: cells.unread.value(of: table.worked),
            isFromTables: true))
      }
    }
    return wholes
  }

  private static func wholes(of meaning: [IndicatorCode]) -> [IndicatorCode] {
    let names =
      switch meaning.first?.text.split(separator: ".").first ?? "" {
      case "outcome", "requests": ["outcome.total", "requests.new", "requests.handled_load"]
      case "review": ["review.total"]
      case "suit_direct", "suit_reviewed", "suit":
        ["suit_direct.total", "suit_reviewed.total", "suit.total"]
      default: [] as [String]
      }
    return names.map { IndicatorCode($0) }
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
  fileprivate func value(of expression: Expression) -> Figure {
    (try? Evaluator(self).value(of: expression)) ?? .missing(.notOnForm)
  }
}
