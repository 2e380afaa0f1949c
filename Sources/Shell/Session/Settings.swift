import Analysis
import Output
import ReportModel

/// What `set` changes. The defaults are the same everywhere: output depends on nothing else.
struct Settings: Sendable {
  var language: Language
  /// The widest a table may be, in columns; 0 for no bound. Only texts are ever shortened.
  var width = 80
  /// Digits after the point of percentages.
  var decimals = 1
  /// Whether commas part the digits of figures in tables.
  var thousands = false
  /// The columns that tables allow for characters of ambiguous width.
  var ambiguousWidth = 1
  /// What stands in tables for a figure that is missing: never a zero, never a page's own dash, nor
  /// the `:` of a figure that is not available at all.
  var nullText = "."
  /// Findings of this severity or heavier make the run end with 1; `nil` for none.
  var failOn: Severity? = .error
  /// Whether figures are joined across a break in their series, with a mark.
  var breaks = BreakHandling.refuse
  /// Whether `load` tells of every file.
  var verbose = false
  /// Whether each command is followed by the time that it took.
  var timer = false

  /// The day on which waivers must hold; `nil` for the system's.
  var today: CalendarDate?

  init(language: Language) {
    self.language = language
  }
}
