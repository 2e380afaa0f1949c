import ReportModel

/// Which proceedings a sentence says to be about disclosure.
extension SentenceReader {
  /// Notes which proceedings the text before a figure or a denial says to be about disclosure.
  /// Bodies have others too: 全县行政复议案件120件.
  mutating func noteDisclosure(at index: Int, to end: Int? = nil) {
    let end = end ?? tokensBehind(index).last.map { $0 + 1 } ?? index
    var reading = disclosure
    while reading.position < index {
      note(reading.position, in: &reading, isBehind: false)
      reading.position += 1
    }
    disclosure = reading
    // What stands behind the figure, as far as it is of it; the figure itself parts nothing.
    var tail = reading
    for position in min(index + 1, tokens.count)..<max(index + 1, end) {
      note(position, in: &tail, isBehind: true)
    }
    context.onDisclosure = onDisclosure
    context.namesDisclosureBehind = lastDisclosure >= tokens[index].range.upperBound
  }

  private mutating func note(_ position: Int, in reading: inout DisclosureReading, isBehind: Bool) {
    let token = tokens[position]
    if token.isBoundary, token.mark != .open, token.mark != .close {
      reading.isInScope = reading.isInScope || reading.clause.isScope
      reading.clause = DisclosureClause()
      return
    }
    guard case .word(let word) = token.content else {
      reading.clause.take(token, text: "", vocabulary)
      return
    }
    // Only of words does it matter which they are.
    let text = ProseFold.string(passage.folded[token.range])
    reading.clause.take(token, text: text, vocabulary)
    guard
      case .noun(let subject) = vocabulary.words[word].role,
      vocabulary.proceedings.contains(subject)
    else { return }
    if reading.clause.isQualified || (reading.isInScope && !reading.clause.namesBody) {
      onDisclosure.insert(subject)
      // 因政府信息公开引发行政复议3件，行政诉讼2件.
      reading.isInScope = true
    } else if !context.isUnderHeading, !isBehind {
      onDisclosure.remove(subject)
    }
  }
}

/// How far a sentence has been read for what it says to be about disclosure.
struct DisclosureReading {
  /// The next token.
  var position = 0
  /// 因政府信息公开引发复议1件。诉讼数为0件: what was said before holds for more.
  var isInScope = false
  fileprivate var clause = DisclosureClause()

  init(isInScope: Bool) { self.isInScope = isInScope }
}

/// Whether a clause says that it is about disclosure, as it is read word by word.
struct DisclosureClause {
  private static let openings = ["因", "在", "涉", "关于", "针对", "方面", "领域", "引发", "引起"]

  private(set) var isQualified = false
  /// Whether it names a body or a territory, which have other proceedings too.
  private(set) var namesBody = false
  private var hasOpening = false
  private var hasMore = false

  /// 在政府信息公开方面: what follows the clause is in its scope too.
  var isScope: Bool { isQualified && hasOpening && !hasMore }

  mutating func take(_ token: ProseToken, text: String, _ vocabulary: ProseVocabulary) {
    switch token.content {
    case .figure:
      hasMore = true
      // 依申请公开5件、行政复议2件.
      isQualified = false
    case .unknown: hasMore = true
    case .word(let word):
      if Self.openings.contains(where: { text.hasPrefix($0) }) { hasOpening = true }
      if case .body = vocabulary.words[word].role { namesBody = true }
      guard text.contains("公开") else { return }
      switch vocabulary.words[word].role {
      case .foreign, .kind: break
      default: isQualified = true
      }
    case .mark, .year, .comparedYear, .otherDay, .skipped: break
    }
  }
}
