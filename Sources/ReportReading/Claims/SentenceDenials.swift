import ReportModel

/// What a sentence says there is none of.
extension SentenceReader {
  mutating func deny(at index: Int) {
    // What stands in no sentence is a table's.
    guard isRunningText else { return }
    var after: [Int] = []
    for next in tokens.indices.dropFirst(index + 1) {
      if tokens[next].isBoundary { break }
      if let figure = tokens[next].figure {
        // 没有1件被纠错 says that there was none; what 未收到5件 says nobody knows.
        guard figure.isOne else {
          return deniedFigures.formUnion(figures(from: next))
        }
        deniedFigures.insert(next)
        continue
      }
      after.append(next)
    }
    // 较上年没有减少 says how many there were before.
    if after.contains(where: { turns($0) }) { return }
    let clauses = self.clauses(before: index)
    noteDisclosure(at: index, to: after.last.map { $0 + 1 })
    // What earlier clauses narrow is narrowed here too: 教育领域方面，没有行政复议.
    for clause in clauses.dropLast() {
      scope.narrow(
        view(clause).narrowings(withWording: false), depth: brackets.count,
        isHead: drafts.count == first)
    }
    let views = (before: view(clauses.last ?? []), after: view(after))
    var topics = views.after.topics.filter { !$0.isWeak }
    if topics.isEmpty { topics = views.before.topics.filter { !$0.isWeak } }
    if topics.isEmpty, context.area == vocabulary.requests || context.namesRequests {
      topics = views.after.topics
    }
    for view in [views.before, views.after] where view.narrowings(withWording: true).isEmpty {
      if view.namesBody || view.topics.contains(where: { !$0.isWeak && !$0.isKind }) {
        scope.restart(view)
      }
    }
    var doubts = views.before.narrowings(withWording: true) + views.after.doubts
    doubts += views.after.narrowings(withWording: false).filter { !doubts.contains($0) }
    doubts += narrowingForeign(after)
    // 规范性文件无申请公开 is of documents.
    for topic in views.before.topics where !topic.isWeak && !views.after.topics.isEmpty {
      if topic.subject != vocabulary.requests, !vocabulary.proceedings.contains(topic.subject) {
        doubts.append(Claim.Doubt(.subset, topic.text))
      }
    }
    if let yearDoubt { doubts.append(yearDoubt) }
    doubts += scope.doubts(depth: brackets.count)
    // 12个乡镇没有收到申请.
    if let last = drafts.last, drafts.count > first, last.part != nil || isBeside(last, index) {
      doubts.append(Claim.Doubt(.subset, passage.printed(last.range)))
    }
    let (denied, narrowing) = split(topics)
    topics = denied
    doubts += narrowing
    scope.narrow(
      views.before.narrowings(withWording: true), depth: brackets.count,
      isHead: drafts.count == first)
    var seen: Set<String> = []
    for topic in topics {
      let denied = self.denied(topic, acts: views.after.acts, doubts: doubts)
      for (meanings, doubts) in denied where seen.insert("\(topic.subject) \(meanings)").inserted {
        append(.none, meanings, area: topic.subject, doubts: doubts, at: index)
      }
    }
    guard topics.isEmpty, !views.after.acts.isEmpty else { return }
    for subject in proceedingsSpokenOf() {
      let rules = views.after.acts.compactMap { vocabulary.words[$0.word].acts[subject] }
      for rule in rules {
        append(.none, rule.denied, area: subject, doubts: doubts, at: index)
      }
    }
  }

  /// 申请投诉 is no 申请, and 因主动公开引发的行政复议 are some reviews only; 举报、行政复议 are two things.
  private func narrowingForeign(_ indices: [Int]) -> [Claim.Doubt] {
    indices.filter { index in
      guard case .word(let word) = tokens[index].content,
        case .foreign = vocabulary.words[word].role
      else { return false }
      if index > 0, case .word(let before) = tokens[index - 1].content {
        switch vocabulary.words[before].role {
        case .noun, .weakNoun: return true
        default: break
        }
      }
      guard index + 1 < tokens.count, case .word = tokens[index + 1].content else { return false }
      return Self.causes.contains(ProseFold.string(passage.folded[tokens[index + 1].range]))
    }.map { Claim.Doubt(.wording, passage.printed(tokens[$0].range)) }
  }

  private func turns(_ index: Int) -> Bool {
    guard case .word(let word) = tokens[index].content else { return false }
    switch vocabulary.words[word].role {
    case .rise, .fall: return true
    default: return false
    }
  }

  /// Whether a figure stands in the same clause as a word behind it.
  private func isBeside(_ draft: ClaimDraft, _ index: Int) -> Bool {
    !tokens[..<index].contains {
      $0.isBoundary && $0.range.lowerBound >= draft.range.upperBound
    }
  }

  /// What is denied, and what only says which: 没有因不予公开引起的行政复议 denies reviews, of a kind.
  private func split(
    _ topics: [ClauseView.Topic]
  ) -> (denied: [ClauseView.Topic], narrowing: [Claim.Doubt]) {
    guard let last = topics.last else { return ([], []) }
    var denied = [last]
    for topic in topics.dropLast().reversed() {
      let isAlike =
        topic.subject == last.subject && topic.isKind == last.isKind
        || vocabulary.proceedings.isSuperset(of: [topic.subject, last.subject])
      guard isAlike, topic.isKind == last.isKind, case .joined = gap(topic.token, denied[0].token)
      else { break }
      denied.insert(topic, at: 0)
    }
    let rest = topics.dropLast(denied.count)
    let narrowing = rest.filter { topic in
      topic.isKind || topic.subject != last.subject
    }.map { topic in
      // 因依申请公开引发的行政复议 are nearly all that there are.
      Claim.Doubt(
        topic.subject == vocabulary.requests && !topic.isKind ? .word : .subset, topic.text)
    }
    return (denied, narrowing)
  }

  /// The figures of a clause from a token on.
  private func figures(from index: Int) -> [Int] {
    tokens.indices[index...].prefix { !tokens[$0].isBoundary }.filter { tokens[$0].figure != nil }
  }

  var isRunningText: Bool {
    passage.folded.contains { $0 == 0x3002 || $0 == 0x2C || $0 == 0x3B }
  }

  func denied(
    _ topic: ClauseView.Topic, acts: [ClauseView.Act], doubts: [Claim.Doubt]
  ) -> [([[IndicatorCode]], [Claim.Doubt])] {
    var doubts = doubts
    if topic.isKind {
      // 没有不予公开的 may be said of what is published by itself.
      if topic.subject == vocabulary.requests, !context.namesRequests,
        context.area != vocabulary.requests
      {
        doubts.append(Claim.Doubt(.word, topic.text))
      }
      return [(topic.rule?.denied ?? [], doubts)]
    }
    let subject = vocabulary.subjects[topic.subject]
    var meanings = subject.rule?.denied ?? []
    for act in acts {
      let rule = vocabulary.words[act.word].acts[topic.subject]
      if let rule, topic.subject != vocabulary.requests { meanings = rule.denied }
      // 没有及时答复申请的情况 denies something else.
      let isKnown =
        topic.subject == vocabulary.requests
        ? rule?.denied == subject.rule?.denied : rule.map { !$0.isDoubtful } ?? false
      if !isKnown, !vocabulary.words[act.word].isFiller {
        doubts.append(Claim.Doubt(.wording, act.text))
      }
    }
    return meanings.isEmpty && !subject.isNoted ? [] : [(meanings, doubts)]
  }

  mutating func append(
    _ kind: Claim.Kind, _ meanings: [[IndicatorCode]], area: Int, doubts: [Claim.Doubt],
    at index: Int
  ) {
    var draft = ClaimDraft(
      kind: kind, meanings: meanings, value: .zero, unit: "", year: namedYear, area: area,
      depth: brackets.count, passage: number, range: tokens[index].range, sentence: sentence)
    for doubt in doubts { draft.doubt(doubt.reason, doubt.words) }
    drafts.append(draft)
  }

  func proceedingsSpokenOf() -> [Int] {
    let inSentence = drafts[first...].compactMap(\.area).filter(vocabulary.proceedings.contains)
    let all =
      inSentence.isEmpty
      ? drafts[firstOfPassage...].compactMap(\.area).filter(vocabulary.proceedings.contains)
      : inSentence
    return Set(all).sorted()
  }

  mutating func takeAll(_ universal: ProseVocabulary.Universal, at index: Int) {
    let clause = view(clauses(before: index).last ?? [])
    let named = Set(clause.topics.map(\.subject)).intersection(vocabulary.proceedings)
    for subject in proceedingsSpokenOf() where named.isEmpty || named.contains(subject) {
      guard let meanings = vocabulary.subjects[subject].universals[universal] else { continue }
      var doubts = scope.doubts(depth: brackets.count) + (yearDoubt.map { [$0] } ?? [])
      doubts += clause.narrowings(withWording: true)
      // 其中直接起诉5件，均获维持; 其余均已审结.
      if let last = drafts[first...].last(where: { $0.area == subject }) {
        doubts += last.doubts
        if last.part != nil || last.isKind {
          doubts.append(Claim.Doubt(.subset, passage.printed(last.range)))
        }
      }
      append(.none, meanings, area: subject, doubts: doubts, at: index)
      // 均获维持 may be said of those alone that have ended.
      guard universal == .upheld, let open = vocabulary.subjects[subject].universals[.closed]
      else { continue }
      let word = Claim.Doubt(.word, ProseFold.string(passage.folded[tokens[index].range]))
      append(.none, open, area: subject, doubts: [word] + doubts, at: index)
    }
  }
}
