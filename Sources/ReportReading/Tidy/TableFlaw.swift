import ReportModel

/// Why a table of figures, or one report of it, was refused: what is wrong in which line.
public struct TableFlaw: Error, Equatable, Sendable {
  /// The line of the decoded text in which the row begins, from 1.
  public let line: Int
  /// The character of that line, from 1, where the text itself is broken.
  public let column: Int?
  /// What is wrong.
  public let kind: Kind

  /// - Parameter column: `nil` where the line says enough.
  public init(line: Int, column: Int? = nil, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  /// What can be wrong with a table of figures.
  public enum Kind: Equatable, Sendable {
    /// A quotation mark stands inside a field that does not begin with one.
    case quoteInsideField
    /// Something other than a comma or the line's end follows a closing quotation mark.
    case textBehindQuote
    /// A quotation mark is opened here and never closed.
    case unclosedQuote
    /// A carriage return without a line feed: nobody can say whether a line ends here.
    case loneCarriageReturn
    /// The row has another number of fields than the header.
    case fieldCount(Int, expected: Int)
    /// In bytes.
    case fieldTooLong(limit: Int)
    case tooManyColumns(limit: Int)
    /// The text breaks the grammar of JSON here, or a record is no object.
    case notJSON
    case nestedTooDeeply(limit: Int)
    /// The records of JSON are no figures: perhaps they hold the text of pages.
    case noFigureRecords
    /// The header, or the first record, lacks these columns.
    case missingColumns([FigureColumn])
    /// Two columns have this name, or mean the same figure.
    case columnTwice(String)
    /// The row has nothing in a column where something must stand.
    case missing(FigureColumn)
    /// The field holds a name that this column does not know.
    case unknown(FigureColumn, String)
    /// The name fits several indicators, by their codes in the order of the dictionary.
    case ambiguousName(String, candidates: [String])
    /// The field holds no number, no year or no place where one must stand.
    case unreadable(FigureColumn, String)
    /// The text is no number that this cell can have.
    case unreadableFigure(CellKey, String)
    /// The indicator is worked out from others: no form has a cell for it.
    case derived(String)
    /// A value stands beside a status that has none.
    case valueBesideStatus(CellStatus)
    /// The value is another number than the text that the page is said to print.
    case valueUnlikePrinted(Quantity, String)
    /// No value and no status, yet the printed text is a number.
    case statusUnclear(String)
    /// The form has no such cell.
    case notOnForm(CellKey, form: String)
    /// The form has the cell in another table than the row says.
    case otherTable(CellKey, table: Int)
    /// The cell is not measured in this unit.
    case unitUnfit(CellKey, MeasureUnit)
    /// The same cell of the same report stands in an earlier row as well.
    case cellTwice(CellKey, firstLine: Int)
    /// The rows of one table name different forms, sorted.
    case severalForms([String])
    /// The rows of one report name different sources, sorted.
    case severalSources([String])
    /// No form is named, and the indicators of the table fit several forms or none.
    case formUnclear(table: Int, candidates: [String])
    /// A second row for the same body and year.
    case reportTwice(firstLine: Int)
    /// The row has a body and a year and not one figure.
    case noFigures
  }
}
