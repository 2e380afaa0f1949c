/// The ways in which broken pages are printed, and how much of their tables' geometry each keeps.
enum BreakingStyle: CaseIterable {
  case spans, spanless, repeated, nested, pipes, markdown, compactPipes, rowsOnLines, lines
  case brokenLines, word, printed, printedDense

  /// How a reader of the page finds out which figure is whose.
  enum Geometry {
    /// Cells have borders: a row that lost one shows it.
    case bordered
    /// Only where things stand on the paper.
    case placed
    /// Rows, and the order of what is in them.
    case rows
    /// One cell a line.
    case lines
  }

  var geometry: Geometry {
    switch self {
    case .spans, .spanless, .repeated, .nested, .pipes, .markdown, .word: .bordered
    case .printed, .printedDense: .placed
    case .compactPipes, .rowsOnLines: .rows
    case .lines, .brokenLines: .lines
    }
  }

  var isHTML: Bool {
    switch self {
    case .spans, .spanless, .repeated, .nested: true
    default: false
    }
  }

  /// Whether a blank cell leaves no trace.
  var dropsBlanks: Bool { self == .rowsOnLines || geometry == .lines }

  var printStyle: PrintStyle? {
    switch self {
    case .printed: PrintStyle.all[0]
    case .printedDense: PrintStyle.all[3]
    default: nil
    }
  }

  /// A sheet as this style prints it: without spans where the style has none.
  func shown(_ sheet: SamplePage.Sheet) -> SamplePage.Sheet {
    switch self {
    case .spanless, .pipes, .markdown: SamplePage.expanded(sheet, repeats: false)
    case .repeated: SamplePage.expanded(sheet, repeats: true)
    default: sheet
    }
  }
}
