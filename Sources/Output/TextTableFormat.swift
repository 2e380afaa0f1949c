import ReportModel

/// A table for people, aligned by display width: texts to the left, figures to the right, flags
/// behind their figure, footnotes below.
public struct TextTableFormat: OutputFormat {
  public static let name = "text"
  public static let fileNameEnds = [".txt"]

  private static let gap = 2
  /// No text column is made narrower than this to fit a width.
  private static let narrowestText = 8

  private let options: OutputOptions

  public init(options: OutputOptions) {
    self.options = options
  }

  public func encode(_ table: ResultTable) throws(OutputError) -> [UInt8] {
    let columns = fitted(table.columns.indices.map { column($0, of: table) })
    var lines = [line(columns.map { $0.aligned($0.heading, flags: "") })]
    lines.append(line(columns.map { String(repeating: "-", count: $0.totalWidth) }))
    for row in table.rows.indices {
      lines.append(line(columns.map { $0.aligned($0.texts[row], flags: $0.flags[row]) }))
    }
    for footnote in table.footnotes {
      lines.append(
        DisplayWidth.padded(footnote.flag.rawValue, to: 3)
          + HarmlessText.of(footnote.text.text(in: options.language)))
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// A column as it will be printed.
  private struct Column {
    let heading: String
    let isFigure: Bool
    let texts: [String]
    let flags: [String]
    var textWidth: Int
    let flagWidth: Int

    var totalWidth: Int { textWidth + (flagWidth > 0 ? flagWidth + 1 : 0) }

    func aligned(_ text: String, flags: String) -> String {
      let shown = isFigure ? text : DisplayWidth.shortened(text, to: textWidth)
      let field =
        isFigure
        ? DisplayWidth.leftPadded(shown, to: textWidth) : DisplayWidth.padded(shown, to: textWidth)
      return flagWidth > 0 ? field + " " + DisplayWidth.padded(flags, to: flagWidth) : field
    }
  }

  private func column(_ index: Int, of table: ResultTable) -> Column {
    let column = table.columns[index]
    let heading = HarmlessText.of(column.heading.text(in: options.language))
    let texts = table.rows.map { text(of: $0[index], in: column) }
    let flags = table.rows.map { shownFlags(of: $0[index]) }
    let width = ([heading] + texts).map(DisplayWidth.width(of:)).max() ?? 0
    return Column(
      heading: heading, isFigure: column.kind != .text, texts: texts, flags: flags,
      textWidth: width, flagWidth: flags.map(DisplayWidth.width(of:)).max() ?? 0)
  }

  /// `:` stands in the place of the value already; behind it, it would say nothing new.
  private func shownFlags(of value: ResultValue) -> String {
    let shown = value.content == .missing ? value.flags.filter { $0 != .notAvailable } : value.flags
    return shown.map(\.rawValue).joined()
  }

  private func text(of value: ResultValue, in column: ResultColumn) -> String {
    switch value.content {
    case .missing: column.kind == .text ? "" : options.nullText
    case .text(let text): HarmlessText.of(text)
    case .term(_, let label): HarmlessText.of(label.text(in: options.language))
    case .number(let number): column.kind == .share ? percentage(number) : number.description
    }
  }

  /// Rounded once, from the exact value, and with all its decimals: `12.0%`.
  private func percentage(_ share: Quantity) -> String {
    guard let percent = share.multiplied(by: Quantity(100)) else { return share.description }
    let rounded = percent.rounded(toDigits: options.shareDecimals)
    var text = rounded.description
    let missing = options.shareDecimals - rounded.scale
    if missing > 0 {
      if rounded.scale == 0 { text += "." }
      text += String(repeating: "0", count: missing)
    }
    return text + "%"
  }

  private func line(_ fields: [String]) -> String {
    let joined = fields.joined(separator: String(repeating: " ", count: Self.gap))
    guard let last = joined.lastIndex(where: { $0 != " " }) else { return "" }
    return String(joined[...last])
  }

  /// Makes the widest text columns narrower, a column of the screen at a time, until the table
  /// fits or no text is left to shorten.
  private func fitted(_ columns: [Column]) -> [Column] {
    guard options.maximumWidth > 0 else { return columns }
    var columns = columns
    var excess =
      columns.reduce(0) { $0 + $1.totalWidth } + Self.gap * max(0, columns.count - 1)
      - options.maximumWidth
    while excess > 0 {
      let shrinkable = columns.indices.filter {
        !columns[$0].isFigure && columns[$0].textWidth > Self.narrowestText
      }
      guard let widest = shrinkable.max(by: { columns[$0].textWidth < columns[$1].textWidth })
      else { break }
      columns[widest].textWidth -= 1
      excess -= 1
    }
    return columns
  }
}
