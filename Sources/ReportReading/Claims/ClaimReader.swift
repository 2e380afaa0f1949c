import ReportModel

/// Reads what the prose of a report states in figures.
struct ClaimReader {
  /// No sentence is longer, and no report states more: beyond, a page was made to keep us busy.
  private static let longestSentence = 4_000
  private static let mostClaims = 2_000

  private let vocabulary: ProseVocabulary
  private let body: BodyOfReport
  private let codes: ReportedCodes

  /// - Parameters:
  ///   - tables: those of the report; they say which codes its figures can be of.
  ///   - codes: those of all forms.
  init(
    body: String, year: Int, tables: [ReportTable], codes: KnownCodes,
    vocabulary: ProseVocabulary = .standard
  ) {
    self.vocabulary = vocabulary
    self.body = BodyOfReport(body, year: year)
    self.codes = codes.codes(of: tables)
  }

  /// The claims in reading order.
  func claims(in document: Document) -> [Claim] {
    let passages = ProseCollector.passages(of: document)
    var drafts: [ClaimDraft] = []
    let firstPart = passages.firstIndex { Self.beginsPart($0) } ?? 0
    for (number, passage) in passages.enumerated() {
      let sentences = passage.sentences
      var before = TextBefore()
      var lastRead = 0
      for (position, sentence) in sentences.enumerated()
      where sentence.count <= Self.longestSentence && drafts.count < Self.mostClaims
        && Self.mayState(passage.folded[sentence])
      {
        drafts += PeriodReader(sentence, of: passage, number: number)
          .drafts(isIntroduction: number < firstPart)
        let tokens = SentenceLexer.tokens(
          of: sentence, in: passage.folded, vocabulary: vocabulary)
        guard states(tokens) else { continue }
        var context = FigureMeaning.Context()
        context.area = area(before: position, of: sentences, passages, number)
        context.subjectBefore = context.area
        let outside = ScopeOutside(vocabulary: vocabulary, body: body)
        if lastRead == 0, number > 0 {
          context.isUnderHeading = outside.take(heading: passages[number - 1], into: &before)
        }
        for skipped in sentences[lastRead..<position] {
          outside.take(sentence: skipped, of: passage, into: &before)
        }
        outside.take(subjectOf: sentence, of: passage, into: &before)
        lastRead = position + 1
        var reader = SentenceReader(
          sentence, tokens: tokens, of: passage, number: number, context: context,
          before: before, drafts: drafts, vocabulary: vocabulary, body: body)
        drafts = []
        reader.read()
        drafts = reader.drafts
        before = reader.after
      }
    }
    return ClaimSettling.settle(drafts).map { claim($0, passages[$0.passage]) }
  }

  private func claim(_ draft: ClaimDraft, _ passage: ProsePassage) -> Claim {
    var doubts = draft.doubts
    let meanings = draft.meanings.filter(codes.have)
    if meanings.isEmpty { doubts.removeAll { $0.reason != .body && $0.reason != .period } }
    if passage.isUnclear { doubts.append(Claim.Doubt(.print, "")) }
    let isFigure =
      draft.kind != .none && draft.range.contains { ProseNumber.isNumeral(passage.folded[$0]) }
    return Claim(
      kind: draft.kind, meanings: meanings, applicants: meanings.isEmpty ? [] : draft.applicants,
      value: draft.value, printed: isFigure ? passage.printed(draft.range) : "",
      decimals: draft.decimals, unit: draft.unit, bound: draft.bound, year: draft.year,
      doubts: doubts, part: draft.part, subject: draft.subject,
      sentence: passage.printed(draft.sentence),
      place: passage.place(of: draft.range.lowerBound),
      offset: Int(
        passage.origins[draft.range.lowerBound] - passage.origins[draft.sentence.lowerBound]))
  }

  /// 一、总体情况, also as a heading of Markdown.
  private static func beginsPart(_ passage: ProsePassage) -> Bool {
    passage.folded.drop { $0 == 0x23 }.starts(with: [0x4E00, 0x3001])
  }

  /// Whether a sentence has anything that could be a figure or say that there is none: most have
  /// not, and are done with here.
  private static func mayState(_ sentence: ArraySlice<UInt32>) -> Bool {
    var before: UInt32 = 0
    for scalar in sentence {
      switch scalar {
      case 0x30...0x39, 0x6CA1, 0x672A, 0x65E0, 0x5747: return true
      case 0x4EF6, 0x8D77, 0x5B97, 0x4EFD, 0x6761, 0x4E2A, 0x9879, 0x5143, 0x5E74:
        if ProseNumber.isNumeral(before) { return true }
      default: break
      }
      before = scalar
    }
    return false
  }

  private func states(_ tokens: [ProseToken]) -> Bool {
    tokens.contains { token in
      switch token.content {
      case .figure: return true
      case .word(let word):
        switch vocabulary.words[word].role {
        case .denial, .universal: return true
        default: return false
        }
      default: return false
      }
    }
  }

  /// What the sentence before speaks of; before the first of a passage, a heading.
  private func area(
    before position: Int, of sentences: [Range<Int>], _ passages: [ProsePassage], _ number: Int
  ) -> Int? {
    if position > 0 {
      for earlier in sentences[..<position].reversed().prefix(2) {
        if let area = area(of: earlier, passages[number]) { return area }
      }
      return nil
    }
    guard number > 0 else { return nil }
    let heading = passages[number - 1]
    guard heading.folded.count <= 40 else { return nil }
    return area(of: 0..<heading.folded.count, heading)
  }

  private func area(of sentence: Range<Int>, _ passage: ProsePassage) -> Int? {
    var area: Int?
    for token in SentenceLexer.tokens(of: sentence, in: passage.folded, vocabulary: vocabulary) {
      guard case .word(let word) = token.content else { continue }
      switch vocabulary.words[word].role {
      case .noun(let subject), .kind(let subject, _): area = subject
      default: break
      }
    }
    return area
  }
}
