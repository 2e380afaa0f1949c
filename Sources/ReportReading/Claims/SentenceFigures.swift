import ReportModel

/// What the counts and amounts of a sentence are of.
extension SentenceReader {
  mutating func take(_ figure: ProseFigure, at index: Int) {
    let clauses = self.clauses(before: index)
    segmentStart = index + 1
    let views = clauses.map { self.view($0) }
    var view = views[views.count - 1]
    let isBare =
      view.topics.allSatisfy(\.isWeak) && view.acts.isEmpty
      && (view.isEmpty || !view.applicants.isEmpty)
    if isBare, !view.isShare, !view.isCompared, clauses.count > 1,
      !(clauses.last ?? []).isEmpty, respective.isEmpty
    {
      // 收到政府信息公开申请，共计20件; 新收申请中，自然人提出20件.
      let wider = self.view(clauses[clauses.count - 2] + (clauses.last ?? []))
      if !wider.topics.isEmpty || !wider.acts.isEmpty { view = wider }
    }
    for view in views { note(view) }
    var draft = self.draft(figure, at: index)
    draft.bound = figure.bound ?? view.bound ?? (figure.number.isLower ? .atLeast : .exact)
    if drafts.count == first { headDoubts = views.flatMap { Self.ofScope($0.doubts) } }
    draft.doubts =
      view.doubts + view.foreign + views.dropLast().flatMap { Self.ofScope($0.doubts) }
    let known = drafts.count
    if ProseFigure.ratioUnits.contains(figure.unit) || (view.isCompared && view.direction != 0) {
      takeComparison(draft, figure, view: view, at: index)
    } else {
      takeCount(draft, figure, view: view, at: index)
    }
    if let upper = figure.upper, drafts.count > known { takeRange(to: upper) }
  }

  /// 3至5件 is at least 3 and at most 5.
  private mutating func takeRange(to upper: ProseNumber) {
    var end = drafts[drafts.count - 1]
    let isFall = end.value.isNegative
    drafts[drafts.count - 1].bound = isFall ? .atMost : .atLeast
    end.bound = isFall ? .atLeast : .atMost
    end.value = isFall ? Quantity.zero.subtracting(upper.value) ?? upper.value : upper.value
    end.decimals = upper.decimals
    drafts.append(end)
  }

  func draft(_ figure: ProseFigure, at index: Int) -> ClaimDraft {
    ClaimDraft(
      kind: .count, value: figure.number.value, decimals: figure.number.decimals,
      unit: figure.unit, year: namedYear, depth: brackets.count, passage: number,
      range: tokens[index].range, sentence: sentence)
  }

  /// Doubts that hold for more than the figure beside them.
  static func ofScope(_ doubts: [Claim.Doubt]) -> [Claim.Doubt] {
    doubts.filter { [.body, .period, .subset].contains($0.reason) }
  }

  mutating func takeCount(
    _ plain: ClaimDraft, _ figure: ProseFigure, view: ClauseView, at index: Int
  ) {
    var draft = plain
    let meaning = self.meaning(of: figure, view: view, at: index, into: &draft)
    // 增加20件 without a word on what is compared is no count of anything.
    let isChange = view.direction != 0
    if !isChange {
      draft.meanings = draft.meanings.isEmpty ? meaning?.meanings ?? [] : draft.meanings
    }
    draft.area = meaning?.area ?? draft.area
    draft.isKind = meaning?.isKind ?? false
    draft.word = meaning?.word ?? draft.word
    for doubt in meaning?.doubts ?? [] { draft.doubt(doubt.reason, doubt.words) }
    // 一件, 两项 with nothing that they could be of are no statement.
    guard !draft.meanings.isEmpty || !figure.number.isChinese else { return }
    // Beside the text, pages count their visitors.
    guard !draft.meanings.isEmpty || (!figure.unit.isEmpty && isRunningText) else { return }
    if !draft.applicants.isEmpty, !draft.isKind, draft.part == nil, !draft.isOfSeveral,
      let whole = figuresOfRequests(from: firstOfPassage).last(where: {
        drafts[$0].meanings == draft.meanings
      })
    {
      setPart(&draft, of: whole, key: "applicants")
    }
    link(&draft, view: view)
    nameWhole(&draft, view: view)
    if drafts.count > first, draft.depth == 0 || draft.part == nil {
      for doubt in headDoubts where doubt.reason != .subset {
        draft.doubt(doubt.reason, doubt.words)
      }
    }
    if let yearDoubt { draft.doubt(yearDoubt.reason, yearDoubt.words) }
    drafts.append(draft)
    // 其中县民政局1件 says nothing of the others.
    if drafts.count == first + 1, draft.part != nil { headDoubts = [] }
    if draft.part == nil {
      context.acts = view.acts.isEmpty ? context.acts : view.acts
      context.actsArea = draft.area ?? context.actsArea
    }
    context.area = draft.area ?? context.area
    if draft.isKind { context.kinds += 1 }
  }

  mutating func meaning(
    of figure: ProseFigure, view: ClauseView, at index: Int, into draft: inout ClaimDraft
  ) -> FigureMeaning? {
    if view.isRespective { queue(view, at: index) }
    if !respective.isEmpty, view.isRespective || view.isEmpty {
      guard let topic = respective.removeFirst().topic else { return nil }
      if view.residue.isEmpty { draft.doubts = Self.ofScope(draft.doubts) }
      return meaning(of: [topic.token], unit: figure.unit)
    }
    respective = []
    if !view.applicants.isEmpty {
      draft.applicants = view.applicants
      let hasOwn = view.topics.contains { $0.isKind } || !view.acts.isEmpty
      if !hasOwn, takeWhole(into: &draft, printed: view.topics.last?.text) { return nil }
    }
    let own = FigureMeaning(
      view, unit: figure.unit, context: context, vocabulary: vocabulary, gap: gap)
    let after = self.view(tokensBehind(index))
    if own.area == nil, view.residue.isEmpty, !view.isShare,
      let other = behind(after, figure, into: &draft)
    {
      return other
    }
    guard !after.residue.isEmpty else { return own }
    // 处理了10起网络热点: what is counted stands behind.
    if view.topics.isEmpty { return nil }
    for residue in after.residue { draft.doubt(.wording, residue) }
    return own
  }

  /// 其中自然人371件: of the one figure of requests before, or nobody knows of which.
  mutating func takeWhole(into draft: inout ClaimDraft, printed: String?) -> Bool {
    let inSentence = figuresOfRequests(from: first)
    let wholes = inSentence.isEmpty ? figuresOfRequests(from: firstOfPassage) : inSentence
    guard let whole = wholes.last else { return false }
    draft.area = vocabulary.requests
    draft.word = drafts[whole].word
    if let last = drafts.last, drafts.count > first, !last.applicants.isEmpty, !last.isKind,
      last.area == vocabulary.requests, last.kind == .count
    {
      // 自然人20件，商业企业3件: of the same.
      draft.meanings = last.meanings
      draft.word = last.word
      draft.part = last.part
      draft.isOfSeveral = last.isOfSeveral
      return true
    }
    let isMarked = brackets.last?.whole.map(wholes.contains) ?? false
    if wholes.count == 1 || isMarked {
      let known = isMarked ? brackets.last?.whole ?? whole : whole
      draft.meanings = drafts[known].meanings
      if draft.part == nil { setPart(&draft, of: known, key: "applicants") }
      return true
    }
    for other in wholes {
      draft.meanings += drafts[other].meanings.filter { !draft.meanings.contains($0) }
    }
    draft.word = printed ?? draft.word
    draft.isOfSeveral = true
    return true
  }

  func tokensBehind(_ index: Int) -> [Int] {
    var after: [Int] = []
    for next in tokens.indices.dropFirst(index + 1) {
      if tokens[next].isBoundary || tokens[next].figure != nil || tokens[next].mark == .pause {
        break
      }
      after.append(next)
    }
    return after
  }

  /// 另有72件顺延到下年度, 有1件涉及政府信息公开的行政复议.
  func behind(
    _ view: ClauseView, _ figure: ProseFigure, into draft: inout ClaimDraft
  ) -> FigureMeaning? {
    let strong = view.topics.filter { !$0.isWeak }
    guard let last = strong.last, last.isKind || vocabulary.proceedings.contains(last.subject)
    else { return nil }
    draft.doubts += view.doubts + view.foreign
    return FigureMeaning(
      view, unit: figure.unit, context: context, vocabulary: vocabulary, gap: gap)
  }

  func meaning(of indices: [Int], unit: String) -> FigureMeaning {
    FigureMeaning(
      view(indices), unit: unit, context: context, vocabulary: vocabulary, gap: gap)
  }

  /// A、B、C分别为1件、2件、3件: as many figures as names, or nobody knows.
  mutating func queue(_ view: ClauseView, at index: Int) {
    var count = 1
    var next = index + 1
    while next + 1 < tokens.count, isListMark(tokens[next]), tokens[next + 1].figure != nil {
      count += 1
      next += 2
    }
    let names = view.topics.filter { !$0.isWeak }
    let fits = names.count == count
    respective = (0..<count).map { (fits ? names[$0] : nil, $0 == count - 1) }
  }

  func isListMark(_ token: ProseToken) -> Bool {
    if token.mark == .pause || token.mark == .comma { return true }
    if case .word(let word) = token.content, case .joiner = vocabulary.words[word].role {
      return true
    }
    return false
  }
}
