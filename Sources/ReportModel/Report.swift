/// One published report: whose, of which year, and every figure of its tables.
public struct Report: Sendable {
  /// Whose report it is, by the full name as the user gave it or as the page or file name has it.
  public let body: String
  /// The year reported on; the report is published in the next one.
  public let year: Int
  /// The file that every place in the report refers to.
  public let source: SourceFile
  /// In the order of the table numbers, at most one of each.
  public let tables: [ReportTable]
  /// What the prose states in figures, in reading order; empty where none was read.
  public let claims: [Claim]
  /// What the reading could not settle, in reading order.
  public let problems: [ReadingProblem]

  /// - Parameter tables: one for each table that the page has; a missing one is left out.
  public init(
    body: String, year: Int, source: SourceFile, tables: [ReportTable], claims: [Claim],
    problems: [ReadingProblem]
  ) {
    self.body = body
    self.year = year
    self.source = source
    self.tables = tables
    self.claims = claims
    self.problems = problems
  }
}

/// A table of a report with the form that its labels show.
public struct ReportTable: Sendable {
  /// 2, 3 or 4; 1 for a statistics table of the years before 2019.
  public let number: Int
  /// The form's id, found from the labels and never from the year.
  public let form: String
  /// Exactly one for each cell of the form's table, in the form's order.
  public let cells: [Cell]

  /// - Parameter cells: as many as the form's table has; cells not on the page are `absent`.
  public init(number: Int, form: String, cells: [Cell]) {
    self.number = number
    self.form = form
    self.cells = cells
  }
}

/// The file that a report was read from.
public struct SourceFile: Hashable, Sendable {
  /// The path as it was given. A report that was read from a table of figures has the path of the
  /// page that the table names, where it names one: places refer to that page.
  public let path: String
  /// SHA-256 of the file's bytes, 64 lower-case hexadecimal digits; for a report from a table of
  /// figures, of its rows.
  public let digest: String
  /// `html`, `text` …
  public let format: String
  /// The encoding in which the bytes were read, by its IANA name.
  public let encoding: String

  /// Takes what the reading found out; the file is not opened again.
  public init(path: String, digest: String, format: String, encoding: String) {
    self.path = path
    self.digest = digest
    self.format = format
    self.encoding = encoding
  }
}

/// Something on the page that the reading could not settle. The cells concerned say so by their
/// status; this says why.
public struct ReadingProblem: Hashable, Sendable {
  /// Why something was left open. The raw values are stored and stay as they are.
  public enum Kind: String, Sendable, CaseIterable {
    /// The page does not have this table of the form.
    case tableMissing = "table-missing"
    /// The form has the row, the table does not.
    case rowMissing = "row-missing"
    /// A row has more or fewer figures than the form has columns.
    case figureCount = "figure-count"
    /// The figures of a row run together, and how to part them is not certain; behind what was seen
    /// stands in how many ways it can be done.
    case runTogether = "run-together"
    /// The column heads are not those of the form, or do not stand over the figures.
    case headsUnclear = "heads-unclear"
    /// A label fits several rows of the form, or comes twice with different figures.
    case labelUnclear = "label-unclear"
    /// Nothing on the page tells which form the table follows.
    case formUnclear = "form-unclear"
    /// The same table stands on the page more than once with different figures.
    case tableTwice = "table-twice"
    /// The unit printed beside a row is not the form's.
    case unitUnclear = "unit-unclear"
    /// The head over the figures names another year than the report's.
    case headYear = "head-year"
    /// The user names another year than the page's title.
    case yearDiffers = "year-differs"
  }

  /// Why it was left open.
  public let kind: Kind
  /// The table of the form, where one is concerned.
  public let table: Int?
  /// What was seen: the label or the characters on the page.
  public let seen: String
  /// Where it was seen; `nil` where no one place can be named, as for a missing row.
  public let place: Place?

  /// - Parameter seen: empty where a whole table is missing.
  public init(kind: Kind, table: Int?, seen: String, place: Place?) {
    self.kind = kind
    self.table = table
    self.seen = seen
    self.place = place
  }
}
