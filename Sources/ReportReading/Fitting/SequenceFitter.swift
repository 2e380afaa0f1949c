import ReportModel

/// Reads the rows of one form table from text that has one cell a line: a run of labels, then a run
/// of figures, over and over.
///
/// A blank cell leaves no line, so only a row with exactly as many figures as there are heads can
/// be read. Where labels may have slipped against their figures, the rows in between are given up.
struct SequenceFitter {
  private let labels: TableLabels
  private let others: [TableLabels]
  private let stretch: Int
  private let numbering: PageNumbering
  /// Of the lines looked at.
  private var region = 0
  private var heads: Heads?
  private var readings: [RowReading] = []
  /// Rows whose label has no figure, and rows with figures too many or without a label.
  private var starved: [Int] = []
  private var surplus: [Int] = []
  private var hasTornFigures = false

  static func read(
    _ tokens: [TextToken], stretch: Int, labels: TableLabels, others: [TableLabels],
    numbering: PageNumbering
  ) -> [RowReading] {
    let tokens = WrappedLabels.joined(tokens, labels: labels)
    var fitter = SequenceFitter(
      labels: labels, others: others, stretch: stretch, numbering: numbering)
    var index = 0
    while index < tokens.count {
      let labelEnd = tokens[index...].firstIndex(where: \.isFigure) ?? tokens.count
      var figureEnd = labelEnd
      while figureEnd < tokens.count, tokens[figureEnd].isFigure,
        figureEnd == labelEnd || !tokens[figureEnd].beginsAnew
      {
        figureEnd += 1
      }
      var next = figureEnd
      while figureEnd > labelEnd, next < tokens.count, !tokens[next].isFigure,
        FigureContinuation.isOne(tokens[next].raw)
      {
        next += 1
      }
      fitter.take(
        tokens[index..<labelEnd], figures: tokens[labelEnd..<figureEnd],
        isTorn: next > figureEnd)
      index = next
    }
    fitter.giveUpSlippedRows()
    fitter.giveUpRowsWithoutSums()
    return fitter.readings
  }

  private init(
    labels: TableLabels, others: [TableLabels], stretch: Int, numbering: PageNumbering
  ) {
    self.labels = labels
    self.others = others
    self.stretch = stretch
    self.numbering = numbering
  }

  private mutating func take(
    _ tokens: ArraySlice<TextToken>, figures: ArraySlice<TextToken>, isTorn: Bool
  ) {
    defer {
      if isTorn {
        hasTornFigures = true
        giveUpLastRow(.figureCount)
      }
    }
    region = tokens.last?.region ?? figures.first?.region ?? region
    // A page number between the note and the heads of the next page.
    if tokens.isEmpty, figures.count == 1, isPageNumber(figures.first) { return }
    let run = LabelRun(tokens, labels: labels, others: others)
    let (start, parts) = run.parts(upTo: tokens.count)
    // Unknown lines may be heads. A single one is a label with a slip in it: no heads fit there.
    let losesHeads = start > 0 && tokens.count > 1 && labels.table.blocks.count > 1
    if losesHeads { heads = nil }
    var groups: [Label] = []
    // A label without figures stands before this one: the figures may be of either.
    var isContested = false
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let isUnclear = tokens.dropFirst(part.tokens.lowerBound).prefix(part.tokens.count)
        .contains(where: \.isUnclear)
      switch part.piece {
      case .heading, .title, .foreign:
        heads = nil
        isContested = false
      case .heads(let found):
        // With a head before the first one, as after a column was added, they are more than these.
        let isPreceded =
          index == 0 && start > 0 && mayBeHead(tokens[tokens.startIndex + start - 1])
        heads = isUnclear || isPreceded ? nil : found
        isContested = false
        if isLast, let block = labels.unlabelledBlock, found.meaning(of: block) != nil {
          add(nil, seen: "", groups: [], figures: figures, at: figures.first?.place ?? found.place)
          return
        }
      case .group(let label): groups.append(label)
      case .corner: break
      case .row(let label):
        let place = tokens[tokens.startIndex + part.tokens.lowerBound].place
        add(
          label, seen: run.raw(part.tokens), groups: groups, figures: isLast ? figures : [],
          at: place)
        groups = []
        if isUnclear || (isContested && isLast) { giveUpLastRow(.labelUnclear) }
        if isLast { return }
        isContested = heads != nil
      }
    }
    guard !figures.isEmpty else { return }
    if heads != nil {
      addUnlabelled(run, isUnknown: parts.isEmpty, tokens: tokens, figures: figures)
    } else {
      addHeadless(run, tokens: tokens, figures: figures)
    }
  }

  /// Whether a line right before the first head may be one more of them, or one out of
  /// its order: 上年制发件数.
  private func mayBeHead(_ token: TextToken) -> Bool {
    if labels.columns[token.text] != nil || labels.upperHeads[token.text] != nil { return true }
    return ["数", "数量", "金额"].contains { token.raw.hasSuffix($0) }
  }

  private mutating func giveUpLastRow(_ fault: ReadingProblem.Kind) {
    guard !readings.isEmpty else { return }
    readings[readings.count - 1].fault = readings[readings.count - 1].fault ?? fault
  }

  /// The single row of a table without row labels under heads that were not recognised: nothing
  /// can be read from it, but it is there.
  private mutating func addHeadless(
    _ run: LabelRun, tokens: ArraySlice<TextToken>, figures: ArraySlice<TextToken>
  ) {
    guard let block = labels.unlabelledBlock, let place = figures.first?.place,
      labels.table.blocks[block].columns.count == figures.count,
      labels.upperHeads.keys.contains(where: { run.contains($0) })
    else { return }
    append(
      labels: [], seen: "", groups: [], figures: figures, fault: .headsUnclear, at: place)
  }

  private mutating func add(
    _ label: Label?, seen: String, groups: [Label], figures: ArraySlice<TextToken>, at place: Place
  ) {
    var fault: ReadingProblem.Kind?
    var figures = figures
    var run: DigitRun?
    if figures.contains(where: \.isUnclear) {
      fault = .figureCount
    } else if let heads {
      if let own = ownFigures(figures, under: heads) {
        figures = own
      } else if isRunTogether(figures, under: heads) {
        run = DigitRun(figures.map(\.raw))
        if run == nil { fault = .runTogether }
      } else {
        fault = .figureCount
        if figures.count <= heads.count { starved.append(readings.count) }
        if figures.count > heads.count { surplus.append(readings.count) }
      }
    }
    append(
      labels: label.map { [$0] } ?? [], seen: seen, groups: groups, figures: figures,
      fault: fault, at: place)
    readings[readings.count - 1].run = run
  }

  /// Whether figures on one line are fewer than the heads, and hold the digits of a row.
  private func isRunTogether(_ figures: ArraySlice<TextToken>, under heads: Heads) -> Bool {
    guard heads.count > 1, figures.count < heads.count,
      figures.dropFirst().allSatisfy(\.sharesLine)
    else { return false }
    let digits = figures.reduce(0) { sum, figure in
      sum + figure.raw.unicodeScalars.count { DigitRun.digit($0) != nil }
    }
    return digits >= heads.count
  }

  private func isPageNumber(_ token: TextToken?) -> Bool {
    token.map { numbering.mayBeNumber($0.raw, at: $0.place.line) } ?? false
  }

  /// The figures of a row, one a head, or `nil` where they cannot be told.
  private func ownFigures(
    _ run: ArraySlice<TextToken>, under heads: Heads
  ) -> ArraySlice<TextToken>? {
    let blocks = heads.meanings.map(\.block)
    let row = RowWithPageNumber(
      identities: blocks.first.map { labels.identities[$0] } ?? [], numbering: numbering)
    guard run.first?.sharesLine == true else { return row.figures(run, count: heads.count) }
    // The figures stand on the label's own line: what stands below is not of the row.
    let line = run.prefix { $0.sharesLine }
    let below = run[line.endIndex...]
    guard line.count == heads.count else { return nil }
    return below.isEmpty || (below.count == 1 && isPageNumber(below.first)) ? line : nil
  }

  private mutating func append(
    labels: [Label], seen: String, groups: [Label], figures: ArraySlice<TextToken>,
    fault: ReadingProblem.Kind?, at place: Place
  ) {
    readings.append(
      RowReading(
        labels: labels, seen: seen, groups: groups, heads: heads,
        figures: figures.map {
          PrintedFigure(text: $0.raw, isOpaque: $0.isUnclear, place: $0.place)
        },
        fault: fault, stretch: stretch, region: figures.first?.region ?? region,
        isOrdered: true, place: place))
  }

  /// Figures behind lines that are no row's label: perhaps a label with a slip in it, perhaps a row
  /// that the form does not have, perhaps figures that lost their label.
  private mutating func addUnlabelled(
    _ run: LabelRun, isUnknown: Bool, tokens: ArraySlice<TextToken>,
    figures: ArraySlice<TextToken>
  ) {
    var candidates: [Label] = []
    var seen = ""
    for length in 1...4 where isUnknown && length <= tokens.count {
      let (start, _) = run.parts(upTo: tokens.count - length)
      guard start == 0 || length == tokens.count else { continue }
      let raw = run.raw((tokens.count - length)..<tokens.count)
      candidates.append(Label(raw))
      if seen.isEmpty { seen = raw }
    }
    if seen.isEmpty { seen = tokens.last?.raw ?? "" }
    surplus.append(readings.count)
    guard let place = tokens.last?.place ?? figures.first?.place else { return }
    let isWhole = figures.count == heads?.count
    append(
      labels: candidates, seen: seen, groups: [], figures: figures,
      fault: isWhole ? nil : .figureCount, at: place)
  }

  /// Where the text tears figures, a row of several with a blank cell may look whole, and where no
  /// sum holds them together nothing tells.
  private mutating func giveUpRowsWithoutSums() {
    guard hasTornFigures else { return }
    for index in readings.indices {
      guard let heads = readings[index].heads, heads.count > 1,
        heads.meanings.allSatisfy({ labels.identities[$0.block].isEmpty })
      else { continue }
      readings[index].fault = readings[index].fault ?? .figureCount
    }
  }

  /// Where one label lacks figures and other figures lack a label, the labels in between may each
  /// stand before the figures of a neighbour.
  private mutating func giveUpSlippedRows() {
    guard let firstStarved = starved.first, let lastStarved = starved.last,
      let firstSurplus = surplus.first, let lastSurplus = surplus.last
    else { return }
    for index in min(firstStarved, firstSurplus)...max(lastStarved, lastSurplus)
    where readings[index].fault == nil {
      readings[index].fault = .labelUnclear
    }
  }
}
