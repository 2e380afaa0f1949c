import ReportModel

/// A figure of a table whose form is not known yet.
struct DraftFigure {
  /// Where its row begins, from 1.
  let line: Int
  let key: CellKey
  /// The form that the row names, if it names one.
  var form: String?
  /// The table that the row names, if it names one.
  var table: Int?
  /// The unit that the row names, if it names one.
  var unit: MeasureUnit?
  let status: CellStatus
  /// Present exactly where the status is `reported`.
  let value: Quantity?
  let printed: String
  let place: Place?
}

/// A report of a table, gathered row by row.
struct ReportDraft {
  let body: String
  let year: Int
  /// The page that its rows name; `nil` where they name none.
  let source: String?
  /// Where its first row begins, from 1.
  let line: Int
  private(set) var figures: [DraftFigure] = []
  private(set) var digest = RowDigest()
  /// The first thing wrong with it. Such a report is refused whole: nobody could tell which of its
  /// figures are missing.
  private(set) var flaw: TableFlaw?

  init(body: String, year: Int, source: String?, line: Int) {
    self.body = body
    self.year = year
    self.source = source
    self.line = line
  }

  mutating func add(_ figure: DraftFigure) {
    figures.append(figure)
  }

  mutating func count(_ fields: [String?], line: Int?) {
    digest.add(fields, line: line)
  }

  mutating func refuse(_ flaw: TableFlaw) {
    guard self.flaw == nil else { return }
    self.flaw = flaw
    figures = []
  }
}

/// The reports of a table, in the order of their first rows. Rows of a report need not stand
/// together.
struct DraftBook {
  private struct Key: Hashable {
    /// By bytes: another spelling of the same characters may be another body.
    let body: [UInt8]
    let year: Int
  }

  private(set) var drafts: [ReportDraft] = []
  private var positions: [Key: Int] = [:]
  private var last: Int?

  /// The position of a report in `drafts`; `nil` where no row of it was met.
  mutating func position(body: String, year: Int) -> Int? {
    if let last, drafts[last].year == year, drafts[last].body.utf8.elementsEqual(body.utf8) {
      return last
    }
    last = positions[Key(body: Array(body.utf8), year: year)]
    return last
  }

  /// Begins a report that has none of this body and year before it.
  mutating func begin(_ draft: ReportDraft) -> Int {
    positions[Key(body: Array(draft.body.utf8), year: draft.year)] = drafts.count
    drafts.append(draft)
    last = drafts.count - 1
    return drafts.count - 1
  }

  mutating func add(_ figure: DraftFigure, to position: Int) {
    drafts[position].add(figure)
  }

  /// Counts a row's fields in the report's digest.
  mutating func count(_ fields: [String?], line: Int?, in position: Int) {
    drafts[position].count(fields, line: line)
  }

  mutating func refuse(_ position: Int, _ flaw: TableFlaw) {
    drafts[position].refuse(flaw)
  }
}
