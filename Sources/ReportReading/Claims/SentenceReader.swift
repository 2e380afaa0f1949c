import ReportModel

/// What the sentences of a passage leave to those behind them.
struct TextBefore {
  var scope = SentenceScope()
  /// Of a year named that is not the report's.
  var yearDoubt: Claim.Doubt?
  var onDisclosure: Set<Int> = []
}

/// Reads the claims of one sentence, figure by figure.
struct SentenceReader {
  struct Bracket {
    /// The figure that stands before it.
    let whole: Int?
    /// What 其中 said outside.
    let partsOutside: (claims: Int, depth: Int)?
  }

  let vocabulary: ProseVocabulary
  let body: BodyOfReport
  let passage: ProsePassage
  let number: Int
  let sentence: Range<Int>
  let tokens: [ProseToken]
  /// The first claim of this sentence, and of the passage.
  let first: Int
  let firstOfPassage: Int
  var context: FigureMeaning.Context
  var brackets: [Bracket] = []
  /// The claims that stood before 其中, and how deep in brackets it stands.
  var partsBegin: (claims: Int, depth: Int)?
  var namedYear: Int?
  var yearDoubt: Claim.Doubt?
  /// What narrows the figures to come.
  var scope: SentenceScope
  /// The proceedings that the text has said to be about disclosure.
  var onDisclosure: Set<Int>
  var disclosure: DisclosureReading
  /// Where 公开 stands for the last time; -1 where it does not.
  var lastDisclosure = -1
  /// The token behind the last figure.
  var segmentStart = 0
  /// The tokens that name each figure of a list, where 分别 says so; `nil` where nobody knows.
  var respective: [[Int]?] = []
  /// The figures before, of which shares or growths are listed, where 分别 says so.
  var respectiveSubjects: [Int] = []
  /// Whether it says that its figures are of all that was dealt with.
  var isOfDone = false
  var listIsGrowth = false
  var listIsCompared = false
  /// The tokens of figures that the sentence denies: they are none of its claims.
  var deniedFigures: Set<Int> = []
  var drafts: [ClaimDraft]

  init(
    _ sentence: Range<Int>, tokens: [ProseToken], of passage: ProsePassage, number: Int,
    context: FigureMeaning.Context, before: TextBefore, drafts: [ClaimDraft],
    vocabulary: ProseVocabulary, body: BodyOfReport
  ) {
    self.sentence = sentence
    self.tokens = tokens
    self.passage = passage
    self.number = number
    self.context = context
    self.drafts = drafts
    self.vocabulary = vocabulary
    self.body = body
    scope = before.scope
    yearDoubt = before.yearDoubt
    onDisclosure = before.onDisclosure
    disclosure = DisclosureReading(isInScope: !onDisclosure.isEmpty)
    first = drafts.count
    firstOfPassage = drafts.firstIndex { $0.passage == number } ?? drafts.count
  }

  mutating func read() {
    let text = passage.folded[sentence]
    lastDisclosure =
      text.indices.dropLast().last { text[$0] == 0x516C && text[$0 + 1] == 0x5F00 } ?? -1
    context.namesDisclosure = lastDisclosure >= 0
    context.comesToRequests = tokens.contains { token in
      guard case .word(let word) = token.content,
        case .noun(let subject) = vocabulary.words[word].role
      else { return false }
      return subject == vocabulary.requests
    }
    for index in tokens.indices {
      switch tokens[index].content {
      case .figure(let figure):
        // “办结一件申请、解决一个问题” is a slogan.
        if deniedFigures.contains(index) {
          segmentStart = index + 1
        } else if !isQuoted(index) {
          take(figure, at: index)
        }
      case .mark(.open): open(at: index)
      case .mark(.close):
        if let bracket = brackets.popLast() { partsBegin = bracket.partsOutside }
        scope.close(to: brackets.count)
      case .mark(.semicolon): scope.endStretch()
      case .year(let year): take(year: year, at: index)
      case .word(let word): take(vocabulary.words[word], at: index)
      case .mark, .otherDay, .comparedYear, .skipped, .unknown: break
      }
    }
    doubtPartitions()
  }

  /// What it leaves to the sentences behind it.
  var after: TextBefore {
    var scope = scope
    scope.endSentence()
    return TextBefore(scope: scope, yearDoubt: yearDoubt, onDisclosure: onDisclosure)
  }

  private func isQuoted(_ index: Int) -> Bool {
    let before = passage.folded[sentence.lowerBound..<tokens[index].range.lowerBound]
    return before.count { $0 == 0x201C } > before.count { $0 == 0x201D }
  }

  private mutating func open(at index: Int) {
    let isBehindFigure = index > 0 && tokens[index - 1].figure != nil
    let whole = isBehindFigure && drafts.count > first ? drafts.count - 1 : nil
    brackets.append(Bracket(whole: whole, partsOutside: partsBegin))
  }

  private mutating func take(year: Int, at index: Int) {
    let printed = ProseFold.string(passage.folded[tokens[index].range])
    namedYear = year
    yearDoubt = year == body.year ? nil : Claim.Doubt(.period, printed)
    if year == body.year { scope.restartYear() }
    if index >= 2, case .year = tokens[index - 2].content, !tokens[index - 1].isBoundary {
      yearDoubt = Claim.Doubt(.period, printed)
    }
  }

  private mutating func take(_ word: ProseVocabulary.Word, at index: Int) {
    switch word.role {
    case .part: partsBegin = (drafts.count, brackets.count)
    case .thisYear:
      scope.restartYear()
      yearDoubt = nil
      namedYear = nil
    case .denial: deny(at: index)
    case .universal(let universal): takeAll(universal, at: index)
    case .level: takeLevel(at: index)
    case .applicants(let applicants, let isDoubtful) where !isDoubtful:
      takeAll(applicants, at: index)
    default: break
    }
  }
}
