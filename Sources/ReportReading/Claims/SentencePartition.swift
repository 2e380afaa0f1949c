import ReportModel

/// What the figures of a sentence say of each other: one that is a part of another, or takes in another
/// row, is not what the table has under its name.
extension SentenceReader {
  mutating func doubtPartitions() {
    doubtParts()
    doubtOutcomesOfSome()
    for index in drafts.indices.dropFirst(first)
    where drafts[index].isKind && drafts[index].kind == .count {
      doubtKind(index)
    }
  }

  /// What stands before them is why there is something, and not what there is.
  static let causes: Set<String> = ["引发", "引起", "产生", "导致"]

  /// 予以公开（含部分公开）505件 takes in another row; 不予公开引发50件 counts what came of it.
  private mutating func doubtKind(_ index: Int) {
    let start = drafts[index].range.lowerBound
    guard drafts[index].area == vocabulary.requests,
      let figure = tokens.firstIndex(where: { $0.range.lowerBound >= start })
    else { return }
    var depth = 0
    for token in tokens[..<figure].reversed() {
      if token.figure != nil { return }
      switch token.content {
      case .mark(.close): depth += 1
      case .mark(.open): depth -= 1
      case .word(let word):
        if depth > 0, case .kind = vocabulary.words[word].role {
          drafts[index].doubt(.word, passage.printed(token.range))
        }
        let text = ProseFold.string(passage.folded[token.range])
        if depth == 0, Self.causes.contains(text) { drafts[index].doubt(.subset, text) }
      default: if token.isBoundary, depth == 0 { return }
      }
    }
  }

  /// 行政复议85件，其中不予公开引发50件 is of reviews and not of requests; 予以公开505件（含部分公开93件）
  /// takes in another row.
  private mutating func doubtParts() {
    for index in drafts.indices.dropFirst(first) {
      let draft = drafts[index]
      guard let whole = draft.part?.whole, drafts.indices.contains(whole), draft.kind == .count
      else { continue }
      let isSame =
        draft.meanings == drafts[whole].meanings && draft.applicants.isEmpty
        && !draft.doubts.contains { $0.reason == .body }
      let isOfUnknown = drafts[whole].meanings.isEmpty && !draft.meanings.isEmpty
      if isSame || isOfUnknown || areApart(draft.area, drafts[whole].area) {
        drafts[index].doubt(.subset, passage(of: whole))
      } else if draft.isKind, drafts[whole].isKind, draft.applicants.isEmpty,
        !isNested(draft.meanings, within: drafts[whole].meanings)
      {
        drafts[whole].doubt(.word, draft.word)
      }
    }
  }

  private func areApart(_ own: Int?, _ other: Int?) -> Bool {
    guard let own, let other else { return false }
    return own != other
  }

  private func passage(of draft: Int) -> String {
    drafts[draft].passage == number ? passage.printed(drafts[draft].range) : drafts[draft].word
  }

  private func isNested(_ part: [[IndicatorCode]], within whole: [[IndicatorCode]]) -> Bool {
    part.joined().allSatisfy { code in
      whole.joined().contains { code == $0 || code.text.hasPrefix($0.text + ".") }
    }
  }

  /// 收到902件，其中当年办结856件，结转46件: where what was dealt with and another figure make up what came in,
  /// or all that was dealt with, it is of some requests only. So it is where the words say which:
  /// 办结本年申请856件.
  private mutating func doubtOutcomesOfSome() {
    let all = drafts.indices.dropFirst(first).filter { drafts[$0].kind == .count }
    let figures = all.filter {
      drafts[$0].area == vocabulary.requests && drafts[$0].applicants.isEmpty
    }
    let wholes = figures.filter { index in
      guard let code = drafts[index].meanings.first?.first?.text else { return false }
      return drafts[index].meanings[0].count == 1
        && (code == "requests.new" || code == "outcome.total")
    }
    for index in figures
    where drafts[index].meanings.contains([IndicatorCode("outcome.total")]) {
      if let words = newRequests(before: drafts[index].range.lowerBound) {
        drafts[index].doubt(.subset, words)
      }
      for whole in wholes where whole != index {
        // 收到30件 may be all that there was to deal with.
        guard
          drafts[whole].meanings.count == 1
            || drafts[index].part?.whole == whole && !namesCarriedIn(all)
        else { continue }
        let isRest = all.contains { other in
          // 收到23件，上年结转1件，办结22件: what came in before is no rest of what came in now.
          let isBefore = drafts[other].meanings == [[IndicatorCode("requests.carried_in")]]
          return other != index && other != whole && drafts[other].value > .zero
            && !(isBefore && drafts[whole].meanings.contains([IndicatorCode("requests.new")]))
            && drafts[index].value.adding(drafts[other].value) == drafts[whole].value
        }
        if isRest { drafts[index].doubt(.subset, passage(of: whole)) }
      }
    }
  }

  private func namesCarriedIn(_ figures: [Int]) -> Bool {
    figures.contains { drafts[$0].meanings == [[IndicatorCode("requests.carried_in")]] }
  }

  /// 本年申请 in the clause before a figure.
  private func newRequests(before end: Int) -> String? {
    guard let behind = tokens.firstIndex(where: { $0.range.lowerBound >= end }) else { return nil }
    let clause = tokens[..<behind].reversed().prefix { !$0.isBoundary && $0.figure == nil }
    // From the figure backwards.
    for (noun, year) in zip(clause, clause.dropFirst()) {
      guard case .word(let yearWord) = year.content, case .word(let nounWord) = noun.content,
        case .thisYear = vocabulary.words[yearWord].role
      else { continue }
      switch vocabulary.words[nounWord].role {
      case .noun(let subject) where subject == vocabulary.requests,
        .weakNoun(let subject) where subject == vocabulary.requests:
        return passage.printed(year.range.lowerBound..<noun.range.upperBound)
      default: continue
      }
    }
    return nil
  }

  /// Whether words between 占 and its figure name what the share is of: 占已审结的67.9%.
  func namesWholeOfShare(before index: Int) -> Bool {
    for token in tokens[..<index].reversed() {
      if token.isBoundary || token.figure != nil { return false }
      switch token.content {
      case .unknown: return true
      case .word(let number):
        let word = vocabulary.words[number]
        switch word.role {
        case .share: return false
        case .noun, .kind, .applicants, .subset, .otherPeriod, .foreign: return true
        default: if !word.isFiller, !word.acts.isEmpty { return true }
        }
      default: break
      }
    }
    return false
  }
}
