import Bodies
import Panel
import ReportModel

/// The tallies of a comparison: a row for each combination of dimension values that occurs, a
/// column for each indicator.
struct Grid: Sendable {
  /// The dimensions of the keys, without `indicator`, which stands across.
  let dimensions: [Dimension]
  /// Ascending. A key has a number for each dimension: the year, the body's place in the panel, the
  /// applicant's on the form, the form's in time, the attribute's among its values.
  let keys: GridKeys
  /// `tallies[column][row]`.
  let tallies: [[Tally]]
  /// The recipes behind each column.
  let books: [RecipeBook]
  /// The years that tallies speak of by their positions.
  let years: [Int]

  /// - Parameters:
  ///   - applicants: the columns of table 3 to read; several only where they are a dimension.
  ///   - attributes: the values of each attribute among the dimensions.
  ///   - hasApplicants: whether a figure has applicants.
  init(
    dimensions: [Dimension], books: [RecipeBook], applicants: [Applicant],
    reports: SelectedReports, panel: Panel, contents: FormContents,
    attributes: [Attribute: AttributeOrder] = [:],
    hasApplicants: @escaping (IndicatorCode) -> Bool
  ) throws(AnalysisError) {
    self.dimensions = dimensions
    years = panel.years
    let layouts = Self.layouts(of: reports, panel: panel)
    let axes = GridAxes(dimensions, panel: panel, contents: contents, attributes: attributes)
    var rows = GridRows(axes: axes, reports: reports, panel: panel)
    var all: [RecipeBook] = []
    for (column, book) in books.enumerated() {
      var book = book
      for applicant in applicants {
        var reader = FigureReader(
          book: book, applicant: applicant, panel: panel, hasApplicants: hasApplicants)
        reader.prepare(layouts: layouts)
        rows.fill(column, of: books.count, applicant: applicant, reader: reader)
        book = reader.book
      }
      if rows.isOutOfRange(column) { throw .outOfRange(book.indicator.code) }
      all.append(book)
    }
    self.books = all
    (keys, tallies) = rows.ordered(columns: books.count)
  }

  /// The layouts of the reports in the order in which they first occur, in which recipes are
  /// numbered.
  private static func layouts(of reports: SelectedReports, panel: Panel) -> [Int] {
    // Those of a panel are in this order.
    if reports.count == panel.reports.count { return Array(panel.layouts.indices) }
    var layouts: [Int] = []
    var isKnown = Array(repeating: false, count: panel.layouts.count)
    for report in reports {
      let layout = Int(panel.layoutOfReport[report])
      guard !isKnown[layout] else { continue }
      isKnown[layout] = true
      layouts.append(layout)
      if layouts.count == panel.layouts.count { break }
    }
    return layouts
  }
}
