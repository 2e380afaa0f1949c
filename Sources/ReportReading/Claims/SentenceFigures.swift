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
    for view in views {
      note(view)
      isOfDone = isOfDone || namesDone(view)
    }
    noteDisclosure(at: index)
    var draft = self.draft(figure, at: index)
    draft.bound = figure.bound ?? view.bound ?? (figure.number.isLower ? .atLeast : .exact)
    narrow(views, view)
    draft.doubts =
      view.doubts + view.foreign + views.dropLast().flatMap { Self.ofScope($0.doubts) }
    let known = drafts.count
    if ProseFigure.ratioUnits.contains(figure.unit)
      || (view.isCompared && view.direction != 0 && !view.isReached)
    {
      takeComparison(draft, figure, view: view, at: index)
    } else {
      doubtLevels(&draft, view: view, at: index)
      takeCount(draft, figure, view: view, at: index)
    }
    narrow(behind: view, figure, from: known, at: index)
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

  /// 所有办结的信息公开申请中同意公开.
  private func namesDone(_ view: ClauseView) -> Bool {
    guard let kind = view.topics.last, kind.isKind else { return false }
    let isNamed = view.topics.contains { !$0.isKind && $0.subject == vocabulary.requests }
    return isNamed
      && view.acts.contains { act in
        act.token < kind.token && !vocabulary.words[act.word].isFiller
          && vocabulary.words[act.word].acts[vocabulary.requests]?.meanings
            == [[IndicatorCode("outcome.total")]]
      }
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
    let isChange = view.direction != 0 && !view.isReached
    if !isChange {
      draft.meanings = draft.meanings.isEmpty ? meaning?.meanings ?? [] : draft.meanings
    }
    draft.area = meaning?.area ?? draft.area
    draft.isKind = meaning?.isKind ?? false
    draft.isOfDone = isOfDone
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
    takeGroup(&draft, view: view)
    for doubt in scope.doubts(depth: brackets.count) { draft.doubt(doubt.reason, doubt.words) }
    settleYear(&draft)
    drafts.append(draft)
    if draft.part == nil {
      // How requests were dealt with says nothing of what comes behind them.
      let isOther = context.actsArea == vocabulary.requests && draft.area != context.actsArea
      context.acts = view.acts.isEmpty && !isOther ? context.acts : view.acts
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
      guard let tokens = respective.removeFirst() else { return nil }
      if view.residue.isEmpty { draft.doubts = Self.ofScope(draft.doubts) }
      return meaning(of: tokens, unit: figure.unit)
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
    doubtTail(after, of: own, at: index, into: &draft)
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
    let acts = view.acts.filter { !vocabulary.words[$0.word].isFiller }
    if names.count == count, acts.isEmpty {
      respective = names.map { [$0.token] }
    } else if acts.count == count, names.count < 2 {
      // 行政复议结果维持、结果纠正分别为2件、1件.
      respective = acts.map { names.map(\.token) + [$0.token] }
    } else {
      respective = Array(repeating: nil, count: count)
    }
  }

  func isListMark(_ token: ProseToken) -> Bool {
    if token.mark == .pause || token.mark == .comma { return true }
    if case .word(let word) = token.content, case .joiner = vocabulary.words[word].role {
      return true
    }
    return false
  }
}
