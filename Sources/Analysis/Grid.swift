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
  private(set) var keys: [[Int]] = []
  /// `tallies[column][row]`.
  private(set) var tallies: [[Tally]] = []
  /// The recipes behind each column.
  private(set) var books: [RecipeBook] = []

  /// - Parameters:
  ///   - applicants: the columns of table 3 to read; several only where they are a dimension.
  ///   - attributes: the values of each attribute among the dimensions.
  ///   - hasApplicants: whether a figure has applicants.
  init(
    dimensions: [Dimension], books: [RecipeBook], applicants: [Applicant], reports: [Int],
    panel: Panel, contents: FormContents, attributes: [Attribute: AttributeOrder] = [:],
    hasApplicants: @escaping (IndicatorCode) -> Bool
  ) throws(AnalysisError) {
    self.dimensions = dimensions
    let bodies = BodyOrder(panel)
    let memberIs = Self.member(dimensions)
    let hasYear = dimensions.contains(.year)
    var rows: [[Int]: Int] = [:]
    var keys: [[Int]] = []
    var tallies = books.map { _ in [Tally]() }
    for (column, book) in books.enumerated() {
      var book = book
      for applicant in applicants {
        var reader = FigureReader(
          book: book, applicant: applicant, panel: panel, hasApplicants: hasApplicants)
        for report in reports {
          let key = dimensions.map { dimension in
            switch dimension {
            case .year: panel.reports[report].year
            case .body: bodies[report]
            case .applicant: applicant.position
            case .form: contents.rank(panel.reports[report].forms[book.indicator.table])
            case .indicator: 0
            case .attribute(let attribute): attributes[attribute]?[report] ?? 0
            }
          }
          let row = rows[key] ?? keys.count
          if row == keys.count {
            rows[key] = row
            keys.append(key)
          }
          for other in tallies.indices where tallies[other].count <= row {
            tallies[other].append(Tally())
          }
          let (recipe, reading) = reader.read(at: report)
          let member: Int? =
            switch memberIs {
            case .body?: bodies[report]
            case .year?: panel.reports[report].year
            default: nil
            }
          tallies[column][row].add(
            reading, recipe: recipe, body: bodies[report], member: member,
            year: hasYear ? nil : panel.reports[report].year)
          if tallies[column][row].isOutOfRange { throw .outOfRange(book.indicator.code) }
        }
        book = reader.book
      }
      self.books.append(book)
    }
    let order = keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    self.keys = order.map { keys[$0] }
    self.tallies = tallies.map { column in order.map { column[$0] } }
  }

  /// What is added up within a row and must be the same in rows that are read against each other:
  /// bodies where rows are years, years where rows are bodies.
  private static func member(_ dimensions: [Dimension]) -> Dimension? {
    switch (dimensions.contains(.year), dimensions.contains(.body)) {
    case (true, false): .body
    case (false, true): .year
    default: nil
    }
  }
}

/// The place of each report's body among the panel's bodies.
private struct BodyOrder {
  private let places: [Int]

  init(_ panel: Panel) {
    var places: [Int] = []
    var last: String?
    for report in panel.reports {
      places.append((places.last ?? 0) + (last != nil && last != report.body ? 1 : 0))
      last = report.body
    }
    self.places = places
  }

  subscript(report: Int) -> Int { places[report] }
}
