import GRDB
import ReportModel

/// Reads the claims of reports; ``ClaimInsertion`` writes them.
struct ClaimRows {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// - Returns: `nil` where the rows make no sense.
  func claims(of report: Int64) throws -> [Claim]? {
    if try ClaimSchema.isOutdated(db) { return [] }
    let doubts = try self.doubts(of: report)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT claim.kind, claim.indicator, claim.applicant, claim.value, claim.printed,
          claim.decimals, claim.unit, claim.bound, claim.year, claim.whole, claim.breakdown,
          claim.subject, claim_sentence.text, claim.locator, claim.offset
        FROM claim LEFT JOIN claim_sentence
          ON claim_sentence.report = claim.report AND claim_sentence.number = claim.sentence
        WHERE claim.report = ? ORDER BY claim.position
        """,
      arguments: [report])
    var claims: [Claim] = []
    while let row = try rows.next() {
      guard let claim = Self.claim(row, doubts: doubts?[claims.count] ?? []), doubts != nil else {
        return nil
      }
      claims.append(claim)
    }
    return claims
  }

  /// Calls `body` with the claims of every report that has any, by its number, in the order of
  /// the numbers; sentences, places and offsets are left out.
  ///
  /// - Parameter isWanted: whether a report's claims are asked for.
  /// - Returns: the number of a report whose rows make no sense; `nil` where all do.
  func forEachReport(
    where isWanted: (Int64) -> Bool, _ body: (Int64, [Claim]) throws -> Void
  ) throws -> Int64? {
    if try ClaimSchema.isOutdated(db) { return nil }
    var doubts = try DoubtCursor(db)
    var codes: [String: [[IndicatorCode]]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT kind, indicator, applicant, value, printed, decimals, unit, bound, year, whole,
          breakdown, subject, '', '', 0, report, position
        FROM claim ORDER BY report, position
        """)
    var report: Int64?
    var claims: [Claim] = []
    while let row = try rows.next() {
      let number: Int64 = row[15]
      if number != report {
        if let report, !claims.isEmpty { try body(report, claims) }
        report = number
        claims.removeAll(keepingCapacity: true)
      }
      guard isWanted(number) else { continue }
      let text = row.text(1)
      let meanings = codes[text] ?? Claim.meanings(text: text)
      codes[text] = meanings
      guard let own = try doubts.doubts(report: number, claim: row[16]),
        let claim = Self.claim(row, meanings: meanings, doubts: own, place: Place())
      else { return number }
      claims.append(claim)
    }
    if let report, !claims.isEmpty { try body(report, claims) }
    return nil
  }

  /// The doubts of all claims, in the order of the claims.
  private struct DoubtCursor {
    private let rows: RowCursor
    private var next: Row?

    init(_ db: Database) throws {
      rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT report, claim, reason, words FROM claim_doubt ORDER BY report, claim, position
          """)
      next = try rows.next()
    }

    /// - Returns: `nil` where a reason is unknown.
    mutating func doubts(report: Int64, claim: Int) throws -> [Claim.Doubt]? {
      var doubts: [Claim.Doubt] = []
      while let row = next {
        let place: (Int64, Int) = (row[0], row[1])
        guard place <= (report, claim) else { break }
        if place == (report, claim) {
          guard let reason = Claim.Doubt.Reason(rawValue: row.text(2)) else { return nil }
          doubts.append(Claim.Doubt(reason, row.text(3)))
        }
        next = try rows.next()
      }
      return doubts
    }
  }

  private static func claim(_ row: Row, doubts: [Claim.Doubt]) -> Claim? {
    guard let place = Place(locator: row.text(13)) else { return nil }
    return claim(row, meanings: Claim.meanings(text: row.text(1)), doubts: doubts, place: place)
  }

  private static func claim(
    _ row: Row, meanings: [[IndicatorCode]], doubts: [Claim.Doubt], place: Place
  ) -> Claim? {
    guard let kind = Claim.Kind(rawValue: row.text(0)), let value = Quantity(row.text(3)),
      let applicants = Claim.applicants(text: row.text(2)),
      let bound = Claim.Bound(rawValue: row.text(7)), let sentence = row.optionalText(12)
    else { return nil }
    let (whole, breakdown): (Int?, Int?) = (row[9], row[10])
    guard (whole == nil) == (breakdown == nil) else { return nil }
    var part: Claim.Part?
    if let whole, let breakdown { part = Claim.Part(of: whole, breakdown: breakdown) }
    return Claim(
      kind: kind, meanings: meanings, applicants: applicants,
      value: value, printed: row.text(4), decimals: row[5], unit: row.text(6), bound: bound,
      year: row[8], doubts: doubts, part: part, subject: row[11], sentence: sentence,
      place: place, offset: row[14])
  }

  /// By the position of their claim; `nil` where a reason is unknown.
  private func doubts(of report: Int64) throws -> [Int: [Claim.Doubt]]? {
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT claim, reason, words FROM claim_doubt WHERE report = ? ORDER BY claim, position",
      arguments: [report])
    var doubts: [Int: [Claim.Doubt]] = [:]
    while let row = try rows.next() {
      guard let reason = Claim.Doubt.Reason(rawValue: row.text(1)) else { return nil }
      doubts[row[0], default: []].append(Claim.Doubt(reason, row.text(2)))
    }
    return doubts
  }
}
