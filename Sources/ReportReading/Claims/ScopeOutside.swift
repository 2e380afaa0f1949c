import ReportModel

/// What the text around sentences with figures says of their scope: a heading over them, or a sentence
/// on another body before them.
struct ScopeOutside {
  /// Longer passages are no headings.
  private static let longestHeading = 40
  /// How far behind the beginning of a sentence its subject's name may end.
  private static let longestName = 16
  private static let endings = [
    "局", "委", "厅", "委员会", "镇", "乡", "街道", "街道办事处", "中心", "支队", "大队", "公司", "院", "学校", "系统",
  ].map(ProseFold.scalars)
  private static let channels = ["网", "信函", "邮", "当面", "现场", "传真", "线上", "线下", "书面", "领域"]

  let vocabulary: ProseVocabulary
  let body: BodyOfReport

  /// - Returns: whether the heading says that the proceedings below it are about disclosure.
  func take(heading: ProsePassage, into before: inout TextBefore) -> Bool {
    guard heading.folded.count <= Self.longestHeading else { return false }
    let text = ProseFold.string(heading.folded)
    guard !text.contains("报告") else { return false }
    narrow(0..<heading.folded.count, of: heading, into: &before)
    guard text.contains("公开"), text.contains("复议") || text.contains("诉讼") else { return false }
    before.onDisclosure = vocabulary.proceedings
    return true
  }

  /// A sentence without figures.
  func take(sentence: Range<Int>, of passage: ProsePassage, into before: inout TextBefore) {
    take(subjectOf: sentence, of: passage, into: &before)
    if sentence.count <= Self.longestHeading / 2 { narrow(sentence, of: passage, into: &before) }
  }

  /// 网络申请办理情况, 县教育局.
  private func narrow(_ range: Range<Int>, of passage: ProsePassage, into before: inout TextBefore)
  {
    let tokens = SentenceLexer.tokens(of: range, in: passage.folded, vocabulary: vocabulary)
    let view = ClauseView(
      tokens.enumerated(), in: passage.folded, vocabulary: vocabulary, body: body)
    let narrowings = view.doubts.filter { doubt in
      doubt.reason == .body
        || (doubt.reason == .subset && Self.channels.contains { doubt.words.contains($0) })
    }
    before.scope.narrow(narrowings, depth: 0, isHead: false)
    before.scope.endSentence()
  }

  /// 县教育局积极回应关切: what follows is of that body, until another is named.
  func take(
    subjectOf sentence: Range<Int>, of passage: ProsePassage, into before: inout TextBefore
  ) {
    let text = passage.folded
    guard let name = name(at: sentence, in: text) else { return }
    let doubt = Claim.Doubt(.body, ProseFold.string(text[name]))
    before.scope.replace([doubt], depth: 0)
    before.scope.narrow([doubt], depth: 0, isHead: false, isSubject: true)
    before.scope.endSentence()
  }

  private func name(at sentence: Range<Int>, in text: [UInt32]) -> Range<Int>? {
    var start = sentence.lowerBound
    let tokens = SentenceLexer.tokens(
      of: sentence
        .lowerBound..<min(sentence.upperBound, sentence.lowerBound + 2 * Self.longestName),
      in: text, vocabulary: vocabulary)
    for token in tokens {
      switch token.content {
      case .skipped, .year, .mark: start = token.range.upperBound
      case .word(let word):
        switch vocabulary.words[word].role {
        case .thisYear: start = token.range.upperBound
        case .filler: return name(from: start, to: sentence.upperBound, in: text)
        default: return nil
        }
      default: return name(from: start, to: sentence.upperBound, in: text)
      }
    }
    return nil
  }

  private func name(from start: Int, to end: Int, in text: [UInt32]) -> Range<Int>? {
    let limit = min(end, start + Self.longestName)
    guard start + 2 < limit else { return nil }
    for last in (start + 3)...limit {
      // A comma ends the subject; 县教育局、县公安局 goes on.
      if text[last - 1] == 0x2C || text[last - 1] == 0x3002 || ProseNumber.isDigit(text[last - 1]) {
        return nil
      }
      let name = text[start..<last]
      if Self.endings.contains(where: { name.suffix($0.count).elementsEqual($0) }) {
        return body.isShort(ProseFold.string(name)) ? nil : start..<last
      }
    }
    return nil
  }
}
