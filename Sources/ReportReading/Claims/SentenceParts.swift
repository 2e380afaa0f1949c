import ReportModel

/// Wholes and their parts.
extension SentenceReader {
  mutating func link(_ draft: inout ClaimDraft, view: ClauseView) {
    guard draft.part == nil, !view.isBesides, !draft.isOfSeveral else { return }
    let key = key(of: draft)
    if let bracket = brackets.last(where: { $0.whole != nil }), let whole = bracket.whole {
      return setPart(&draft, of: whole, key: key + "(")
    }
    if let parts = partsBegin, parts.depth <= brackets.count {
      let isFirst = parts.claims <= first
      // 办结61件，上年结转3件。其中予以公开50件: of all that was dealt with.
      if isFirst, draft.isKind, draft.isOutcome, let whole = lastOfRequests(from: firstOfPassage),
        drafts[whole].meanings == [[IndicatorCode("outcome.total")]]
      {
        return setPart(&draft, of: whole, key: key)
      }
      let whole = drafts.indices.prefix(parts.claims).last { index in
        let other = drafts[index]
        return index >= (isFirst ? firstOfPassage : first) && other.kind == .count
          && other.depth == parts.depth && other.unit == draft.unit
          && other.part == nil && Self.mayShare(other.area, draft.area)
      }
      if let whole { return setPart(&draft, of: whole, key: key) }
    }
    guard draft.isKind, draft.area == vocabulary.requests,
      let whole = lastOfRequests(from: firstOfPassage)
    else { return }
    let isCarriedOut =
      draft.meanings == [[IndicatorCode("requests.carried_out")]]
      && drafts[whole].meanings == [[IndicatorCode("requests.handled_load")]]
      && drafts.last?.part?.whole == whole && drafts.last?.isKind == true
    guard isCarriedOut || draft.isOutcome else { return }
    setPart(&draft, of: whole, key: key)
  }

  private func key(of draft: ClaimDraft) -> String {
    if !draft.applicants.isEmpty { return "applicants" }
    let received = ["requests.new", "requests.carried_in"]
    if draft.meanings.count == 1, draft.meanings[0].allSatisfy({ received.contains($0.text) }) {
      return "received"
    }
    return draft.isKind ? "kinds" : "others"
  }

  /// 复议3件，其中纠正1件；诉讼2件: what is of something else is no part.
  static func mayShare(_ left: Int?, _ right: Int?) -> Bool {
    left == nil || right == nil || left == right
  }

  /// Parts of one key that follow each other are one breakdown, also over sentences.
  func setPart(_ draft: inout ClaimDraft, of whole: Int, key: String) {
    let last = drafts.last { $0.part?.whole == whole && $0.kind == .count }
    let number = last?.part?.breakdown ?? -1
    draft.partKey = key
    draft.part = Claim.Part(of: whole, breakdown: last?.partKey == key ? number : number + 1)
  }

  /// 市政府349件 among the parts of a whole: the whole's figure, of another body.
  func nameWhole(_ draft: inout ClaimDraft, view: ClauseView) {
    guard draft.meanings.isEmpty, let part = draft.part, draft.applicants.isEmpty,
      draft.doubts.contains(where: { $0.reason == .body }), view.topics.isEmpty,
      view.acts.isEmpty, drafts[part.whole].unit == draft.unit
    else { return }
    draft.meanings = drafts[part.whole].meanings
    draft.word = drafts[part.whole].word
  }

  /// The last figure of requests, received or dealt with, that others may be parts of.
  func lastOfRequests(from start: Int) -> Int? {
    let all = figuresOfRequests(from: start)
    return all.last { drafts[$0].meanings == [[IndicatorCode("outcome.total")]] } ?? all.last
  }

  func figuresOfRequests(from start: Int) -> [Int] {
    drafts.indices.filter { index in
      let draft = drafts[index]
      return index >= start && draft.kind == .count && draft.area == vocabulary.requests
        && !draft.isKind && draft.applicants.isEmpty && !draft.meanings.isEmpty
    }
  }

  /// 8份，均为自然人申请: all of the figure before.
  mutating func takeAll(_ applicants: [Applicant], at index: Int) {
    let before = clauses(before: index).last ?? []
    let words = before.map { ProseFold.string(passage.folded[tokens[$0].range]) }
    guard let first = words.first, ["均", "都", "全", "全部", "皆"].contains(first),
      words.dropFirst().allSatisfy({ ["为", "是", "由", "系", "来自"].contains($0) }),
      let whole = drafts.indices.last, whole >= self.first, drafts[whole].kind == .count,
      drafts[whole].area == vocabulary.requests, !drafts[whole].isKind,
      drafts[whole].applicants.isEmpty
    else { return }
    let after = view(tokensBehind(index))
    guard after.residue.isEmpty, after.acts.isEmpty, after.topics.allSatisfy(\.isWeak),
      !tokens[index...].dropFirst().prefix(while: { !$0.isBoundary }).contains(where: {
        $0.figure != nil
      })
    else { return }
    var draft = drafts[whole]
    draft.applicants = applicants
    draft.range = tokens[index].range
    setPart(&draft, of: whole, key: "applicants")
    drafts.append(draft)
  }
}
