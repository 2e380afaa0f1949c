import ReportModel

/// The clauses around a figure and the words in them.
extension SentenceReader {
  /// The clauses since the last figure, or since a token, the one beside this figure last; brackets
  /// are passed over.
  func clauses(before index: Int, from start: Int? = nil) -> [[Int]] {
    var clauses: [[Int]] = [[]]
    var position = start ?? segmentStart
    while position < index {
      if tokens[position].mark == .open,
        let close = (position..<index).first(where: { tokens[$0].mark == .close })
      {
        position = close + 1
        continue
      }
      if tokens[position].isBoundary {
        clauses.append([])
      } else if tokens[position].mark != .pause || !(clauses.last ?? []).isEmpty {
        clauses[clauses.count - 1].append(position)
      }
      position += 1
    }
    return clauses
  }

  func view(_ indices: [Int]) -> ClauseView {
    ClauseView(
      indices.map { (offset: $0, element: tokens[$0]) }, in: passage.folded,
      vocabulary: vocabulary, body: body)
  }

  /// Takes to mind what a clause speaks of.
  mutating func note(_ view: ClauseView) {
    for topic in view.topics {
      if topic.subject == vocabulary.requests, !topic.isKind { context.namesRequests = true }
      if !topic.isWeak {
        context.area = topic.subject
        context.isNamed = true
      }
      if !topic.isKind || topic.subject != vocabulary.requests {
        context.subjectBefore = topic.subject
      }
    }
  }

  func gap(_ left: Int, _ right: Int) -> ProseGap {
    var isJoined = false
    var isAndSoOn = false
    for token in tokens[(left + 1)..<right] {
      switch token.content {
      case .mark(.pause): isJoined = true
      case .mark(.other), .skipped: break
      case .word(let word):
        switch vocabulary.words[word].role {
        case .joiner: isJoined = true
        // 等, 等原因.
        case _ where passage.folded[token.range.lowerBound] == 0x7B49: isAndSoOn = true
        case .filler, .thisYear: break
        case .act where vocabulary.words[word].isFiller: break
        default: if !vocabulary.words[word].isFiller { return .apart }
        }
      default: return .apart
      }
    }
    return isJoined ? .joined : .open(isAndSoOn: isAndSoOn)
  }
}
