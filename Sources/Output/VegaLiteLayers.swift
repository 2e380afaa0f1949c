import ReportModel

/// What a chart draws: lines with points, or bars with their flags above them.
struct VegaLiteLayers {
  /// The field that tells the stretches of comparable values apart.
  static let stretch = "comparable_stretch"

  let axes: VegaLiteAxes
  let hasFlags: Bool
  let hasStretches: Bool

  private var flags: String { VegaLiteAxes.datum(axes.y.name + "_flags") }
  private var value: String { VegaLiteAxes.datum(axes.y.name) }
  private static let tooltip = JSONValue.object(["content": .text("data")])

  var lines: [JSONValue] {
    var line: [String: JSONValue] = [
      "mark": .object(["invalid": .text("break-paths-show-path-domains"), "type": .text("line")])
    ]
    if hasStretches {
      // A line ends where the figures change their meaning.
      line["encoding"] = .object([
        "detail": .object(["field": .text(Self.stretch), "type": .text("nominal")])
      ])
    }
    guard hasFlags else { return [.object(line), points(filled: true, where: nil)] }
    // A value with a flag stands out: its point is hollow.
    return [
      .object(line), points(filled: true, where: "!isValid(\(flags))"),
      points(filled: false, where: "isValid(\(flags))"),
    ]
  }

  private func points(filled: Bool, where filter: String?) -> JSONValue {
    var layer: [String: JSONValue] = [
      "mark": .object([
        "filled": .flag(filled), "opacity": .number(Quantity(1)), "size": .number(Quantity(60)),
        "tooltip": Self.tooltip, "type": .text("point"),
      ])
    ]
    if let filter { layer["transform"] = .list([.object(["filter": .text(filter)])]) }
    return .object(layer)
  }

  var bars: [JSONValue] {
    let bars = JSONValue.object([
      "mark": .object(["tooltip": Self.tooltip, "type": .text("bar")])
    ])
    guard hasFlags else { return [bars] }
    return [
      bars,
      flagText(where: "\(value) >= 0", isBelow: false),
      flagText(where: "\(value) < 0", isBelow: true),
      // Where there is no bar, the flag says why.
      flagText(where: "!isValid(\(value))", isBelow: false, atZero: true),
    ]
  }

  private func flagText(where filter: String, isBelow: Bool, atZero: Bool = false) -> JSONValue {
    var encoding: [String: JSONValue] = [
      "color": .object(["value": .text("#333")]),
      "text": .object(["field": .text("flags"), "type": .text("nominal")]),
    ]
    if atZero {
      var zero = axes.yScale
      zero["stack"] = nil
      zero["datum"] = .number(.zero)
      encoding["y"] = .object(zero)
    }
    return .object([
      "encoding": .object(encoding),
      "mark": .object([
        "baseline": .text(isBelow ? "top" : "bottom"),
        "dy": .number(Quantity(isBelow ? 3 : -3)), "type": .text("text"),
      ]),
      "transform": .list([
        .object(["filter": .text("isValid(\(flags)) && \(filter)")]),
        .object(["as": .text("flags"), "calculate": .text("join(\(flags), '')")]),
      ]),
    ])
  }
}
