import ReportModel

/// Shares, and what is said in comparison with the year before.
extension SentenceReader {
  mutating func takeComparison(
    _ plain: ClaimDraft, _ figure: ProseFigure, view: ClauseView, at index: Int
  ) {
    if figure.unit == "倍" { return takeTimes(plain, figure, view: view, at: index) }
    if figure.unit.hasSuffix("百分点") { return takePoints(plain, view: view) }
    var draft = plain
    let isPercent = figure.unit == "%"
    let isGrowth = view.direction != 0 || (view.isCompared && isPercent)
    let meaning = FigureMeaning(
      view, unit: figure.unit, context: context, vocabulary: vocabulary, gap: gap)
    // The figure before, unless the words name another.
    let isInBracket = view.isEmpty && brackets.last?.whole != nil
    let before =
      isInBracket
      ? brackets.last?.whole
      : drafts.indices.last {
        $0 >= first && drafts[$0].kind == .count && drafts[$0].depth == brackets.count
      }
    let isOwn = meaning.isKind || (meaning.area != nil && !view.topics.allSatisfy(\.isWeak))
    if isOwn {
      draft.meanings = meaning.meanings
      draft.area = meaning.area
      draft.word = meaning.word
      for doubt in meaning.doubts { draft.doubt(doubt.reason, doubt.words) }
    } else {
      draft.subject = before
    }
    guard isGrowth || view.isShare || isInBracket || isOwn else { return }
    if isGrowth {
      draft.kind = isPercent ? .growth : .change
      if view.direction < 0 {
        draft.value = Quantity.zero.subtracting(draft.value) ?? draft.value
      }
      if !view.isCompared { draft.doubt(.period, view.direction < 0 ? "-" : "+") }
    } else {
      draft.kind = .share
      draft.part = before.flatMap { isOwn ? nil : drafts[$0].part }
    }
    guard isOwn || draft.subject != nil else { return }
    if let yearDoubt { draft.doubt(yearDoubt.reason, yearDoubt.words) }
    drafts.append(draft)
  }

  /// 增长2倍, which some take for twice and some for three times as many; 是上年的2倍, which is twice.
  private mutating func takeTimes(
    _ plain: ClaimDraft, _ figure: ProseFigure, view: ClauseView, at index: Int
  ) {
    let isRise = view.direction > 0
    let isOfLastYear = plain.doubts.contains { Self.lastYear.contains($0.words) }
    guard isRise || (view.direction == 0 && isOfLastYear),
      let subject = drafts.indices.last(where: { $0 >= first && drafts[$0].kind == .count }),
      let times = isRise ? plain.value : plain.value.subtracting(Quantity(1)),
      let percent = times.multiplied(by: Quantity(100))
    else { return }
    var draft = plain
    draft.kind = .growth
    draft.value = percent
    draft.subject = subject
    if isRise {
      draft.doubt(.word, "倍")
      if !view.isCompared { draft.doubt(.period, "+") }
    } else {
      draft.doubts.removeAll { Self.lastYear.contains($0.words) }
    }
    if let yearDoubt { draft.doubt(yearDoubt.reason, yearDoubt.words) }
    drafts.append(draft)
  }

  private static let lastYear: Set<String> = ["去年", "上年", "上年度", "上一年", "上一年度", "去年同期", "上年同期"]

  /// 占比较上年提高3.2个百分点: of the share before.
  private mutating func takePoints(_ plain: ClaimDraft, view: ClauseView) {
    guard view.direction != 0,
      let subject = drafts.indices.last(where: { $0 >= first && drafts[$0].kind == .share })
    else { return }
    var draft = plain
    draft.kind = .points
    draft.subject = subject
    if view.direction < 0 { draft.value = Quantity.zero.subtracting(draft.value) ?? draft.value }
    if !view.isCompared { draft.doubt(.period, view.direction < 0 ? "-" : "+") }
    if let yearDoubt { draft.doubt(yearDoubt.reason, yearDoubt.words) }
    drafts.append(draft)
  }

  mutating func takeLevel(at index: Int) {
    let clause = clauses(before: index).last ?? []
    let view = self.view(clause)
    guard view.isCompared, let before = drafts.indices.last, before >= first,
      drafts[before].kind == .count
    else { return }
    var draft = ClaimDraft(
      kind: .change, value: .zero, unit: drafts[before].unit, year: namedYear,
      depth: brackets.count, passage: number, range: tokens[index].range, sentence: sentence)
    draft.subject = before
    draft.doubts = view.doubts
    // 基本持平 says that there is a little more or less.
    if passage.folded[tokens[index].range.lowerBound] == 0x57FA { draft.bound = .about }
    drafts.append(draft)
  }
}
