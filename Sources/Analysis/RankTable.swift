import ReportModel

/// Lays a comparison of bodies out in the order of its values.
struct RankTable {
  private let query: RankQuery
  private let comparison: Comparison
  private let distribution: Distribution
  /// The rows of the grid that are listed, in the order of the ranking; bodies of one value in that of
  /// the panel.
  private let ranked: [(rank: Int, row: Int)]

  /// - Parameter comparison: of one indicator, by body.
  init(_ query: RankQuery, _ comparison: Comparison) {
    self.query = query
    self.comparison = comparison
    let values = comparison.values[0]
    let ascending = ValueOrder.ascending(values.map(\.number))
    distribution = Distribution(count: ascending.count) {
      values[ascending[$0]].number ?? .zero
    }
    ranked = Self.ranked(
      ascending, values: values, order: query.order, last: query.count ?? Int.max)
  }

  /// - Parameters:
  ///   - ascending: the rows by value; rows of one value ascend.
  ///   - last: the last rank to be listed.
  private static func ranked(
    _ ascending: [Int], values: [ShownValue], order: RankQuery.Order, last: Int
  ) -> [(rank: Int, row: Int)] {
    var ranked: [(rank: Int, row: Int)] = []
    var end = order == .lowestFirst ? 0 : ascending.count
    while ranked.count < last, order == .lowestFirst ? end < ascending.count : end > 0 {
      // Rows of one value share a rank and stay in their order.
      var group = end..<end
      let first = values[ascending[order == .lowestFirst ? end : end - 1]].number
      if order == .lowestFirst {
        while group.upperBound < ascending.count,
          values[ascending[group.upperBound]].number == first
        {
          group = group.lowerBound..<(group.upperBound + 1)
        }
        end = group.upperBound
      } else {
        while group.lowerBound > 0, values[ascending[group.lowerBound - 1]].number == first {
          group = (group.lowerBound - 1)..<group.upperBound
        }
        end = group.lowerBound
      }
      let rank = ranked.count + 1
      for row in ascending[group] { ranked.append((rank, row)) }
    }
    return ranked
  }

  private var isRatio: Bool { comparison.grid.books[0].formula.isRatio }

  func table() throws(AnalysisError) -> ResultTable {
    guard !distribution.isEmpty else { throw .nothingToRank(query.indicator) }
    let bodies = comparison.context.panel.bodies
    let rows = ranked.map { rank, row -> [ResultValue] in
      let tally = comparison.grid.tallies[0][row]
      let shown = comparison.values[0][row]
      let parts =
        isRatio
        ? [ResultValue.number(tally.numerator), tally.denominator.map { .number($0) } ?? .missing]
        : []
      let percentile = shown.number.flatMap { distribution.shareUpTo($0) }
      return [.count(rank), .text(bodies[comparison.grid.keys[row][0]]), shown.result] + parts
        + [percentile.map { .number($0) } ?? .missing]
    }
    let shownValues = ranked.map { comparison.values[0][$0.row] }
    return ResultTable(
      columns: columns, rows: rows,
      footnotes: comparison.footnotes(comparison.columns, values: [shownValues]),
      notes: comparison.notes + direction + [summary] + leftOut,
      chart: ChartHint(
        mark: .bar, x: ColumnHeading.body.name, y: columns[2].name, series: [],
        title: columns[2].heading))
  }

  private var columns: [ResultColumn] {
    let value = ColumnHeading.values(
      of: comparison.indicators[0], applicant: query.applicant, measure: .count, over: [.body],
      unit: comparison.units[0])
    let unit = ResultColumn.Kind.figure(.count)
    let parts = [
      ResultColumn(
        name: "numerator", heading: LocalizedText(chinese: "分子", english: "Numerator"), kind: unit),
      ResultColumn(
        name: "denominator", heading: LocalizedText(chinese: "分母", english: "Denominator"),
        kind: unit),
    ]
    return [
      ResultColumn(
        name: "rank", heading: LocalizedText(chinese: "名次", english: "Rank"), kind: unit),
      ColumnHeading.body, value,
    ] + (isRatio ? parts : []) + [
      ResultColumn(
        name: "percentile", heading: LocalizedText(chinese: "百分位", english: "Percentile"),
        kind: .share)
    ]
  }

  // MARK: Notes

  private var direction: [LocalizedText] {
    query.order == .highestFirst
      ? []
      : [
        LocalizedText(chinese: "名次自最低者起。", english: "Rank 1 is the lowest.")
      ]
  }

  private var summary: LocalizedText {
    let count = distribution.count
    let quarters = [25, 50, 75].map { distribution.percentile($0).map(shown) ?? "" }
    return LocalizedText(
      chinese: "参与排名的机关\(count)个：中位数\(quarters[1])，四分位数\(quarters[0])和\(quarters[2])。",
      english: "Ranked: \(count) \(count == 1 ? "body" : "bodies"); median \(quarters[1]), "
        + "quartiles \(quarters[0]) and \(quarters[2]).")
  }

  /// All digits of a figure; a rate in percent.
  private func shown(_ value: Quantity) -> String {
    guard comparison.units[0] == .ratio, let percent = value.multiplied(by: Quantity(100)) else {
      return value.description
    }
    return percent.rounded(toDigits: 2).description + "%"
  }

  /// Who is not in the ranking, and why.
  private var leftOut: [LocalizedText] {
    var reasons: [(count: Int, chinese: String, english: String)] = []
    let tallies = comparison.grid.tallies[0]
    let without = tallies.indices.filter { comparison.values[0][$0].number == nil }
    let zero = without.count { tallies[$0].read > 0 }
    let unread = without.count { tallies[$0].read == 0 && tallies[$0].unread > 0 }
    let lacking = without.count - zero - unread
    reasons.append((bodiesWithoutReport, "没有所选年度的年报", "without a report of these years"))
    reasons.append((unread, "该数据未读出", "whose figure was not read"))
    reasons.append((lacking, "其格式没有此项", "whose form has no such figure"))
    reasons.append((zero, "分母为零", "with nothing to divide by"))
    let named = reasons.filter { $0.count > 0 }
    guard !named.isEmpty else { return [] }
    return [
      LocalizedText(
        chinese: "未参与排名的机关：" + named.map { "\($0.count)个\($0.chinese)" }.joined(separator: "，")
          + "。",
        english: "Bodies not ranked: "
          + named.map { "\($0.count) \($0.english)" }.joined(separator: ", ") + ".")
    ]
  }

  /// How many of the bodies asked for have no report of the years at all.
  private var bodiesWithoutReport: Int {
    if let known = query.selection.condition?.bodiesWithoutReport { return known }
    return query.selection.bodiesWithoutReport(
      in: comparison.context.panel, comparison.context.bodies
    ).count
  }
}
