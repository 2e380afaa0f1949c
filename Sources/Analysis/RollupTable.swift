import Bodies
import Panel
import ReportModel

/// Lays the sums of a hierarchy out beside the figures of the bodies above.
struct RollupTable {
  private struct Place: Hashable {
    let body: String
    let year: Int
  }

  private struct Sum {
    let value: ShownValue
    let bodies: Int
  }

  private let below: Comparison
  /// `nil` where none of the bodies above has a report.
  private let above: Comparison?
  private let children: [String: Int]

  init(_ query: RollupQuery, in context: QueryContext) throws(AnalysisError) {
    let directory = context.bodies
    let loaded = context.panel.bodies
    var children: [String: Int] = [:]
    let everyone = Set(loaded).union(directory.table.bodies)
    for body in everyone {
      guard let parent = directory.value(.parent, of: body)?.code else { continue }
      children[parent, default: 0] += 1
    }
    guard !children.isEmpty else { throw .attributeNotKnown(.parent) }
    let wanted = query.selection.bodies.map { Set($0) }
    if let wanted { children = children.filter { wanted.contains($0.key) } }
    var selection = query.selection
    selection.bodies = loaded.filter { body in
      directory.value(.parent, of: body).map { children[$0.code] != nil } ?? false
    }
    guard selection.bodies?.isEmpty == false else {
      throw .noBodiesBelow(query.selection.bodies ?? [])
    }
    self.children = children
    below = try Comparison(
      CompareQuery(
        [query.indicator], applicant: query.applicant, by: [.attribute(.parent), .year],
        selection: selection, breaks: query.breaks), in: context)
    selection.bodies = loaded.filter { children[$0] != nil }
    let hasReports = context.panel.reports.contains { report in
      children[report.body] != nil && selection.includes(year: report.year)
    }
    above =
      hasReports
      ? try Comparison(
        CompareQuery(
          [query.indicator], applicant: query.applicant, by: [.body, .year],
          selection: selection, breaks: query.breaks), in: context) : nil
  }

  func table() throws(AnalysisError) -> ResultTable {
    let sums = sums
    let own = own
    let places = Set(sums.keys).union(own.keys).sorted { one, other in
      one.body == other.body
        ? one.year < other.year : one.body.utf8.lexicographicallyPrecedes(other.body.utf8)
    }
    var rows: [[ResultValue]] = []
    var incomplete = 0
    for place in places {
      let (mine, sum) = (own[place] ?? ShownValue(), sums[place])
      let theirs = sum?.value ?? ShownValue()
      let known = children[place.body] ?? 0
      if (sum?.bodies ?? 0) < known { incomplete += 1 }
      rows.append([
        .text(place.body), .count(place.year), mine.result, theirs.result,
        try difference(mine, theirs).result, .count(sum?.bodies ?? 0), .count(known),
      ])
    }
    let shown = places.flatMap { [own[$0] ?? ShownValue(), sums[$0]?.value ?? ShownValue()] }
    return ResultTable(
      columns: columns, rows: rows, footnotes: footnotes(shown),
      notes: below.notes + note(incomplete, of: rows.count))
  }

  private var columns: [ResultColumn] {
    let kind = ColumnHeading.kind(measure: .count, unit: below.units[0])
    let title = ColumnHeading.title(
      of: below.indicators[0], applicant: below.query.applicant, over: [.body, .year])
    return [
      ColumnHeading.body, ColumnHeading.year,
      ResultColumn(
        name: "own",
        heading: LocalizedText(chinese: title.chinese + "：本级", english: title.english + ": own"),
        kind: kind),
      ResultColumn(
        name: "below", heading: LocalizedText(chinese: "下级合计", english: "Bodies below"), kind: kind),
      ResultColumn(
        name: "difference", heading: LocalizedText(chinese: "差", english: "Difference"), kind: kind),
      ColumnHeading.bodies,
      ResultColumn(
        name: "children", heading: LocalizedText(chinese: "下级机关", english: "Of"),
        kind: .figure(.count)),
    ]
  }

  private var sums: [Place: Sum] {
    var sums: [Place: Sum] = [:]
    for (row, key) in below.grid.keys.enumerated() {
      guard case .term(let parent, _) = below.attributes[.parent]?.label(key[0]).content
      else { continue }
      sums[Place(body: parent, year: key[1])] = Sum(
        value: below.values[0][row], bodies: below.grid.tallies[0][row].bodiesRead)
    }
    return sums
  }

  private var own: [Place: ShownValue] {
    guard let above else { return [:] }
    let bodies = above.context.panel.bodies
    var own: [Place: ShownValue] = [:]
    for (row, key) in above.grid.keys.enumerated() {
      own[Place(body: bodies[key[0]], year: key[1])] = above.values[0][row]
    }
    return own
  }

  /// Own minus below; missing where either is, across a break, and for money without a unit.
  private func difference(
    _ own: ShownValue, _ below: ShownValue
  ) throws(AnalysisError) -> ShownValue {
    guard let mine = own.number, let theirs = below.number,
      !own.flags.union(below.flags).contains(.seriesBreak),
      self.below.units[0] != .unstatedMoney
    else { return ShownValue() }
    guard let difference = mine.subtracting(theirs) else {
      throw .outOfRange(self.below.indicators[0].code)
    }
    // Who stands behind the sum is said in its own columns.
    let flags = own.flags.union(below.flags).intersection([.unread, .aggregated])
    return ShownValue(number: difference, flags: flags)
  }

  private func footnotes(_ shown: [ShownValue]) -> [Footnote] {
    let all =
      below.footnotes(below.columns, values: [shown])
      + (above.map { $0.footnotes($0.columns, values: [shown]) } ?? [])
    var seen: Set<Footnote> = []
    let once = all.filter { seen.insert($0).inserted }
    return Flag.allCases.flatMap { flag in once.filter { $0.flag == flag } }
  }

  private func note(_ incomplete: Int, of rows: Int) -> [LocalizedText] {
    guard incomplete > 0 else { return [] }
    return [
      LocalizedText(
        chinese: "\(rows)行中有\(incomplete)行的下级机关并非都有数据，合计不全。",
        english: "In \(incomplete) of \(rows) rows not all bodies below have a figure: "
          + "their sum is not whole.")
    ]
  }
}
