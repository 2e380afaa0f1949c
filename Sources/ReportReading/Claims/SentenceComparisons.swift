import ReportModel

/// Shares, and what is said in comparison with the year before.
extension SentenceReader {
  mutating func takeComparison(
    _ plain: ClaimDraft, _ figure: ProseFigure, view: ClauseView, at index: Int
  ) {
    if figure.unit == "倍" { return takeTimes(plain, figure, view: view, at: index) }
    if figure.unit.hasSuffix("百分点") { return takePoints(plain, view: view) }
    // 占比提高到70% says neither by how much nor of what.
    if view.isReached { return }
    if view.isRespective { queueSubjects(view, at: index) }
    var draft = plain
    let isPercent = figure.unit == "%"
    if isPercent, view.isEmpty, respectiveSubjects.isEmpty, takeGrowth(ofChangeBefore: plain) {
      return
    }
    let isListed = !respectiveSubjects.isEmpty && (view.isRespective || view.isEmpty)
    if view.isRespective, !isListed { return }
    let isGrowth =
      view.direction != 0 || (view.isCompared && isPercent) || (isListed && listIsGrowth)
    let meaning = FigureMeaning(
      view, unit: figure.unit, context: context, vocabulary: vocabulary, gap: gap)
    // The figure before, unless the words name another.
    let isInBracket = view.isEmpty && brackets.last?.whole != nil && !isListed
    let before =
      isListed
      ? respectiveSubjects.removeFirst()
      : isInBracket
        ? brackets.last?.whole
        : drafts.indices.last {
          $0 >= first && drafts[$0].kind == .count && drafts[$0].depth == brackets.count
        }
    let isOwn =
      !isListed && (meaning.isKind || (meaning.area != nil && !view.topics.allSatisfy(\.isWeak)))
    if isOwn {
      for doubt in scope.doubts(depth: brackets.count) { draft.doubt(doubt.reason, doubt.words) }
      draft.meanings = meaning.meanings
      draft.area = meaning.area
      draft.word = meaning.word
      for doubt in meaning.doubts { draft.doubt(doubt.reason, doubt.words) }
    } else {
      draft.subject = before
      if !isListed, !isInBracket, isOfOneOfSeveral(before, view, isGrowth: isGrowth) {
        draft.doubt(.word, passage.printed(draft.range))
      }
    }
    guard isGrowth || view.isShare || isInBracket || isOwn || isListed else { return }
    if isGrowth {
      draft.kind = isPercent ? .growth : .change
      if view.direction < 0 {
        draft.value = Quantity.zero.subtracting(draft.value) ?? draft.value
      }
      if isListed ? !listIsCompared : !view.isCompared {
        draft.doubt(.period, view.direction < 0 ? "-" : "+")
      }
    } else {
      draft.kind = .share
      // 复议85件，诉讼33件，占比分别为72%和28%: of what, the words do not say.
      let isOfOthers = before.map { drafts[$0].area != vocabulary.requests } ?? false
      if namesWholeOfShare(before: index) || isListed && isOfOthers {
        draft.doubt(.word, passage.printed(draft.range))
      }
      draft.part = before.flatMap { isOwn ? nil : drafts[$0].part }
    }
    guard isOwn || draft.subject != nil else { return }
    if let yearDoubt { draft.doubt(yearDoubt.reason, yearDoubt.words) }
    drafts.append(draft)
  }

  /// 同比增加161件（21.7%）: the growth of what the change is of.
  private mutating func takeGrowth(ofChangeBefore plain: ClaimDraft) -> Bool {
    guard drafts.count > first, let change = drafts.last, change.kind == .change,
      !tokens.contains(where: { token in
        token.figure != nil && token.range.lowerBound >= change.range.upperBound
          && token.range.upperBound <= plain.range.lowerBound
      })
    else { return false }
    var draft = plain
    draft.kind = .growth
    draft.subject = change.subject
    draft.meanings = change.meanings
    draft.area = change.area
    draft.word = change.word
    if change.value.isNegative {
      draft.value = Quantity.zero.subtracting(draft.value) ?? draft.value
    }
    for doubt in change.doubts { draft.doubt(doubt.reason, doubt.words) }
    drafts.append(draft)
    return true
  }

  /// Whether it is left open which of several figures a share or a growth is of: 受理30件，办结28件，同比
  /// 增长5%; 予以公开30件、部分公开6件，共占60%.
  private func isOfOneOfSeveral(_ before: Int?, _ view: ClauseView, isGrowth: Bool) -> Bool {
    guard let before, before >= first else { return false }
    if view.isOfAll { return true }
    let depth = drafts[before].depth
    let last = drafts.indices.last { $0 >= first && isComparison(drafts[$0]) } ?? first - 1
    let figures = drafts.indices.filter {
      $0 > last && $0 < before && drafts[$0].kind == .count && drafts[$0].depth == depth
    }
    guard let earlier = figures.last else { return false }
    let between = tokens.filter {
      $0.range.lowerBound >= drafts[earlier].range.upperBound
        && $0.range.upperBound <= drafts[before].range.lowerBound
    }
    if isGrowth { return !between.contains { $0.mark == .semicolon } }
    return !between.contains(where: \.isBoundary)
  }

  private func isComparison(_ draft: ClaimDraft) -> Bool {
    [.growth, .change, .share].contains(draft.kind)
  }

  /// 予以公开30件、部分公开6件，分别占50%、10%: as many as figures before, one by one; else nobody
  /// knows of which they are.
  private mutating func queueSubjects(_ view: ClauseView, at index: Int) {
    respectiveSubjects = []
    var count = 1
    var next = index + 1
    while next + 1 < tokens.count, isListMark(tokens[next]), let figure = tokens[next + 1].figure,
      figure.unit == tokens[index].figure?.unit
    {
      count += 1
      next += 2
    }
    let depth = brackets.count
    let list = drafts.indices.filter {
      $0 >= first && drafts[$0].kind == .count && drafts[$0].depth == depth
    }
    let last = list.suffix(count)
    guard view.topics.isEmpty, view.acts.isEmpty, last.count == count, count > 1 else { return }
    // Those of one list, or all that there are.
    let parts = Set(last.map { drafts[$0].part })
    guard parts.count == 1, parts.first != .some(nil) || list.count == count else { return }
    respectiveSubjects = Array(last)
    listIsGrowth = view.direction != 0
    listIsCompared = view.isCompared
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
    if isOfOneOfSeveral(before, view, isGrowth: true) {
      draft.doubt(.word, passage.printed(draft.range))
    }
    // 基本持平 says that there is a little more or less.
    if passage.folded[tokens[index].range.lowerBound] == 0x57FA { draft.bound = .about }
    drafts.append(draft)
  }
}
