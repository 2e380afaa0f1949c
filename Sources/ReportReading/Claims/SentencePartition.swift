import ReportModel

/// What the figures of a sentence say of each other: one that is a part of another, or takes in another
/// row, is not what the table has under its name.
extension SentenceReader {
  mutating func doubtPartitions() {
    doubtParts()
    doubtOutcomesOfSome()
  }

  /// 行政复议85件，其中不予公开引发50件 is of reviews and not of requests; 予以公开505件（含部分公开93件）
  /// takes in another row.
  private mutating func doubtParts() {
    for index in drafts.indices.dropFirst(first) {
      let draft = drafts[index]
      guard let whole = draft.part?.whole, drafts.indices.contains(whole), draft.kind == .count
      else { continue }
      if let own = draft.area, let other = drafts[whole].area, own != other {
        drafts[index].doubt(.subset, passage(of: whole))
      } else if draft.isKind, drafts[whole].isKind, draft.applicants.isEmpty,
        !isNested(draft.meanings, within: drafts[whole].meanings)
      {
        drafts[whole].doubt(.word, draft.word)
      }
    }
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
    let figures = drafts.indices.dropFirst(first).filter {
      drafts[$0].kind == .count && drafts[$0].area == vocabulary.requests
    }
    let wholes = figures.filter { index in
      guard let code = drafts[index].meanings.first?.first?.text else { return false }
      return drafts[index].meanings[0].count == 1
        && (code == "requests.new" || code == "outcome.total")
    }
    for index in figures where drafts[index].meanings == [[IndicatorCode("outcome.total")]] {
      if let words = newRequests(before: drafts[index].range.lowerBound) {
        drafts[index].doubt(.subset, words)
      }
      for whole in wholes where whole != index {
        let isRest = figures.contains { other in
          other != index && other != whole && drafts[other].value > .zero
            && drafts[index].value.adding(drafts[other].value) == drafts[whole].value
        }
        if isRest { drafts[index].doubt(.subset, passage(of: whole)) }
      }
    }
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
