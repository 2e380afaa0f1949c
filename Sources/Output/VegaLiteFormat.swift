import ReportModel

/// A Vega-Lite v6 chart with its data inside. Missing values are gaps, values with flags stand out,
/// and no line joins values that are not comparable.
public struct VegaLiteFormat: OutputFormat {
  /// Also tells the shell that the long form of a result is wanted, one row a point.
  public static let name = "vega-lite"
  /// The end by which viewers of Vega-Lite know their files.
  public static let fileNameEnds = [".vl.json"]

  private let language: Language

  /// - Parameter options: only the language counts, that of titles, axes and legends.
  public init(options: OutputOptions) {
    language = options.language
  }

  /// - Throws: `notAChart` where the result has no chart hint, or lacks the column of an axis.
  public func encode(_ table: ResultTable) throws(OutputError) -> [UInt8] {
    guard let hint = table.chart, let x = column(hint.x, of: table),
      let y = column(hint.y, of: table)
    else { throw .notAChart }
    let series = hint.series.compactMap { column($0, of: table) }
    let axes = VegaLiteAxes(
      x: x, y: y, series: series, mark: hint.mark,
      categories: names([x], in: table), seriesCount: Set(names(series, in: table)).count,
      language: language)
    let hasStretches = hint.mark == .line && hint.stretches.count == table.rows.count
    let layers = VegaLiteLayers(
      axes: axes, hasFlags: hasFlags(y, in: table), hasStretches: hasStretches)
    var chart: [String: JSONValue] = [
      "$schema": .text("https://vega.github.io/schema/vega-lite/v6.json"),
      "data": .object([
        "values": .list(values(table, stretches: hasStretches ? hint.stretches : nil))
      ]),
      "height": .number(Quantity(300)),
      "layer": .list(hint.mark == .line ? layers.lines : layers.bars),
      "title": title(hint, table),
      "width": .number(Quantity(Int64(axes.width))),
      "encoding": axes.encoding,
    ]
    if series.count > 1 { chart["transform"] = .list([seriesName(series)]) }
    return Array((JSONValue.object(chart).indented() + "\n").utf8)
  }

  private func column(_ name: String, of table: ResultTable) -> ResultColumn? {
    table.columns.first { $0.name == name }
  }

  /// What the rows show in some columns, taken together.
  private func names(_ columns: [ResultColumn], in table: ResultTable) -> [String] {
    let places = columns.compactMap { table.columns.firstIndex(of: $0) }
    return table.rows.map { row in
      places.map { place in
        switch row[place].content {
        case .missing: ""
        case .text(let text): text
        case .term(_, let label): label.text(in: language)
        case .number(let number): number.description
        }
      }.joined(separator: " · ")
    }
  }

  private func hasFlags(_ y: ResultColumn, in table: ResultTable) -> Bool {
    guard let index = table.columns.firstIndex(of: y) else { return false }
    return table.rows.contains { !$0[index].flags.isEmpty }
  }

  /// The records, with codes replaced by the labels that a legend should show.
  private func values(_ table: ResultTable, stretches: [Int]?) -> [JSONValue] {
    var labelled = table
    labelled.rows = table.rows.map { row in
      row.map { value in
        guard case .term(_, let label) = value.content else { return value }
        return ResultValue(.text(label.text(in: language)), flags: value.flags)
      }
    }
    if let stretches {
      labelled.columns.append(
        ResultColumn(
          name: VegaLiteLayers.stretch, heading: LocalizedText(verbatim: ""), kind: .text))
      for (index, stretch) in stretches.enumerated() {
        labelled.rows[index].append(.count(stretch))
      }
    }
    return JSONRecords.values(labelled)
  }

  private func title(_ hint: ChartHint, _ table: ResultTable) -> JSONValue {
    let notes = table.footnotes.flatMap {
      Self.wrapped($0.flag.rawValue + "  " + $0.text.text(in: language)).map { JSONValue.text($0) }
    }
    var title: [String: JSONValue] = [
      "anchor": .text("start"), "text": .text(hint.title.text(in: language)),
    ]
    if !notes.isEmpty { title["subtitle"] = .list(notes) }
    return .object(title)
  }

  /// A subtitle is not broken by the renderer: this is as wide as the chart.
  private static func wrapped(_ text: String) -> [String] {
    WrappedText(text).lines(width: 84)
  }

  /// Several columns tell the series apart: their texts together name one.
  private func seriesName(_ series: [ResultColumn]) -> JSONValue {
    let parts = series.map { VegaLiteAxes.datum($0.name) }
    return .object([
      "as": .text("series"), "calculate": .text(parts.joined(separator: " + ' · ' + ")),
    ])
  }
}
