import ReportModel

/// A Vega-Lite v6 chart with its data inside. Missing values are gaps, and values that are not
/// comparable with those before them are drawn hollow.
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
    var chart: [String: JSONValue] = [
      "$schema": .text("https://vega.github.io/schema/vega-lite/v6.json"),
      "data": .object(["values": .list(values(table))]),
      "height": .number(Quantity(300)),
      "layer": .list(layers(hint.mark, hasFlags: hasFlags(y, in: table))),
      "title": title(hint, table),
      "width": .number(Quantity(480)),
      "encoding": encoding(x: x, y: y, series: series),
    ]
    if series.count > 1 { chart["transform"] = .list([seriesName(series)]) }
    return Array((JSONValue.object(chart).indented() + "\n").utf8)
  }

  private func column(_ name: String, of table: ResultTable) -> ResultColumn? {
    table.columns.first { $0.name == name }
  }

  private func hasFlags(_ y: ResultColumn, in table: ResultTable) -> String? {
    guard let index = table.columns.firstIndex(of: y),
      table.rows.contains(where: { !$0[index].flags.isEmpty })
    else { return nil }
    return y.name + "_flags"
  }

  /// The records, with codes replaced by the labels that a legend should show.
  private func values(_ table: ResultTable) -> [JSONValue] {
    var labelled = table
    labelled.rows = table.rows.map { row in
      row.map { value in
        guard case .term(_, let label) = value.content else { return value }
        return ResultValue(.text(label.text(in: language)), flags: value.flags)
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

  private func layers(_ mark: ChartHint.Mark, hasFlags flags: String?) -> [JSONValue] {
    let tooltip = JSONValue.object(["content": .text("data")])
    guard mark == .line else {
      return [.object(["mark": .object(["tooltip": tooltip, "type": .text("bar")])])]
    }
    let line = JSONValue.object([
      "mark": .object(["invalid": .text("break-paths-show-path-domains"), "type": .text("line")])
    ])
    func points(filled: Bool, where filter: String?) -> JSONValue {
      var layer: [String: JSONValue] = [
        "mark": .object([
          "filled": .flag(filled), "opacity": .number(Quantity(1)),
          "size": .number(Quantity(60)), "tooltip": tooltip, "type": .text("point"),
        ])
      ]
      if let filter { layer["transform"] = .list([.object(["filter": .text(filter)])]) }
      return .object(layer)
    }
    guard let flags else { return [line, points(filled: true, where: nil)] }
    // A value with a flag stands out: its point is hollow.
    return [
      line, points(filled: true, where: "!isValid(datum['\(flags)'])"),
      points(filled: false, where: "isValid(datum['\(flags)'])"),
    ]
  }

  private func encoding(
    x: ResultColumn, y: ResultColumn, series: [ResultColumn]
  ) -> JSONValue {
    var channels: [String: JSONValue] = [
      "x": .object([
        "axis": .object(["labelAngle": .number(.zero)]), "field": field(x.name),
        "title": .text(x.heading.text(in: language)), "type": .text("ordinal"),
      ]),
      "y": .object([
        "axis": .object(y.kind == .share ? ["format": .text("%")] : [:]), "field": field(y.name),
        "title": .text(y.heading.text(in: language)), "type": .text("quantitative"),
      ]),
    ]
    if let first = series.first {
      channels["color"] = .object([
        "field": series.count > 1 ? .text("series") : field(first.name),
        "sort": .null,
        "title": .text(
          series.map { $0.heading.text(in: language) }.joined(separator: " · ")),
        "type": .text("nominal"),
      ])
    }
    return .object(channels)
  }

  /// Vega-Lite reads points and brackets in field names as paths: they are escaped.
  private func field(_ name: String) -> JSONValue {
    var escaped = ""
    for character in name {
      if ".[]".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    return .text(escaped)
  }

  /// Several columns tell the series apart: their texts together name one.
  private func seriesName(_ series: [ResultColumn]) -> JSONValue {
    let parts = series.map { "datum['\($0.name)']" }
    return .object([
      "as": .text("series"), "calculate": .text(parts.joined(separator: " + ' · ' + ")),
    ])
  }
}
