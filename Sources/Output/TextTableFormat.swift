import ReportModel

/// A table for people, aligned by display width: texts to the left, figures to the right, flags
/// behind their figure, footnotes and notes below.
public struct TextTableFormat: OutputFormat {
  /// What the screen shows, as a file.
  public static let name = "text"
  /// A file to be read by people; no program is meant to read it back.
  public static let fileNameEnds = [".txt"]

  private static let gap = 2
  private let options: OutputOptions

  /// - Parameter options: all of them count here.
  public init(options: OutputOptions) {
    self.options = options
  }

  /// Heads, a line for each row, then the footnotes. Every result can be shown: it never throws.
  public func encode(_ table: ResultTable) throws(OutputError) -> [UInt8] {
    DisplayWidth.$ofAmbiguous.withValue(options.ambiguousWidth) { text(of: table) }
  }

  private func text(of table: ResultTable) -> [UInt8] {
    let columns = fitted(table.columns.indices.map { column($0, of: table) })
    var lines = headingLines(of: columns)
    lines.append(line(columns.map { String(repeating: "-", count: $0.totalWidth) }))
    for row in table.rows.indices {
      lines += rowLines(columns, row)
    }
    for footnote in table.footnotes { lines += note(footnote.flag.rawValue, footnote.text) }
    for text in table.notes { lines += note("-", text) }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// A column as it will be printed.
  private struct Column {
    let heading: WrappedText
    let isFigure: Bool
    let isCode: Bool
    /// How its codes may be broken over lines, where all else has not made the table fit.
    var breaking = BrokenCode.Breaking.nowhere
    let isLabel: Bool
    let texts: [String]
    let flags: [String]
    /// The widest value.
    let valueWidth: Int
    var textWidth: Int
    let flagWidth: Int

    var totalWidth: Int { textWidth + (flagWidth > 0 ? flagWidth + 1 : 0) }

    /// The width below which something other than a text would be cut.
    var narrowest: Int {
      let underHeading = heading.narrowest - (totalWidth - textWidth)
      if isLabel { return max(min(valueWidth, narrowestLabel), underHeading) }
      if isCode, breaking != .nowhere { return max(narrowestBroken, underHeading) }
      return isFigure || isCode
        ? max(valueWidth, underHeading)
        : max(min(max(valueWidth, underHeading), narrowestText), underHeading)
    }

    /// The width below which a code would be broken where it must not be.
    private var narrowestBroken: Int {
      let least = min(valueWidth, narrowestCode)
      guard breaking == .betweenWords else { return least }
      return max(least, texts.map { BrokenCode($0).widestWord }.max() ?? 0)
    }

    func aligned(_ text: String, flags: String) -> String {
      let shown = isFigure ? text : DisplayWidth.shortened(text, to: textWidth)
      let field =
        isFigure
        ? DisplayWidth.leftPadded(shown, to: textWidth) : DisplayWidth.padded(shown, to: textWidth)
      return flagWidth > 0 ? field + " " + DisplayWidth.padded(flags, to: flagWidth) : field
    }
  }

  /// A row: one line, or several where a label or a code is broken. All else stands where the label
  /// ends, which is where the codes begin.
  private func rowLines(_ columns: [Column], _ row: Int) -> [String] {
    let labels = columns.map { column in
      column.isLabel ? IndentedLabel(column.texts[row]).lines(width: column.textWidth) : []
    }
    let main = max(1, labels.map(\.count).max() ?? 1) - 1
    let codes = columns.map { column in
      column.isCode ? BrokenCode(column.texts[row]).lines(width: column.textWidth) : []
    }
    let height = main + max(1, codes.map(\.count).max() ?? 1)
    return (0..<height).map { number in
      line(
        columns.indices.map { index in
          let column = columns[index]
          if column.isLabel || column.isCode {
            let lines = column.isLabel ? labels[index] : codes[index]
            let own = column.isLabel ? number : number - main
            let flags = column.isCode && own == 0 ? column.flags[row] : ""
            return column.aligned(lines.indices.contains(own) ? lines[own] : "", flags: flags)
          }
          return column.aligned(
            number == main ? column.texts[row] : "", flags: number == main ? column.flags[row] : "")
        })
    }
  }

  private func headingLines(of columns: [Column]) -> [String] {
    let wrapped = columns.map { $0.heading.lines(width: $0.totalWidth) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { number in
      line(
        zip(columns, wrapped).map { column, lines in
          // Headings end at the line above the figures, however many lines they have.
          let index = number - (height - lines.count)
          let text = index >= 0 ? lines[index] : ""
          return column.isFigure
            ? DisplayWidth.leftPadded(text, to: column.totalWidth)
            : DisplayWidth.padded(text, to: column.totalWidth)
        })
    }
  }

  /// The mark, and behind it the text, broken where a line would be wider than the table may be.
  private func note(_ mark: String, _ text: LocalizedText) -> [String] {
    let indent = 3
    let text = HarmlessText.of(text.text(in: options.language))
    let width = options.maximumWidth > 0 ? options.maximumWidth - indent : Int.max
    return WrappedText(text).lines(width: width).enumerated().map { number, line in
      DisplayWidth.padded(number == 0 ? mark : "", to: indent) + line
    }
  }

  private func column(_ index: Int, of table: ResultTable) -> Column {
    let column = table.columns[index]
    let heading = WrappedText(HarmlessText.of(column.heading.text(in: options.language)))
    let texts = table.rows.map { text(of: $0[index], in: column) }
    let flags = table.rows.map { shownFlags(of: $0[index]) }
    let width = texts.map(DisplayWidth.width(of:)).max() ?? 0
    let flagWidth = flags.map(DisplayWidth.width(of:)).max() ?? 0
    // A heading stands over the figure and its flags together.
    let headingWidth = heading.widest - (flagWidth > 0 ? flagWidth + 1 : 0)
    return Column(
      heading: heading, isFigure: column.kind.isFigure, isCode: column.kind == .code,
      isLabel: column.kind == .label, texts: texts, flags: flags,
      valueWidth: width, textWidth: max(width, headingWidth), flagWidth: flagWidth)
  }

  /// `:` stands in the place of the value already; behind it, it would say nothing new.
  private func shownFlags(of value: ResultValue) -> String {
    let shown = value.content == .missing ? value.flags.filter { $0 != .notAvailable } : value.flags
    return shown.map(\.rawValue).joined()
  }

  private func text(of value: ResultValue, in column: ResultColumn) -> String {
    switch value.content {
    case .missing:
      // What cannot be there looks different from what only is not there.
      value.flags.contains(.notAvailable)
        ? Flag.notAvailable.rawValue : column.kind.isFigure ? options.nullText : ""
    case .text(let text): HarmlessText.of(text)
    case .term(_, let label): HarmlessText.of(label.text(in: options.language))
    case .number(let number): self.text(of: number, in: column.kind)
    }
  }

  private func text(of number: Quantity, in kind: ResultColumn.Kind) -> String {
    switch kind {
    case .share: inHundredths(number) + "%"
    case .points: inHundredths(number) + (options.language == .chinese ? "个百分点" : " pp")
    case .figure: options.groupsThousands ? grouped(number.description) : number.description
    case .text, .code, .label, .year: number.description
    }
  }

  /// `-12345.67` as `-12,345.67`.
  private func grouped(_ number: String) -> String {
    let parts = number.split(separator: ".", maxSplits: 1)
    let sign = number.hasPrefix("-") ? "-" : ""
    let digits = Array(parts[0].dropFirst(sign.count))
    var whole = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { whole += "," }
      whole.append(digit)
    }
    return sign + whole + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// Rounded once, from the exact value, and with all its decimals: `12.0` for 0.12.
  private func inHundredths(_ share: Quantity) -> String {
    guard let percent = share.multiplied(by: Quantity(100)) else { return share.description }
    let rounded = percent.rounded(toDigits: options.shareDecimals)
    var text = rounded.description
    let missing = options.shareDecimals - rounded.scale
    if missing > 0 {
      if rounded.scale == 0 { text += "." }
      text += String(repeating: "0", count: missing)
    }
    return text
  }

  private func line(_ fields: [String]) -> String {
    let joined = fields.joined(separator: String(repeating: " ", count: Self.gap))
    guard let last = joined.lastIndex(where: { $0 != " " }) else { return "" }
    return String(joined[...last])
  }

  /// Makes columns narrower until the table fits: headings are broken over lines first, then texts
  /// are shortened, the widest first; where that is not enough, codes are broken over lines. Figures
  /// are never cut, even where the table does not fit.
  private func fitted(_ columns: [Column]) -> [Column] {
    guard options.maximumWidth > 0 else { return columns }
    var fitted = columns
    for breaking in [BrokenCode.Breaking.nowhere, .betweenWords, .anywhere] {
      fitted = narrowed(
        columns.map { column in
          var column = column
          column.breaking = column.isCode ? breaking : .nowhere
          return column
        })
      if excess(of: fitted) <= 0 { break }
    }
    return fitted
  }

  /// What is made narrower, in this order.
  private enum Narrowing {
    case headings, codes, texts
  }

  /// By how much the table is wider than it may be.
  private func excess(of columns: [Column]) -> Int {
    columns.reduce(0) { $0 + $1.totalWidth } + Self.gap * max(0, columns.count - 1)
      - options.maximumWidth
  }

  private func narrowed(_ columns: [Column]) -> [Column] {
    var columns = columns
    var excess = excess(of: columns)
    guard excess > 0 else { return columns }
    // Looked up once: it goes through all rows, and does not change with the width.
    let narrowest = columns.map(\.narrowest)
    for step in [Narrowing.headings, .codes, .texts] {
      while excess > 0 {
        let shrinkable = columns.indices.filter { index in
          let column = columns[index]
          let isWhole = step == .headings || (step == .codes && !column.isCode)
          let floor =
            isWhole ? max(narrowest[index], column.valueWidth) : narrowest[index]
          return column.textWidth > floor
        }
        guard let widest = shrinkable.max(by: { columns[$0].textWidth < columns[$1].textWidth })
        else { break }
        columns[widest].textWidth -= 1
        excess -= 1
      }
    }
    return columns
  }
}

/// No text column is made narrower than this to fit a width.
private let narrowestText = 8
/// Nor is a column of labels, which are broken over lines.
private let narrowestLabel = 20
/// Nor one of codes.
private let narrowestCode = 16

extension ResultColumn.Kind {
  /// Whether its values are figures, which stand to the right.
  fileprivate var isFigure: Bool {
    switch self {
    case .text, .code, .label: false
    case .year, .figure, .share, .points: true
    }
  }
}
