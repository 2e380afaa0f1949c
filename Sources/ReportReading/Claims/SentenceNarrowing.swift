import ReportModel

/// What narrows the figures of a sentence, and what has to do with other years.
extension SentenceReader {
  /// Takes to mind what the clauses since the last figure say of the figures behind them, before the
  /// figure is taken.
  mutating func narrow(_ views: [ClauseView], _ own: ClauseView) {
    scope.finish(isComplete)
    let isHead = drafts.count == first
    let depth = brackets.count
    for view in views.dropLast() {
      if view.namesYear { scope.restartYear() }
      let narrowings = view.narrowings(withWording: false)
      if narrowings.isEmpty {
        if view.namesBody { scope.restart(view) }
      } else {
        scope.replace(narrowings, depth: depth)
        scope.narrow(narrowings, depth: depth, isHead: isHead)
      }
    }
    let narrowings = own.narrowings(withWording: true)
    if narrowings.isEmpty {
      let isNamed = own.topics.contains { !$0.isWeak && !$0.isKind }
      if isNamed || own.namesBody { scope.restart(own) }
    } else {
      scope.replace(narrowings, depth: depth)
    }
  }

  /// What stands beside a figure narrows the next ones too.
  mutating func narrow(
    behind view: ClauseView, _ figure: ProseFigure, from known: Int, at index: Int
  ) {
    // What is counted in other units says nothing of requests.
    let units = vocabulary.subjects[vocabulary.requests].units
    guard units.contains(figure.unit), drafts.count > known, let last = drafts.last else { return }
    let isHead = known == first
    // In a list of parts each is narrowed by itself.
    let isPart = last.part != nil
    scope.narrow(
      view.narrowings(withWording: true), depth: brackets.count, isHead: isHead && !isPart,
      part: last.part)
    // 新收的902件中: what follows is of these alone, and not of all.
    let behind = tokens[index...].dropFirst().prefix { !$0.isBoundary && $0.figure == nil }
    if let end = behind.last, case .word(let word) = end.content, vocabulary.words[word].isFiller,
      ["中", "里"].contains(ProseFold.string(passage.folded[end.range])),
      last.meanings != [[IndicatorCode("outcome.total")]]
    {
      scope.narrow(
        [Claim.Doubt(.subset, passage.printed(last.range))], depth: brackets.count, isHead: false)
    }
  }

  /// Whether the parts of a list are all named: they add up to their whole.
  private func isComplete(_ part: Claim.Part) -> Bool {
    let parts = drafts.filter { $0.part == part && $0.kind == .count }
    var sum = Quantity.zero
    for part in parts { sum = sum.adding(part.value) ?? sum }
    return parts.count > 1 && sum == drafts[part.whole].value
  }

  /// 由30件增至35件, 比上年的30件增加5件: what was before is not this year's, and the words on the way
  /// to what is now say nothing certain of it.
  func doubtLevels(_ draft: inout ClaimDraft, view: ClauseView, at index: Int) {
    let words = clauseWords(before: index)
    if words.contains(where: { ["由", "从", "自"].contains($0) }), turns(behind: index) {
      draft.doubt(.period, words.first { ["由", "从", "自"].contains($0) } ?? "由")
    } else if view.isCompared, view.direction == 0 {
      draft.doubt(.period, words.first ?? "")
    } else if view.isReached {
      draft.doubt(.word, view.direction > 0 ? "+" : "-")
    }
  }

  private func clauseWords(before index: Int) -> [String] {
    (clauses(before: index, from: 0).last ?? []).map {
      ProseFold.string(passage.folded[tokens[$0].range])
    }
  }

  /// Whether a word that says more or less stands behind a figure, before another one.
  private func turns(behind index: Int) -> Bool {
    for token in tokens[index...].dropFirst().prefix(6) {
      if token.figure != nil || token.mark == .semicolon { return false }
      guard case .word(let word) = token.content else { continue }
      switch vocabulary.words[word].role {
      case .rise, .fall: return true
      default:
        if ["至", "到"].contains(ProseFold.string(passage.folded[token.range])) { return true }
      }
    }
    return false
  }

  /// 1件尚未审结, 5件不予公开: words behind a figure say of which it is; those before another figure
  /// belong to that.
  mutating func doubtTail(
    _ tail: ClauseView, of own: FigureMeaning, at index: Int, into draft: inout ClaimDraft
  ) {
    let end = tokensBehind(index).last.map { $0 + 1 } ?? index + 1
    guard end >= tokens.count || tokens[end].figure == nil else { return }
    let acts = tail.acts.filter { !vocabulary.words[$0.word].isFiller }
    let topics = tail.topics.filter { !$0.isWeak }
    guard !acts.isEmpty || topics.contains(where: { $0.isKind || $0.subject != own.area }) else {
      return
    }
    let isOnRequests = own.area == vocabulary.requests && topics.isEmpty
    let doubt = Claim.Doubt(
      isOnRequests ? .word : .subset, acts.first?.text ?? topics.first?.text ?? "")
    draft.doubt(doubt.reason, doubt.words)
    // 行政复议2件、行政诉讼1件尚未审结: of both.
    guard !isOnRequests else { return }
    for earlier in drafts.indices.reversed() where earlier >= first {
      let between = tokens[..<index].filter {
        $0.range.lowerBound >= drafts[earlier].range.upperBound
      }
      if between.contains(where: \.isBoundary) { break }
      drafts[earlier].doubt(doubt.reason, doubt.words)
    }
  }

  /// 2022年结转1件 is what was carried into this year, 结转至2024年 what is carried out of it.
  func settleYear(_ draft: inout ClaimDraft) {
    guard let yearDoubt else { return }
    let neighbours = ["requests.carried_in": body.year - 1, "requests.carried_out": body.year + 1]
    let carried = draft.meanings.filter { meaning in
      meaning.first.map { neighbours[$0.text] == draft.year } ?? false
    }
    if carried.count == 1, draft.year != nil {
      draft.meanings = carried
      draft.year = nil
    } else {
      draft.doubt(yearDoubt.reason, yearDoubt.words)
    }
  }

  /// 未经复议直接起诉12件，结果维持8件: of these alone.
  func takeGroup(_ draft: inout ClaimDraft, view: ClauseView) {
    guard !draft.isKind, view.topics.isEmpty, !view.acts.isEmpty,
      let last = drafts[first...].last(where: { $0.isKind && $0.area == draft.area }),
      last.depth <= brackets.count,
      last.meanings.count == 1, last.meanings[0].count == 1,
      let name = last.meanings[0].first?.text.split(separator: ".").first
    else { return }
    let own = draft.meanings.map { meaning in
      meaning.filter { $0.text.hasPrefix(name + ".") }
    }
    guard own.allSatisfy({ !$0.isEmpty }), own != draft.meanings else { return }
    draft.meanings = own
    draft.doubt(.word, last.word)
  }
}
