import ReportModel

/// A Vega-Lite v6 chart with its data inside. Missing values are gaps, and values that are not
/// comparable with those before them are drawn hollow.
public struct VegaLiteFormat: OutputFormat {
  public static let name = "vega-lite"
  public static let fileNameEnds = [".vl.json"]

  private let language: Language

  public init(options: OutputOptions) {
    language = options.language
  }

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
    let notes = table.footnotes.map {
      JSONValue.text($0.flag.rawValue + "  " + $0.text.text(in: language))
    }
    var title: [String: JSONValue] = ["text": .text(hint.title.text(in: language))]
    if !notes.isEmpty { title["subtitle"] = .list(notes) }
    return .object(title)
  }

  private func layers(_ mark: ChartHint.Mark, hasFlags: String?) -> [JSONValue] {
    let tooltip = JSONValue.object(["content": .text("data")])
    guard mark == .line else {
      return [.object(["mark": .object(["tooltip": tooltip, "type": .text("bar")])])]
    }
    var point: [String: JSONValue] = [
      "mark": .object([
        "filled": .flag(true), "size": .number(Quantity(60)), "tooltip": tooltip,
        "type": .text("point"),
      ])
    ]
    if let flags = hasFlags {
      // A value with a flag stands out: its point is hollow.
      point["mark"] = .object([
        "filled": .flag(false), "size": .number(Quantity(60)), "strokeWidth": .number(Quantity(2)),
        "tooltip": tooltip, "type": .text("point"),
      ])
      point["encoding"] = .object([
        "fill": .object([
          "condition": .object([
            "test": .text("isValid(datum['\(flags)'])"), "value": .text("white"),
          ]),
          "value": .text("black"),
        ])
      ])
    }
    let line = JSONValue.object([
      "mark": .object(["invalid": .text("break-paths-show-path-domains"), "type": .text("line")])
    ])
    return [line, .object(point)]
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
