import GRDB

/// The part of the store's file that holds what reports state in prose; the view `claims` is for
/// reading by people.
enum ClaimSchema {
  /// Those with a row or more for each report, in an order in which rows may be deleted.
  static let tables = ["claim_doubt", "claim", "claim_sentence"]

  static let statements = [
    """
    CREATE TABLE claim_sentence ( -- the sentences with claims, each once
      report INTEGER NOT NULL REFERENCES report(id),
      number INTEGER NOT NULL, -- from 0, in reading order
      text TEXT NOT NULL, -- as printed
      PRIMARY KEY (report, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE claim ( -- figures stated in prose
      report INTEGER NOT NULL REFERENCES report(id),
      position INTEGER NOT NULL, -- from 0, in reading order
      kind TEXT NOT NULL, -- count, none, share, growth, change, points, period-start, period-end, year
      indicator TEXT NOT NULL, -- codes with ' + ' for a sum, ' | ' where several may be meant
      applicant TEXT NOT NULL, -- columns of table 3 with '+' between them; empty for the total
      value TEXT NOT NULL, -- decimal digits
      printed TEXT NOT NULL, -- figure and unit as on the page
      decimals INTEGER NOT NULL, -- printed digits after the point
      unit TEXT NOT NULL,
      bound TEXT NOT NULL, -- exact, about, at-least or at-most
      year INTEGER, -- that the words name
      whole INTEGER, -- position of the claim that it is a part or share of
      breakdown INTEGER, -- parts of a whole with one number belong together
      subject INTEGER, -- position of the claim that it is the share, growth or change of
      sentence INTEGER NOT NULL, -- as in claim_sentence
      locator TEXT NOT NULL,
      offset INTEGER NOT NULL, -- characters of the sentence before it
      PRIMARY KEY (report, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE claim_doubt ( -- why it is not certain which figure a claim states
      report INTEGER NOT NULL REFERENCES report(id),
      claim INTEGER NOT NULL, -- its position
      position INTEGER NOT NULL, -- from 0
      reason TEXT NOT NULL, -- word, body, period, subset, wording or print
      words TEXT NOT NULL, -- that raise the doubt
      PRIMARY KEY (report, claim, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE VIEW claims AS -- every claim of the current reports
    SELECT report.body, report.year, nullif(claim.indicator, '') AS indicator, claim.kind,
      claim.value, claim.unit,
      coalesce(
        (SELECT group_concat(reason || ':' || words, '; ') FROM (
          SELECT reason, words FROM claim_doubt
          WHERE claim_doubt.report = claim.report AND claim_doubt.claim = claim.position
          ORDER BY claim_doubt.position)),
        CASE WHEN claim.indicator = '' THEN '' WHEN instr(claim.indicator, '|') THEN 'unclear'
          ELSE 'certain' END) AS scope,
      claim_sentence.text AS sentence, report.path AS source, claim.locator,
      nullif(claim.applicant, '') AS applicant, claim.printed, claim.decimals, claim.bound,
      claim.year AS named_year, claim.position, claim.whole, claim.breakdown, claim.subject,
      claim.offset
    FROM claim
    JOIN report ON report.id = claim.report
    JOIN claim_sentence
      ON claim_sentence.report = claim.report AND claim_sentence.number = claim.sentence
    WHERE NOT EXISTS (
      SELECT 1 FROM report AS later
      WHERE later.body = report.body AND later.year = report.year AND later.id > report.id
    )
    """,
  ]

  /// Brings a store of version 1 up to date. It had a table of claims that nothing ever filled:
  /// reports loaded then have none until their file is loaded into a new store.
  ///
  /// A store that may not be written stays as it is, and its reports are without claims.
  static func migrate(_ queue: DatabaseQueue) throws {
    guard try queue.read(isOutdated) else { return }
    do {
      try queue.write { db in
        // Another program may have done it since.
        guard try isOutdated(db) else { return }
        try db.execute(sql: "DROP TABLE IF EXISTS claim")
        for statement in statements { try db.execute(sql: statement) }
        try db.execute(sql: "PRAGMA user_version = 2")
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
      return
    }
  }

  /// Whether the file has no such tables yet.
  static func isOutdated(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA user_version") == 1
  }
}
