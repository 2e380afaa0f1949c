import GRDB
import ReportModel

/// Writes the claims of a report and reads them back.
struct ClaimRows {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  func insert(_ claims: [Claim], of report: Int64) throws {
    var sentence = -1
    for (position, claim) in claims.enumerated() {
      // The claims of one sentence follow each other.
      if position == 0 || !claims[position - 1].sentence.isSpelled(as: claim.sentence) {
        sentence += 1
        try db.cachedStatement(
          sql: "INSERT INTO claim_sentence (report, number, text) VALUES (?, ?, CAST(? AS TEXT))"
        ).execute(arguments: [report, sentence, StoredText(claim.sentence)])
      }
      try insert(claim, of: report, position: position, sentence: sentence)
      for (index, doubt) in claim.doubts.enumerated() {
        try db.cachedStatement(
          sql: """
            INSERT INTO claim_doubt (report, claim, position, reason, words)
            VALUES (?, ?, ?, ?, CAST(? AS TEXT))
            """
        ).execute(arguments: [
          report, position, index, doubt.reason.rawValue, StoredText(doubt.words),
        ])
      }
    }
  }

  private func insert(
    _ claim: Claim, of report: Int64, position: Int, sentence: Int
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO claim (
          report, position, kind, indicator, applicant, value, printed, decimals, unit, bound,
          year, whole, breakdown, subject, sentence, locator, offset)
        VALUES (
          ?, ?, ?, CAST(? AS TEXT), ?, ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), ?, ?, ?, ?, ?, ?,
          ?, ?)
        """
    ).execute(arguments: [
      report, position, claim.kind.rawValue, StoredText(claim.indicatorText),
      claim.applicantText, claim.value.description, StoredText(claim.printed), claim.decimals,
      StoredText(claim.unit), claim.bound.rawValue, claim.year, claim.part?.whole,
      claim.part?.breakdown, claim.subject, sentence, claim.place.locator, claim.offset,
    ])
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

  private static func claim(_ row: Row, doubts: [Claim.Doubt]) -> Claim? {
    guard let kind = Claim.Kind(rawValue: row.text(0)), let value = Quantity(row.text(3)),
      let applicants = Claim.applicants(text: row.text(2)),
      let bound = Claim.Bound(rawValue: row.text(7)), let sentence = row.optionalText(12),
      let place = Place(locator: row.text(13))
    else { return nil }
    let (whole, breakdown): (Int?, Int?) = (row[9], row[10])
    guard (whole == nil) == (breakdown == nil) else { return nil }
    var part: Claim.Part?
    if let whole, let breakdown { part = Claim.Part(of: whole, breakdown: breakdown) }
    return Claim(
      kind: kind, meanings: Claim.meanings(text: row.text(1)), applicants: applicants,
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
