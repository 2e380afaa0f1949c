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
    let before = clauses(before: index).last ?? []
    let views = (before: view(before), after: view(after))
    var topics = views.after.topics.filter { !$0.isWeak }
    if topics.isEmpty { topics = views.before.topics.filter { !$0.isWeak } }
    if topics.isEmpty, context.area == vocabulary.requests || context.namesRequests {
      topics = views.after.topics
    }
    var doubts = Self.ofScope(views.before.doubts) + views.after.doubts
    if let yearDoubt { doubts.append(yearDoubt) }
    if drafts.count > first { doubts += headDoubts.filter { $0.reason != .subset } }
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
    if vocabulary.proceedings.contains(topic.subject), !context.isOnDisclosure {
      doubts.append(Claim.Doubt(.word, topic.text))
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
    for subject in proceedingsSpokenOf() {
      guard let meanings = vocabulary.subjects[subject].universals[universal] else { continue }
      let doubts = headDoubts + (yearDoubt.map { [$0] } ?? [])
      append(.none, meanings, area: subject, doubts: doubts, at: index)
      // 均获维持 may be said of those alone that have ended.
      guard universal == .upheld, let open = vocabulary.subjects[subject].universals[.closed]
      else { continue }
      let word = Claim.Doubt(.word, ProseFold.string(passage.folded[tokens[index].range]))
      append(.none, open, area: subject, doubts: [word] + doubts, at: index)
    }
  }
}
