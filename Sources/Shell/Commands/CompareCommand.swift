import Analysis
import ReportModel

struct CompareCommand: Command {
  static let manual = CommandManual(
    name: "compare", chineseName: "比较",
    usage:
      "compare INDICATOR… [by DIM…] [for BODY…] [in YEARS] [where CONDITION] [same bodies] [as MEASURE] [to FILE [as FORMAT]]",
    summary: LocalizedText(
      chinese: "按年度、机关等比较指标", english: "compare indicators by year, body and more"),
    details: LocalizedText(
      chinese: """
        DIM：year 年、body 机关、applicant 申请人、form 格式、indicator 指标，以及机关的属性（region、
        province、prefecture、level、sector、parent 或自定的列，见 attributes）；不写时为 body, year。
        MEASURE：count 数量、share 占比、change 变化、growth 增长、index [YEAR] 指数（基期为 100）；
        median 中位数、p10 p25 p75 p90 百分位数：各行中各机关数值的分布。
        占比是各行在最后一个维度上占合计的份额：by year, applicant 即每年各类申请人所占。
        指标可带申请人：requests.new[firm]；不带时取表中的总计列。
        跨越两种格式时，数值旁的标记和表下脚注说明可比程度；某一格式没有的量显示为 : 并说明原因。
        where CONDITION 可说指标（requests.new >= 30、previous.requests.new）、机关的属性（level = 县级）、body、
        year、findings（未豁免的不符条数）、unread（未读出的单元格数），用 and、or、not 连接；因数据未读出而
        无法判定的年报不计入，并在表下说明。
        same bodies（相同 机关）只取各年均有全部数据的机关，并说明留下几个、谁不在其中。
        现行有效件数、结转、尚未审结等时点数不跨年相加；其他跨年合计带标记 y。
        """,
      english: """
        DIM: year, body, applicant, form, indicator, or an attribute of bodies (region, province,
        prefecture, level, sector, parent, your own: see attributes); body, year where none is given.
        MEASURE: count, share, change, growth, index [YEAR] (that year is 100); median, p10, p25, p75
        and p90 of the values of the bodies in a row.
        A share is the row's part of the rows that differ in the last dimension only: by year,
        applicant gives each applicant's part of the year.
        An indicator may name an applicant: requests.new[firm]; without one the printed total counts.
        Across two forms a mark behind the value and a footnote say how far figures may be compared;
        what only one form has is missing (:) elsewhere, with the reason. Stocks such as documents in
        force, requests carried over and pending cases are not added up over years; other sums over
        years carry the mark y.
        where CONDITION speaks of indicators (requests.new >= 30, previous.requests.new), attributes of
        bodies (level = county), body, year, findings (how many failures stand unwaived) and unread (cells that
        were not read), joined by and, or, not. Reports for which unread figures leave it open are left
        out, and a note says how many.
        `same bodies` keeps those bodies only that have every figure in each of the years, and says
        how many they are and who is not among them.
        """),
    examples: ["compare penalty.decisions by year", "比较 行政处罚 按 年"])

  /// How many indicators stand side by side on the screen.
  private static let mostColumns = 4

  private let indicators: QueryIndicators
  private let dimensions: [Dimension]
  private let dimensionsRange: SourceRange?
  private let measure: MeasureClause?
  private let selection: SelectionClause
  private let sameBodies: Bool
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    indicators = try QueryIndicators(reading: &arguments)
    var dimensions: [Dimension] = []
    var dimensionsRange: SourceRange?
    var measure: MeasureClause?
    var sameBodies = false
    var selection = SelectionClause()
    var destination = DestinationClause()
    while !arguments.isAtEnd {
      let start = arguments.nextRange
      if arguments.take(.by) {
        guard dimensions.isEmpty else { throw ShellError(.twice(.by), at: start) }
        dimensions = try DimensionNames.dimensions(from: &arguments)
        dimensionsRange = start
      } else if arguments.take(.as) {
        guard measure == nil else { throw ShellError(.twice(.as), at: start) }
        measure = try MeasureClause(reading: &arguments)
      } else if try Clauses.takeSameBodies(&sameBodies, from: &arguments) {
        continue
      } else if try !selection.take(from: &arguments), try !destination.take(from: &arguments) {
        break
      }
    }
    self.dimensions = dimensions
    self.dimensionsRange = dimensionsRange
    self.measure = measure
    self.selection = selection
    self.sameBodies = sameBodies
    self.destination = destination
  }

  func run(in session: Session) throws(ShellError) {
    let panel = try session.panel()
    let selection = try selection.resolve(in: session)
    let indicators = try self.indicators.resolved(in: session.catalog)
    let query = CompareQuery(
      indicators.codes, applicant: indicators.applicant, by: dimensions,
      measure: measure?.measure(firstYear: selection.firstYear(in: panel)) ?? .count,
      selection: selection, breaks: session.settings.breaks,
      sameBodies: sameBodies)
    let catalog = session.catalog
    let directory = try session.directory()
    let known = try session.knownAttributes()
    if let dimensionsRange {
      try DimensionNames.check(dimensions, directory: directory, at: dimensionsRange)
    }
    let result = try answer { () throws(AnalysisError) in
      try query.run(on: panel, catalog: catalog, bodies: directory, known: known)
    }
    let series = { () throws(ShellError) in
      try answer { () throws(AnalysisError) in
        try query.series(on: panel, catalog: catalog, bodies: directory, known: known)
      }
    }
    // More columns than a screen is wide: a row for each indicator instead, where one unit allows.
    let isLong = destination.file == nil && indicators.codes.count > Self.mostColumns
    let shown = isLong ? try? series() : nil
    try session.deliver(result, shown: shown, chart: series, to: destination)
  }

  private func answer(
    _ ask: () throws(AnalysisError) -> ResultTable
  ) throws(ShellError) -> ResultTable {
    do {
      return try ask()
    } catch {
      throw ShellError(.analysis(error), at: indicators.range)
    }
  }
}
