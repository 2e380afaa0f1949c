/// The answer to a query: typed columns, rows of values, flags and footnotes. Every command that
/// answers with data gives one; every output format takes one.
public struct ResultTable: Sendable {
  public var columns: [ResultColumn]
  public var rows: [[ResultValue]]
  /// The footnotes of the flags that occur, in the order of `Flag.allCases`.
  public var footnotes: [Footnote]
  /// How the rows would be drawn, where they can be.
  public var chart: ChartHint?

  public init(
    columns: [ResultColumn], rows: [[ResultValue]], footnotes: [Footnote] = [],
    chart: ChartHint? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.footnotes = footnotes
    self.chart = chart
  }
}

/// A column: its name in data files, its heading for people, and what its values are.
public struct ResultColumn: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case text
    /// A calendar year: a number that is never given separators or decimals.
    case year
    /// An amount of something.
    case figure(MeasureUnit)
    /// A part of one, shown to people in percent.
    case share
  }

  /// The name in CSV and JSON: lower case, the same in every language.
  public let name: String
  public let heading: LocalizedText
  public let kind: Kind

  public init(name: String, heading: LocalizedText, kind: Kind) {
    self.name = name
    self.heading = heading
    self.kind = kind
  }
}

/// One value of a result.
public struct ResultValue: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// No value: an empty field in CSV, `null` in JSON.
    case missing
    case text(String)
    /// A code that data files carry and a label that people read.
    case term(String, LocalizedText)
    case number(Quantity)
  }

  public let content: Content
  /// What the reader must know about the value; shown behind it.
  public let flags: [Flag]

  public init(_ content: Content, flags: [Flag] = []) {
    self.content = content
    self.flags = flags
  }

  public static let missing = ResultValue(.missing)

  public static func text(_ text: String) -> ResultValue { ResultValue(.text(text)) }

  public static func number(_ number: Quantity) -> ResultValue { ResultValue(.number(number)) }

  public static func count(_ count: Int) -> ResultValue {
    ResultValue(.number(Quantity(Int64(count))))
  }

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
  /// A part could not be read; the value is left out or lacks that part.
  case unread = "u"
  /// The bodies behind the value are not those behind the value that it is read against.
  case coverageChanges = "c"
  /// Not available: the form has no such figure.
  case notAvailable = ":"
}

/// What a flag means in this result.
public struct Footnote: Hashable, Sendable {
  public let flag: Flag
  public let text: LocalizedText

  public init(flag: Flag, text: LocalizedText) {
    self.flag = flag
    self.text = text
  }
}

/// Which columns a chart puts where.
public struct ChartHint: Hashable, Sendable {
  public enum Mark: String, Hashable, Sendable {
    case line, bar
  }

  public let mark: Mark
  /// Names of columns of the table.
  public let x: String
  public let y: String
  /// The columns that tell the series apart, outermost first.
  public let series: [String]
  public let title: LocalizedText

  public init(mark: Mark, x: String, y: String, series: [String], title: LocalizedText) {
    self.mark = mark
    self.x = x
    self.y = y
    self.series = series
    self.title = title
  }
}
