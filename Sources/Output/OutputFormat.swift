import ReportModel

/// A way to write a result: one type a format.
public protocol OutputFormat: Sendable {
  /// The name behind `as`.
  static var name: String { get }
  /// The ends of file names that mean this format, with their point.
  static var fileNameEnds: [String] { get }

  /// - Parameter options: a format takes of them what it has a use for.
  init(options: OutputOptions)

  /// The whole result with its last line end.
  func encode(_ table: ResultTable) throws(OutputError) -> [UInt8]
}

/// Why a result cannot be written in a format.
public enum OutputError: Error, Equatable, Sendable {
  /// The result has no shape that a chart could show.
  case notAChart
  /// The format is for findings, and the result is something else.
  case notFindings
}

/// What people may choose about formats made for them. Data formats ignore all but the language of
/// chart titles.
public struct OutputOptions: Sendable {
  /// Of headings, labels, footnotes and chart titles.
  var language: Language
  /// What stands in tables for a figure that is missing, where it could be there: one that is not
  /// available is `:` in any case.
  var nullText: String
  /// The widest a table may be in columns of a terminal; 0 for no bound.
  var maximumWidth: Int
  /// Digits after the point of percentages.
  var shareDecimals: Int
  /// Whether commas part the digits of figures by three in tables for people.
  var groupsThousands: Bool
  /// The columns of characters such as `…` and `“`: 1, or 2 on old Chinese terminals.
  var ambiguousWidth: Int

  /// The defaults: English, `.` where a figure is missing, any width, shares such as 12.3%.
  public init(
    language: Language = .english, nullText: String = ".", maximumWidth: Int = 0,
    shareDecimals: Int = 1, groupsThousands: Bool = false, ambiguousWidth: Int = 1
  ) {
    self.language = language
    self.nullText = nullText
    self.maximumWidth = maximumWidth
    self.shareDecimals = shareDecimals
    self.groupsThousands = groupsThousands
    self.ambiguousWidth = ambiguousWidth
  }
}
