import Bodies
import Forms
import Panel
import ReportModel

/// A comparison worked out: a grid and the values that the query asks for.
struct Comparison {
  let query: CompareQuery
  let context: QueryContext
  /// All dimensions, `indicator` among them where asked for.
  let dimensions: [Dimension]
  /// In the query's order.
  let indicators: [Indicator]
  let units: [MeasureUnit]
  let grid: Grid
  /// The values of the attributes among the dimensions.
  let attributes: [Attribute: AttributeOrder]
  /// What must be said of the comparison as a whole.
  let notes: [LocalizedText]
  /// The figures and notes of each indicator.
  let columns: [ColumnValues]
  /// What the query's measure makes of the figures: `[indicator][row]`.
  let values: [[ShownValue]]

  init(_ query: CompareQuery, in context: QueryContext) throws(AnalysisError) {
    self.query = query
    self.context = context
    var reports = try query.selection.selectedReports(in: context.panel)
    dimensions = try Self.dimensions(of: query, in: context)
    indicators = try Self.indicators(of: query, dimensions: dimensions, in: context)
    var books: [RecipeBook] = []
    for indicator in indicators {
      let formula = try FormulaReader(dictionary: context.catalog.indicators)
        .formula(of: indicator.code)
      books.append(
        RecipeBook(
          indicator: indicator, formula: formula, catalog: context.catalog,
          contents: context.contents))
    }
    let dictionary = context.catalog.indicators
    let applicants = dimensions.contains(.applicant) ? Applicant.parts : [query.applicant ?? .total]
    var notes = query.selection.notes
    if query.sameBodies {
      let readers = books.flatMap { book in
        applicants.map { applicant in
          FigureReader(
            book: book, applicant: applicant, panel: context.panel,
            hasApplicants: { dictionary[$0]?.hasApplicants ?? false })
        }
      }
      let same = try SameBodies(among: reports, readers: readers, panel: context.panel)
      reports = same.reports
      notes.append(same.note)
    }
    var attributes: [Attribute: AttributeOrder] = [:]
    for case .attribute(let attribute) in dimensions {
      if let known = context.known {
        attributes[attribute] = try known.order(of: attribute, among: reports)
      } else {
        attributes[attribute] = try AttributeOrder(
          attribute, of: reports, panel: context.panel, directory: context.bodies)
      }
    }
    self.attributes = attributes
    let across = dimensions.filter { $0 != .indicator }
    grid = try Grid(
      dimensions: across, books: books,
      applicants: applicants,
      reports: reports, panel: context.panel, contents: context.contents,
      attributes: attributes, hasApplicants: { dictionary[$0]?.hasApplicants ?? false })
    units = grid.books.map { $0.unit(in: context.panel) }
    try Self.checkMeasure(query.measure, dimensions: dimensions, grid: grid, units: units)

    var columns: [ColumnValues] = []
    for column in indicators.indices {
      columns.append(
        try ColumnValues(
          grid: grid, column: column, unit: units[column], breaks: query.breaks))
    }
    var ofBodies: BodyValues?
    if case .percentile = query.measure {
      let finer = try Grid(
        dimensions: across + [.body], books: books, applicants: applicants, reports: reports,
        panel: context.panel, contents: context.contents, attributes: attributes,
        hasApplicants: { dictionary[$0]?.hasApplicants ?? false })
      var figures: [ColumnValues] = []
      for column in indicators.indices {
        figures.append(
          try ColumnValues(grid: finer, column: column, unit: units[column], breaks: query.breaks))
      }
      let values = BodyValues(finer, figures)
      let incomplete = values.incompleteRows(grid)
      if incomplete > 0 { notes.append(Self.incompleteNote(incomplete)) }
      ofBodies = values
    }
    if let twice = Self.countedTwiceNote(dimensions, reports, in: context) { notes.append(twice) }
    let lonely = query.yearsWithoutTheirBefore(in: context.panel)
    if !lonely.isEmpty { notes.append(Self.yearBeforeNote(lonely)) }
    self.notes = notes
    values = try MeasureValues(measure: query.measure, grid: grid, ofBodies: ofBodies).values(
      &columns, sharedOver: dimensions.last == .indicator ? .indicators : .lastDimension)
    self.columns = columns
  }

  /// The footnotes of a table that shows these values.
  func footnotes(_ columns: [ColumnValues], values: [[ShownValue]]) -> [Footnote] {
    let notes = FootnoteWriter(indicators: indicators, contents: context.contents).footnotes(
      columns.reduce(into: Set<Note>()) { $0.formUnion($1.notes) },
      shown: values.map { $0.reduce(into: FlagSet()) { $0.formUnion($1.flags) } },
      unread: columns.map(\.unread))
    let derived = dimensions.compactMap { dimension in
      if case .attribute(let attribute) = dimension { attributes[attribute]?.footnote } else { nil }
    }
    return Flag.allCases.flatMap { flag in (notes + derived).filter { $0.flag == flag } }
  }

  private static func incompleteNote(_ rows: Int) -> LocalizedText {
    LocalizedText(
      chinese: "\(rows)行中有机关因分母为零没有数值，不在分布之内。",
      english: rows == 1
        ? "In 1 row a body with nothing to divide by is not among the values."
        : "In \(rows) rows bodies with nothing to divide by are not among the values.")
  }

  // MARK: What the query asks for

  /// The query's dimensions; by default the year for a single body, else body and year.
  static func dimensions(
    of query: CompareQuery, in context: QueryContext
  ) throws(AnalysisError) -> [Dimension] {
    var seen: Set<Dimension> = []
    for dimension in query.dimensions where !seen.insert(dimension).inserted {
      throw .repeatedDimension(dimension)
    }
    guard query.dimensions.isEmpty else { return query.dimensions }
    let reports = try query.selection.selectedReports(in: context.panel)
    if case .percentile = query.measure { return [.year] }
    // Reports stand body by body.
    let bodies = context.panel.bodyOfReport
    let isOneBody =
      reports.first.map { bodies[$0] } == reports.last.map { bodies[$0] }
    return isOneBody ? [.year] : [.body, .year]
  }

  private static func indicators(
    of query: CompareQuery, dimensions: [Dimension], in context: QueryContext
  ) throws(AnalysisError) -> [Indicator] {
    guard !query.indicators.isEmpty else { throw .noIndicators }
    if let applicant = query.applicant, dimensions.contains(.applicant) {
      throw .applicantTwice(applicant)
    }
    var indicators: [Indicator] = []
    for code in query.indicators {
      let indicator = try context.indicator(code)
      guard !indicators.contains(where: { $0.code == code }) else {
        throw .repeatedIndicator(code)
      }
      if !indicator.hasApplicants, query.applicant != nil || dimensions.contains(.applicant) {
        throw .noApplicants(code)
      }
      indicators.append(indicator)
    }
    return indicators
  }

  private static func checkMeasure(
    _ measure: Measure, dimensions: [Dimension], grid: Grid, units: [MeasureUnit]
  ) throws(AnalysisError) {
    let indicators = grid.books.map(\.indicator)
    if case .percentile = measure, dimensions.contains(.body) { throw .percentileOfOneBody }
    if measure.needsYear, !dimensions.contains(.year) { throw .measureNeedsYear(measure) }
    if case .index(let base) = measure,
      let position = grid.dimensions.firstIndex(of: .year),
      !grid.keys.contains(where: { $0[position] == base })
    {
      throw .baseYearNotSelected(base)
    }
    let sharesColumn = measure.keepsUnit
    let addsIndicators = measure == .share && dimensions.last == .indicator
    if (sharesColumn && dimensions.contains(.indicator)) || addsIndicators {
      for column in units.indices.dropFirst() where units[column] != units[0] {
        throw .unitsDiffer(indicators[0].code, units[0], indicators[column].code, units[column])
      }
    }
    if measure == .share, let ratio = grid.books.first(where: { $0.formula.isRatio }) {
      throw .measureDoesNotFit(.share, ratio.indicator.code)
    }
    if addsIndicators, let (whole, part) = IndicatorOverlap(grid.books).first {
      throw .indicatorsOverlap(whole, part)
    }
  }
}

extension RecipeBook {
  /// The unit of the indicator's figures in a panel: money is in whatever unit the pages state.
  func unit(in panel: Panel) -> MeasureUnit {
    guard indicator.unit.isMoney else { return indicator.unit }
    let used = Set(
      recipes.flatMap { $0.numerator + ($0.denominator ?? []) }
        .compactMap { panel.columns[CellKey($0.code)]?.unit })
    guard used.count <= 1 else { return .unstatedMoney }
    return used.first ?? indicator.unit
  }
}
