import ReportModel

/// The channels of a chart: what runs along its axes, and what its colours mean.
struct VegaLiteAxes {
  private static let usualWidth = 480
  /// Pixels of one column of a terminal in the renderer's usual font.
  private static let columnWidth = 6
  /// The narrowest bar, in pixels.
  private static let barWidth = 10
  /// The most series that the usual colours tell apart.
  private static let usualColours = 10

  let x: ResultColumn
  let y: ResultColumn
  let series: [ResultColumn]
  let mark: ChartHint.Mark
  /// What stands along the horizontal axis, with repetitions.
  let categories: [String]
  let seriesCount: Int
  let language: Language

  /// As wide as its bars need, in pixels.
  var width: Int {
    guard mark == .bar else { return Self.usualWidth }
    return max(Self.usualWidth, Set(categories).count * (max(1, seriesCount) + 1) * Self.barWidth)
  }

  var encoding: JSONValue {
    var channels: [String: JSONValue] = ["x": .object(xChannel), "y": .object(yChannel)]
    guard let first = series.first else { return .object(channels) }
    let field = series.count > 1 ? JSONValue.text("series") : Self.field(first.name)
    var colour: [String: JSONValue] = [
      "field": field, "legend": .object(["labelLimit": .number(Quantity(400))]), "sort": .null,
      "title": .text(series.map { $0.heading.text(in: language) }.joined(separator: " · ")),
      "type": .text("nominal"),
    ]
    if seriesCount > Self.usualColours { colour["scale"] = .object(["scheme": .text("tableau20")]) }
    channels["color"] = .object(colour)
    // Side by side: figures on top of each other would look like a sum, and shares, growth or
    // several indicators have none.
    if mark == .bar {
      channels["xOffset"] = .object(["field": field, "sort": .null, "type": .text("nominal")])
    }
    return .object(channels)
  }

  private var xChannel: [String: JSONValue] {
    var axis: [String: JSONValue] = ["labelAngle": .number(.zero)]
    let longest = categories.map(DisplayWidth.width(of:)).max() ?? 0
    if mark == .bar, (longest + 1) * Self.columnWidth * Set(categories).count > width {
      axis = ["labelAngle": .number(Quantity(-40)), "labelLimit": .number(Quantity(240))]
    }
    var channel: [String: JSONValue] = [
      "axis": .object(axis), "field": Self.field(x.name),
      "title": .text(x.heading.text(in: language)), "type": .text("ordinal"),
    ]
    // Years have an order of their own; all else stands as in the table.
    if x.kind != .year { channel["sort"] = .null }
    return channel
  }

  private var yChannel: [String: JSONValue] {
    var channel = yScale
    channel["field"] = Self.field(y.name)
    return channel
  }

  /// The vertical axis without a value.
  var yScale: [String: JSONValue] {
    var channel: [String: JSONValue] = [
      "axis": .object([.share, .points].contains(y.kind) ? ["format": .text("%")] : [:]),
      "title": .text(y.heading.text(in: language)), "type": .text("quantitative"),
    ]
    if mark == .bar { channel["stack"] = .null }
    return channel
  }

  /// Vega-Lite reads points and brackets in field names as paths: they are escaped.
  static func field(_ name: String) -> JSONValue {
    var escaped = ""
    for character in name {
      if ".[]".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    return .text(escaped)
  }

  /// A field in an expression.
  static func datum(_ name: String) -> String { "datum['\(name)']" }
}
