import GRDB
import ReportModel

/// Writes the claims of reports.
struct ClaimInsertion {
  private let sentences: RowInsertion
  private let claims: RowInsertion
  private let doubts: RowInsertion

  init(_ db: Database) throws {
    sentences = try RowInsertion(
      db, sql: "INSERT INTO claim_sentence (report, number, text) VALUES (?, ?, ?)")
    claims = try RowInsertion(
      db,
      sql: """
        INSERT INTO claim (
          report, position, kind, indicator, applicant, value, printed, decimals, unit, bound,
          year, whole, breakdown, subject, sentence, locator, offset)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    doubts = try RowInsertion(
      db,
      sql: """
        INSERT INTO claim_doubt (report, claim, position, reason, words) VALUES (?, ?, ?, ?, ?)
        """)
  }

  func insert(_ claims: [Claim], of report: Int64) throws {
    var sentence = -1
    for (position, claim) in claims.enumerated() {
      // The claims of one sentence follow each other.
      if position == 0 || !claims[position - 1].sentence.isSpelled(as: claim.sentence) {
        sentence += 1
        try sentences.insert { values in
          values.add(report)
          values.add(sentence)
          values.add(claim.sentence)
        }
      }
      try insert(claim, of: report, position: position, sentence: sentence)
      for (index, doubt) in claim.doubts.enumerated() {
        try doubts.insert { values in
          values.add(report)
          values.add(position)
          values.add(index)
          values.add(doubt.reason.rawValue)
          values.add(doubt.words)
        }
      }
    }
  }

  private func insert(
    _ claim: Claim, of report: Int64, position: Int, sentence: Int
  ) throws {
    try claims.insert { values in
      values.add(report)
      values.add(position)
      values.add(claim.kind.rawValue)
      values.add(claim.indicatorText)
      values.add(claim.applicantText)
      values.add(claim.value.description)
      values.add(claim.printed)
      values.add(claim.decimals)
      values.add(claim.unit)
      values.add(claim.bound.rawValue)
      values.add(claim.year)
      values.add(claim.part?.whole)
      values.add(claim.part?.breakdown)
      values.add(claim.subject)
      values.add(sentence)
      values.add(claim.place.locator)
      values.add(claim.offset)
    }
  }
}
