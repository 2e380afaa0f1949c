/// The answer to a query: typed columns, rows of values, flags and footnotes. Every command that
/// answers with data gives one; every output format takes one.
public struct ResultTable: Sendable {
  /// From left to right. No two share a name: JSON keys its records by it.
  public var columns: [ResultColumn]
  /// Each row has one value for each column, in the order of the columns.
  public var rows: [[ResultValue]]
  /// The footnotes of the flags that occur, in the order of `Flag.allCases`.
  public var footnotes: [Footnote]
  /// What must be said of the result as a whole, such as who is left out of it and why.
  public var notes: [LocalizedText]
  /// How the rows would be drawn, where they can be.
  public var chart: ChartHint?

  /// - Parameters:
  ///   - notes: in the order in which people read them.
  ///   - chart: `nil` where the rows make no picture.
  public init(
    columns: [ResultColumn], rows: [[ResultValue]], footnotes: [Footnote] = [],
    notes: [LocalizedText] = [], chart: ChartHint? = nil
  ) {
    self.notes = notes
    self.columns = columns
    self.rows = rows
    self.footnotes = footnotes
    self.chart = chart
  }
}

/// A column: its name in data files, its heading for people, and what its values are.
public struct ResultColumn: Hashable, Sendable {
  /// What the values are: formats for people align and round by it.
  public enum Kind: Hashable, Sendable {
    case text
    /// A name that must be given back exactly, such as a code or a place: never shortened.
    case code
    /// What a row is about: broken over lines where it is long, and never shortened. Blanks before
    /// it show how deep the row stands.
    case label
    /// A calendar year: a number that is never given separators or decimals.
    case year
    /// An amount of something.
    case figure(MeasureUnit)
    /// A part of one, shown to people in percent.
    case share
    /// A difference of two such parts, shown to people in percentage points.
    case points
  }

  /// The name in CSV and JSON: lower case, the same in every language.
  public let name: String
  /// What stands above the column in tables and beside the axis in charts.
  public let heading: LocalizedText
  /// The same for all values of the column.
  public let kind: Kind

  /// - Parameter name: scripts and spreadsheets rely on it; once published it stays.
  public init(name: String, heading: LocalizedText, kind: Kind) {
    self.name = name
    self.heading = heading
    self.kind = kind
  }
}

/// One value of a result.
public struct ResultValue: Hashable, Sendable {
  /// The value without its flags.
  public enum Content: Hashable, Sendable {
    /// No value: an empty field in CSV, `null` in JSON.
    case missing
    case text(String)
    /// A code that data files carry and a label that people read.
    case term(String, LocalizedText)
    case number(Quantity)
  }

  /// What is known; `missing` where there is nothing to show but flags that say why.
  public let content: Content
  /// What the reader must know about the value; shown behind it.
  public let flags: [Flag]

  /// - Parameter flags: in the order in which they are shown.
  public init(_ content: Content, flags: [Flag] = []) {
    self.content = content
    self.flags = flags
  }

  /// No value, and no flag that says why.
  public static let missing = ResultValue(.missing)

  /// A text that is the same in every language, such as the name of a body.
  public static func text(_ text: String) -> ResultValue { ResultValue(.text(text)) }

  /// A figure or a share, with all digits that were read or worked out.
  public static func number(_ number: Quantity) -> ResultValue { ResultValue(.number(number)) }

  /// A whole number that is no figure of a page: a year, or how many reports there are.
  public static func count(_ count: Int) -> ResultValue {
    ResultValue(.number(Quantity(Int64(count))))
  }

  /// A code with its label, such as an indicator, an applicant or a form.
  public static func term(_ code: String, _ label: LocalizedText) -> ResultValue {
    ResultValue(.term(code, label))
  }
}

/// A mark on a value, in the manner of Eurostat.
public enum Flag: String, Sendable, CaseIterable {
  /// Break in the series: not comparable with the years before.
  case seriesBreak = "b"
  /// The definition differs from the years before; compare with care.
  case definitionDiffers = "d"
  /// Added up from parts that the form no longer, or not yet, has as one row.
  case aggregated = "a"
  /// Worked out from something else than a figure or a statement: an attribute that a name tells.
  case deduced = "e"
  /// A part could not be read; the value is left out or lacks that part.
  case unread = "u"
  /// The bodies behind the value are not those behind the value that it is read against.
  case coverageChanges = "c"
  /// Figures of several years taken together.
  case severalYears = "y"
  /// Not available: the form has no such figure, or a rate has nothing to be divided by.
  case notAvailable = ":"
}

/// What a flag means in this result.
public struct Footnote: Hashable, Sendable {
  /// The mark that the footnote explains; several footnotes may explain one.
  public let flag: Flag
  /// The explanation without the mark, which each format puts before it.
  public let text: LocalizedText

  /// The text must fit every value of the result that has the flag, or name those that it fits.
  public init(flag: Flag, text: LocalizedText) {
    self.flag = flag
    self.text = text
  }
}

/// Which columns a chart puts where.
public struct ChartHint: Hashable, Sendable {
  /// Lines join values that follow each other in time; bars stand for all else.
  public enum Mark: String, Hashable, Sendable {
    case line, bar
  }

  /// Lines or bars; which, depends on what runs along the horizontal axis.
  public let mark: Mark
  /// Names of columns of the table.
  public let x: String
  /// The column whose figures are drawn upwards.
  public let y: String
  /// The columns that tell the series apart, outermost first.
  public let series: [String]
  /// What the chart shows, for the line above it.
  public let title: LocalizedText
  /// For each row of the table, which stretch of comparable values of its series it belongs to,
  /// from 0: a line joins no values of two stretches. Empty where there is no break.
  public let stretches: [Int]

  /// - Parameters:
  ///   - series: empty where there is one line or one set of bars.
  ///   - stretches: as many as rows, or none.
  public init(
    mark: Mark, x: String, y: String, series: [String], title: LocalizedText,
    stretches: [Int] = []
  ) {
    self.stretches = stretches
    self.mark = mark
    self.x = x
    self.y = y
    self.series = series
    self.title = title
  }
}
