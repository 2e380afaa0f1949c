import ReportModel

/// Reads the rows of a statistics table from text that has one cell a line, or a row on a line:
/// label, unit, figures, over and over.
struct StatisticsText {
  private let labels: StatisticsLabels
  private let tokens: [TextToken]
  private let numbering: PageNumbering
  private var resolver: StatisticsResolver
  private var heads: StatisticsHeads?
  private(set) var years: Set<Int> = []
  /// Readings of labels without figures, and of figures too many or without a label.
  private var starved: [Int] = []
  private var surplus: [Int] = []

  /// - Returns: the rows, and the years that the heads name.
  static func read(
    _ tokens: [TextToken], stretch: Int, labels: StatisticsLabels, numbering: PageNumbering
  ) -> (readings: [RowReading], years: Set<Int>) {
    guard tokens.contains(where: { labels.mayBeRowHead($0.raw) }) else { return ([], []) }
    var text = StatisticsText(
      labels: labels, tokens: tokens.flatMap(Self.pieces), numbering: numbering, stretch: stretch)
    text.read()
    return (text.withoutSlippedRows(), text.years)
  }

  private init(
    labels: StatisticsLabels, tokens: [TextToken], numbering: PageNumbering, stretch: Int
  ) {
    self.labels = labels
    self.tokens = tokens
    self.numbering = numbering
    resolver = StatisticsResolver(labels, stretch: stretch, isOrdered: true)
  }

  /// 收到申请数 件 on one line is a label and its unit, and so are heads on one line.
  private static func pieces(of token: TextToken) -> [TextToken] {
    let words = token.raw.unicodeScalars.split(whereSeparator: WhiteSpace.contains)
    guard !token.isFigure, words.count > 1 else { return [token] }
    return words.enumerated().compactMap { index, word in
      let raw = String(word)
      let isFigure = FigureReading.isFigureLike(raw)
      if !isFigure, FoldedText(raw).isEmpty { return nil }
      return TextToken(
        raw: raw, text: isFigure ? FoldedText() : FoldedText(raw), isFigure: isFigure,
        sharesLine: index > 0 || token.sharesLine, beginsAnew: index == 0 && token.beginsAnew,
        isUnclear: token.isUnclear, region: token.region, place: token.place)
    }
  }

  private mutating func read() {
    var index = 0
    while index < tokens.count {
      if let end = takeHeads(at: index) {
        index = end
        continue
      }
      guard heads != nil else {
        index += 1
        continue
      }
      var labelEnd = index
      while labelEnd < tokens.count, !tokens[labelEnd].isFigure, matchHeads(at: labelEnd) == nil {
        labelEnd += 1
      }
      var figureEnd = labelEnd
      while figureEnd < tokens.count, tokens[figureEnd].isFigure { figureEnd += 1 }
      var next = figureEnd
      while figureEnd > labelEnd, next < tokens.count, !tokens[next].isFigure,
        tokens[next].text != Self.among, FigureContinuation.isOne(tokens[next].raw)
      {
        next += 1
      }
      take(index..<labelEnd, figures: labelEnd..<figureEnd, isTorn: next > figureEnd)
      index = next
    }
  }

  // MARK: Heads

  /// Heads may be torn over so many lines.
  private static let mostHeadLines = 10

  private func matchHeads(
    at start: Int
  ) -> (end: Int, columns: [StatisticsColumn])? {
    guard labels.mayBeRowHead(tokens[start].raw) else { return nil }
    var text = FoldedText()
    var ends: [Int: Int] = [:]
    for index in start..<min(tokens.count, start + Self.mostHeadLines) {
      if tokens[index].isUnclear { break }
      text.append(FoldedText(tokens[index].raw))
      ends[text.count] = index + 1
    }
    guard let found = labels.heads(in: text), let end = ends[found.length] else { return nil }
    return (end, found.columns)
  }

  private mutating func takeHeads(at start: Int) -> Int? {
    guard let found = matchHeads(at: start) else { return nil }
    resolver.interrupt()
    // Another head behind them, and nobody knows which figure is whose.
    guard found.end < tokens.count, !parts(found.end..<tokens.count, only: 1).isEmpty else {
      heads = nil
      return found.end
    }
    heads = StatisticsHeads(columns: found.columns, place: tokens[start].place)
    years.formUnion(found.columns.compactMap(\.year))
    return found.end
  }

  // MARK: Rows

  private enum Piece {
    case row(Label)
    case group(Label)
    case counter
    /// 其中 on a line of its own.
    case among
  }

  private static let among = FoldedText("其中")

  private struct Part {
    /// `nil` for a line that is nothing of the form's.
    let piece: Piece?
    let tokens: Range<Int>
  }

  /// A label may be torn over so many lines.
  private static let mostLabelLines = 6

  /// The labels and units of a run of lines, from left to right.
  ///
  /// - Parameter only: how many known parts are wanted; the run must begin with them.
  private func parts(_ run: Range<Int>, only: Int? = nil) -> [Part] {
    var parts: [Part] = []
    var index = run.lowerBound
    while index < run.upperBound, parts.count < only ?? Int.max {
      let longest = min(Self.mostLabelLines, run.upperBound - index)
      let part = stride(from: longest, through: 1, by: -1).lazy
        .compactMap { length in
          self.piece(index..<(index + length)).map {
            Part(piece: $0, tokens: index..<(index + length))
          }
        }.first
      guard let part else {
        if only != nil { return [] }
        parts.append(Part(piece: nil, tokens: index..<(index + 1)))
        index += 1
        continue
      }
      parts.append(part)
      index = part.tokens.upperBound
    }
    return parts
  }

  private func piece(_ range: Range<Int>) -> Piece? {
    guard !tokens[range].contains(where: \.isFigure) else { return nil }
    if range.count == 1, labels.isCounter(tokens[range.lowerBound].text) { return .counter }
    if range.count == 1, tokens[range.lowerBound].text == Self.among { return .among }
    let label = StatisticsLabels.label(raw(range))
    if !labels.candidates(for: label).isEmpty { return .row(label) }
    return labels.isGroup(label) ? .group(label) : nil
  }

  private func raw(_ range: Range<Int>) -> String {
    tokens[range].map(\.raw).joined()
  }

  private mutating func take(_ run: Range<Int>, figures: Range<Int>, isTorn: Bool) {
    guard let heads else { return }
    let parts = parts(run)
    let unknown = parts.filter { $0.piece == nil }.count
    // Prose, or another table, has begun.
    guard unknown < max(2, parts.count) else {
      self.heads = nil
      return
    }
    var line: StatisticsLine?
    /// Whether labels without figures stand right above: the figures may be theirs.
    var isContested = false
    var lastGroup: Label?
    for part in parts {
      lastGroup = nil
      switch part.piece {
      case .row(let label):
        if let starving = line {
          starve(starving, heads)
          isContested = true
        }
        line = newLine(at: part.tokens, label: label)
      case .counter where line?.unit == "":
        line?.unit = tokens[part.tokens.lowerBound].raw
      case .group(let label):
        if let starving = line { starve(starving, heads) }
        line = nil
        resolver.interrupt()
        lastGroup = label
      case .among: break
      case .counter, nil:
        if let starving = line { starve(starving, heads) }
        line = nil
        resolver.interrupt()
      }
    }
    guard !figures.isEmpty else {
      if let line { starve(line, heads) }
      return
    }
    guard var line else {
      let isGroupsLine = lastGroup != nil && newLine(figures, nil).hasNoNumbers
      if !isGroupsLine { addUnlabelled(run, figures, heads) }
      return
    }
    line.figures = newLine(figures, nil).figures
    if isContested, line.unit?.isEmpty != false { line.fault = .labelUnclear }
    if tokens[run].contains(where: \.isUnclear) { line.fault = .labelUnclear }
    if let fault = fault(of: figures, isTorn: isTorn) { line.fault = fault }
    if figures.count > heads.columns.count { surplus.append(resolver.readings.count) }
    if figures.count < heads.columns.count { starved.append(resolver.readings.count) }
    resolver.take(line, under: heads)
  }

  private func newLine(at range: Range<Int>, label: Label?) -> StatisticsLine {
    StatisticsLine(
      label: label, seen: raw(range), unit: "", region: tokens[range.lowerBound].region,
      place: tokens[range.lowerBound].place)
  }

  private func newLine(_ figures: Range<Int>, _ label: Label?) -> StatisticsLine {
    var line = newLine(at: figures, label: label)
    line.figures = tokens[figures].map {
      PrintedFigure(text: $0.raw, isOpaque: $0.isUnclear, place: $0.place)
    }
    return line
  }

  private mutating func starve(_ line: StatisticsLine, _ heads: StatisticsHeads) {
    var line = line
    line.fault = .figureCount
    starved.append(resolver.readings.count)
    resolver.take(line, under: heads)
  }

  private mutating func addUnlabelled(
    _ run: Range<Int>, _ figures: Range<Int>, _ heads: StatisticsHeads
  ) {
    var line = newLine(figures, run.isEmpty ? nil : StatisticsLabels.label(raw(run)))
    line.seen = raw(run)
    line.unit = nil
    // Two rows with figures of their own would have their labels between them.
    line.fault = .labelUnclear
    surplus.append(resolver.readings.count)
    resolver.take(line, under: heads)
  }

  /// Why the figures of a row cannot be told.
  private func fault(of figures: Range<Int>, isTorn: Bool) -> ReadingProblem.Kind? {
    guard let heads, !isTorn, figures.count == heads.columns.count,
      !tokens[figures].dropFirst().contains(where: \.beginsAnew)
    else { return .figureCount }
    let own = tokens[figures]
    // Figures on the label's own line and others below it are not of one row.
    let onLine = own.filter(\.sharesLine).count
    guard onLine == 0 || onLine == own.count else { return .figureCount }
    let mayBePage =
      onLine == 0
      && own.contains { numbering.mayBeNumber($0.raw, at: $0.place.line) }
    return mayBePage ? .figureCount : nil
  }

  /// Where one label lacks figures and other figures lack a label, the labels in between may each
  /// stand before the figures of a neighbour.
  private func withoutSlippedRows() -> [RowReading] {
    var readings = resolver.readings
    guard let firstStarved = starved.first, let lastStarved = starved.last,
      let firstSurplus = surplus.first, let lastSurplus = surplus.last
    else { return readings }
    let last = min(max(lastStarved, lastSurplus), readings.count - 1)
    for index in min(firstStarved, firstSurplus)...last where readings[index].fault == nil {
      readings[index].fault = .labelUnclear
    }
    return readings
  }
}
