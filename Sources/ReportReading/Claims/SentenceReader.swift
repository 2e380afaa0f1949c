import ReportModel

/// Reads the claims of one sentence, figure by figure.
struct SentenceReader {
  private struct Bracket {
    /// The figure that stands before it.
    let whole: Int?
    /// What 其中 said outside.
    let partsOutside: (claims: Int, depth: Int)?
  }

  private let vocabulary: ProseVocabulary
  private let body: BodyOfReport
  private let passage: ProsePassage
  private let number: Int
  private let sentence: Range<Int>
  private let tokens: [ProseToken]
  /// The first claim of this sentence, and of the passage.
  private let first: Int
  private let firstOfPassage: Int
  private var context: FigureMeaning.Context
  private var brackets: [Bracket] = []
  /// The claims that stood before 其中, and how deep in brackets it stands.
  private var partsBegin: (claims: Int, depth: Int)?
  private var namedYear: Int?
  private var yearDoubt: Claim.Doubt?
  /// Doubts about whose figures and of which time, from the beginning of the sentence.
  private var headDoubts: [Claim.Doubt] = []
  /// The token behind the last figure.
  private var segmentStart = 0
  /// What the figures of a list are of, where 分别 says so.
  private var respective: [(topic: ClauseView.Topic?, isLast: Bool)] = []
  private var breakdowns: [Int: (count: Int, key: String)] = [:]
  private(set) var drafts: [ClaimDraft]

  init(
    _ sentence: Range<Int>, tokens: [ProseToken], of passage: ProsePassage, number: Int,
    context: FigureMeaning.Context, drafts: [ClaimDraft], vocabulary: ProseVocabulary,
    body: BodyOfReport
  ) {
    self.sentence = sentence
    self.tokens = tokens
    self.passage = passage
    self.number = number
    self.context = context
    self.drafts = drafts
    self.vocabulary = vocabulary
    self.body = body
    first = drafts.count
    firstOfPassage = drafts.firstIndex { $0.passage == number } ?? drafts.count
  }

  mutating func read() {
    let text = passage.folded[sentence]
    context.namesDisclosure = zip(text, text.dropFirst()).contains { $0 == 0x516C && $1 == 0x5F00 }
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
        if !isQuoted(index) { take(figure, at: index) }
      case .mark(.open): open(at: index)
      case .mark(.close): if let bracket = brackets.popLast() { partsBegin = bracket.partsOutside }
      case .year(let year): take(year: year, at: index)
      case .word(let word): take(vocabulary.words[word], at: index)
      case .mark, .otherDay, .comparedYear, .skipped, .unknown: break
      }
    }
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
    if index >= 2, case .year = tokens[index - 2].content, !tokens[index - 1].isBoundary {
      yearDoubt = Claim.Doubt(.period, printed)
    }
  }

  private mutating func take(_ word: ProseVocabulary.Word, at index: Int) {
    switch word.role {
    case .part: partsBegin = (drafts.count, brackets.count)
    case .denial: deny(at: index)
    case .universal(let universal): takeAll(universal, at: index)
    case .level: takeLevel(at: index)
    case .applicants(let applicants, let isDoubtful) where !isDoubtful:
      takeAll(applicants, at: index)
    default: break
    }
  }

  // MARK: figures

  private mutating func take(_ figure: ProseFigure, at index: Int) {
    let clauses = self.clauses(before: index)
    segmentStart = index + 1
    let views = clauses.map { self.view($0) }
    var view = views[views.count - 1]
    let isBare =
      view.topics.allSatisfy(\.isWeak) && view.acts.isEmpty
      && (view.isEmpty || !view.applicants.isEmpty)
    if isBare, !view.isShare, !view.isCompared, clauses.count > 1,
      !(clauses.last ?? []).isEmpty, respective.isEmpty
    {
      // 收到政府信息公开申请，共计20件; 新收申请中，自然人提出20件.
      let wider = self.view(clauses[clauses.count - 2] + (clauses.last ?? []))
      if !wider.topics.isEmpty || !wider.acts.isEmpty { view = wider }
    }
    for view in views { note(view) }
    var draft = self.draft(figure, at: index)
    draft.bound = figure.bound ?? view.bound ?? (figure.number.isLower ? .atLeast : .exact)
    if drafts.count == first { headDoubts = views.flatMap { Self.ofScope($0.doubts) } }
    draft.doubts =
      view.doubts + view.foreign + views.dropLast().flatMap { Self.ofScope($0.doubts) }
    if figure.unit == "%" || (view.isCompared && view.direction != 0) {
      takeComparison(draft, figure, view: view, at: index)
    } else {
      takeCount(draft, figure, view: view, at: index)
    }
  }

  private func draft(_ figure: ProseFigure, at index: Int) -> ClaimDraft {
    ClaimDraft(
      kind: .count, value: figure.number.value, decimals: figure.number.decimals,
      unit: figure.unit, year: namedYear, depth: brackets.count, passage: number,
      range: tokens[index].range, sentence: sentence)
  }

  /// Doubts that hold for more than the figure beside them.
  private static func ofScope(_ doubts: [Claim.Doubt]) -> [Claim.Doubt] {
    doubts.filter { [.body, .period, .subset].contains($0.reason) }
  }

  private mutating func takeCount(
    _ plain: ClaimDraft, _ figure: ProseFigure, view: ClauseView, at index: Int
  ) {
    var draft = plain
    let meaning = self.meaning(of: figure, view: view, at: index, into: &draft)
    // 增加20件 without a word on what is compared is no count of anything.
    let isChange = view.direction != 0
    if !isChange {
      draft.meanings = draft.meanings.isEmpty ? meaning?.meanings ?? [] : draft.meanings
    }
    draft.area = meaning?.area ?? draft.area
    draft.isKind = meaning?.isKind ?? false
    draft.word = meaning?.word ?? draft.word
    for doubt in meaning?.doubts ?? [] { draft.doubt(doubt.reason, doubt.words) }
    // 一件, 两项 with nothing that they could be of are no statement.
    guard !draft.meanings.isEmpty || !figure.number.isChinese else { return }
    // Beside the text, pages count their visitors.
    guard !draft.meanings.isEmpty || (!figure.unit.isEmpty && isRunningText) else { return }
    if !draft.applicants.isEmpty, !draft.isKind, draft.part == nil, !draft.isOfSeveral,
      let whole = figuresOfRequests(from: firstOfPassage).last(where: {
        drafts[$0].meanings == draft.meanings
      })
    {
      setPart(&draft, of: whole, key: "applicants")
    }
    link(&draft, view: view)
    nameWhole(&draft, view: view)
    if drafts.count > first, draft.depth == 0 || draft.part == nil {
      for doubt in headDoubts where doubt.reason != .subset {
        draft.doubt(doubt.reason, doubt.words)
      }
    }
    if let yearDoubt { draft.doubt(yearDoubt.reason, yearDoubt.words) }
    drafts.append(draft)
    // 其中县民政局1件 says nothing of the others.
    if drafts.count == first + 1, draft.part != nil { headDoubts = [] }
    if draft.part == nil {
      context.acts = view.acts.isEmpty ? context.acts : view.acts
      context.actsArea = draft.area ?? context.actsArea
    }
    context.area = draft.area ?? context.area
    if draft.isKind { context.kinds += 1 }
  }

  private mutating func meaning(
    of figure: ProseFigure, view: ClauseView, at index: Int, into draft: inout ClaimDraft
  ) -> FigureMeaning? {
    if view.isRespective { queue(view, at: index) }
    if !respective.isEmpty, view.isRespective || view.isEmpty {
      guard let topic = respective.removeFirst().topic else { return nil }
      draft.doubts = Self.ofScope(draft.doubts)
      return meaning(of: [topic.token], unit: figure.unit)
    }
    respective = []
    if !view.applicants.isEmpty {
      draft.applicants = view.applicants
      let hasOwn = view.topics.contains { $0.isKind } || !view.acts.isEmpty
      if !hasOwn, takeWhole(into: &draft, printed: view.topics.last?.text) { return nil }
    }
    let own = FigureMeaning(
      view, unit: figure.unit, context: context, vocabulary: vocabulary, gap: gap)
    let after = self.view(tokensBehind(index))
    if own.area == nil, view.residue.isEmpty, !view.isShare,
      let other = behind(after, figure, into: &draft)
    {
      return other
    }
    guard !after.residue.isEmpty else { return own }
    // 处理了10起网络热点: what is counted stands behind.
    if view.topics.isEmpty { return nil }
    for residue in after.residue { draft.doubt(.wording, residue) }
    return own
  }

  /// 其中自然人371件: of the one figure of requests before, or nobody knows of which.
  private mutating func takeWhole(into draft: inout ClaimDraft, printed: String?) -> Bool {
    let inSentence = figuresOfRequests(from: first)
    let wholes = inSentence.isEmpty ? figuresOfRequests(from: firstOfPassage) : inSentence
    guard let whole = wholes.last else { return false }
    draft.area = vocabulary.requests
    draft.word = drafts[whole].word
    if let last = drafts.last, drafts.count > first, !last.applicants.isEmpty, !last.isKind,
      last.area == vocabulary.requests, last.kind == .count
    {
      // 自然人20件，商业企业3件: of the same.
      draft.meanings = last.meanings
      draft.word = last.word
      draft.part = last.part
      draft.isOfSeveral = last.isOfSeveral
      return true
    }
    let isMarked = brackets.last?.whole.map(wholes.contains) ?? false
    if wholes.count == 1 || isMarked {
      let known = isMarked ? brackets.last?.whole ?? whole : whole
      draft.meanings = drafts[known].meanings
      if draft.part == nil { setPart(&draft, of: known, key: "applicants") }
      return true
    }
    for other in wholes {
      draft.meanings += drafts[other].meanings.filter { !draft.meanings.contains($0) }
    }
    draft.word = printed ?? draft.word
    draft.isOfSeveral = true
    return true
  }

  private func tokensBehind(_ index: Int) -> [Int] {
    var after: [Int] = []
    for next in tokens.indices.dropFirst(index + 1) {
      if tokens[next].isBoundary || tokens[next].figure != nil || tokens[next].mark == .pause {
        break
      }
      after.append(next)
    }
    return after
  }

  /// 另有72件顺延到下年度, 有1件涉及政府信息公开的行政复议.
  private func behind(
    _ view: ClauseView, _ figure: ProseFigure, into draft: inout ClaimDraft
  ) -> FigureMeaning? {
    let strong = view.topics.filter { !$0.isWeak }
    guard let last = strong.last, last.isKind || vocabulary.proceedings.contains(last.subject)
    else { return nil }
    draft.doubts += view.doubts + view.foreign
    return FigureMeaning(
      view, unit: figure.unit, context: context, vocabulary: vocabulary, gap: gap)
  }

  private func meaning(of indices: [Int], unit: String) -> FigureMeaning {
    FigureMeaning(
      view(indices), unit: unit, context: context, vocabulary: vocabulary, gap: gap)
  }

  /// A、B、C分别为1件、2件、3件: as many figures as names, or nobody knows.
  private mutating func queue(_ view: ClauseView, at index: Int) {
    var count = 1
    var next = index + 1
    while next + 1 < tokens.count, isListMark(tokens[next]), tokens[next + 1].figure != nil {
      count += 1
      next += 2
    }
    let names = view.topics.filter { !$0.isWeak }
    let fits = names.count == count
    respective = (0..<count).map { (fits ? names[$0] : nil, $0 == count - 1) }
  }

  private func isListMark(_ token: ProseToken) -> Bool {
    if token.mark == .pause || token.mark == .comma { return true }
    if case .word(let word) = token.content, case .joiner = vocabulary.words[word].role {
      return true
    }
    return false
  }

  private mutating func takeComparison(
    _ plain: ClaimDraft, _ figure: ProseFigure, view: ClauseView, at index: Int
  ) {
    var draft = plain
    let isPercent = figure.unit == "%"
    let isGrowth = view.direction != 0 || (view.isCompared && isPercent)
    let meaning = FigureMeaning(
      view, unit: figure.unit, context: context, vocabulary: vocabulary, gap: gap)
    // The figure before, unless the words name another.
    let isInBracket = view.isEmpty && brackets.last?.whole != nil
    let before =
      isInBracket
      ? brackets.last?.whole
      : drafts.indices.last {
        $0 >= first && drafts[$0].kind == .count && drafts[$0].depth == brackets.count
      }
    let isOwn = meaning.isKind || (meaning.area != nil && !view.topics.allSatisfy(\.isWeak))
    if isOwn {
      draft.meanings = meaning.meanings
      draft.area = meaning.area
      draft.word = meaning.word
      for doubt in meaning.doubts { draft.doubt(doubt.reason, doubt.words) }
    } else {
      draft.subject = before
    }
    guard isGrowth || view.isShare || isInBracket || isOwn else { return }
    if isGrowth {
      draft.kind = isPercent ? .growth : .change
      if view.direction < 0 {
        draft.value = Quantity.zero.subtracting(draft.value) ?? draft.value
      }
      if !view.isCompared { draft.doubt(.period, view.direction < 0 ? "-" : "+") }
    } else {
      draft.kind = .share
      draft.part = before.flatMap { isOwn ? nil : drafts[$0].part }
    }
    guard isOwn || draft.subject != nil else { return }
    if let yearDoubt { draft.doubt(yearDoubt.reason, yearDoubt.words) }
    drafts.append(draft)
  }

  private mutating func takeLevel(at index: Int) {
    let clause = clauses(before: index).last ?? []
    let view = self.view(clause)
    guard view.isCompared, let before = drafts.indices.last, before >= first,
      drafts[before].kind == .count
    else { return }
    var draft = ClaimDraft(
      kind: .change, value: .zero, unit: drafts[before].unit, year: namedYear,
      depth: brackets.count, passage: number, range: tokens[index].range, sentence: sentence)
    draft.subject = before
    draft.doubts = view.doubts
    drafts.append(draft)
  }

  // MARK: wholes and parts

  private mutating func link(_ draft: inout ClaimDraft, view: ClauseView) {
    guard draft.part == nil, !view.isBesides, !draft.isOfSeveral else { return }
    let key = draft.applicants.isEmpty ? draft.isKind ? "kinds" : "others" : "applicants"
    if let bracket = brackets.last(where: { $0.whole != nil }), let whole = bracket.whole {
      return setPart(&draft, of: whole, key: key + "(")
    }
    if let parts = partsBegin, parts.depth <= brackets.count {
      let isFirst = parts.claims <= first
      let whole = drafts.indices.prefix(parts.claims).last { index in
        let other = drafts[index]
        return index >= (isFirst ? firstOfPassage : first) && other.kind == .count
          && other.depth == parts.depth && other.unit == draft.unit
          && other.part == nil && Self.mayShare(other.area, draft.area)
      }
      if let whole { return setPart(&draft, of: whole, key: key) }
    }
    guard draft.isKind, draft.area == vocabulary.requests,
      draft.meanings.allSatisfy({ $0.allSatisfy { $0.text.hasPrefix("outcome.") } }),
      let whole = lastOfRequests(from: firstOfPassage)
    else { return }
    setPart(&draft, of: whole, key: key)
  }

  /// 复议3件，其中纠正1件；诉讼2件: what is of something else is no part.
  private static func mayShare(_ left: Int?, _ right: Int?) -> Bool {
    left == nil || right == nil || left == right
  }

  private mutating func setPart(_ draft: inout ClaimDraft, of whole: Int, key: String) {
    var known = breakdowns[whole] ?? (0, key)
    if known.key != key { known = (known.count + 1, key) }
    breakdowns[whole] = known
    draft.part = Claim.Part(of: whole, breakdown: known.count)
  }

  /// 市政府349件 among the parts of a whole: the whole's figure, of another body.
  private func nameWhole(_ draft: inout ClaimDraft, view: ClauseView) {
    guard draft.meanings.isEmpty, let part = draft.part, draft.applicants.isEmpty,
      draft.doubts.contains(where: { $0.reason == .body }), view.topics.isEmpty,
      view.acts.isEmpty, drafts[part.whole].unit == draft.unit
    else { return }
    draft.meanings = drafts[part.whole].meanings
    draft.word = drafts[part.whole].word
  }

  /// The last figure of requests, received or dealt with, that others may be parts of.
  private func lastOfRequests(from start: Int) -> Int? {
    let all = figuresOfRequests(from: start)
    return all.last { drafts[$0].meanings == [[IndicatorCode("outcome.total")]] } ?? all.last
  }

  private func figuresOfRequests(from start: Int) -> [Int] {
    drafts.indices.filter { index in
      let draft = drafts[index]
      return index >= start && draft.kind == .count && draft.area == vocabulary.requests
        && !draft.isKind && draft.applicants.isEmpty && !draft.meanings.isEmpty
    }
  }

  // MARK: denials

  private mutating func deny(at index: Int) {
    // What stands in no sentence is a table's.
    guard isRunningText else { return }
    var after: [Int] = []
    for next in tokens.indices.dropFirst(index + 1) {
      if tokens[next].isBoundary { break }
      // 没有1件被纠错: more than is understood here.
      if tokens[next].figure != nil { return }
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

  private var isRunningText: Bool {
    passage.folded.contains { $0 == 0x3002 || $0 == 0x2C || $0 == 0x3B }
  }

  private func denied(
    _ topic: ClauseView.Topic, acts: [ClauseView.Act], doubts: [Claim.Doubt]
  ) -> [([[IndicatorCode]], [Claim.Doubt])] {
    if topic.isKind { return [(topic.rule?.denied ?? [], doubts)] }
    var doubts = doubts
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

  private mutating func append(
    _ kind: Claim.Kind, _ meanings: [[IndicatorCode]], area: Int, doubts: [Claim.Doubt],
    at index: Int
  ) {
    var draft = ClaimDraft(
      kind: kind, meanings: meanings, value: .zero, unit: "", year: namedYear, area: area,
      depth: brackets.count, passage: number, range: tokens[index].range, sentence: sentence)
    for doubt in doubts { draft.doubt(doubt.reason, doubt.words) }
    drafts.append(draft)
  }

  private func proceedingsSpokenOf() -> [Int] {
    let inSentence = drafts[first...].compactMap(\.area).filter(vocabulary.proceedings.contains)
    let all =
      inSentence.isEmpty
      ? drafts[firstOfPassage...].compactMap(\.area).filter(vocabulary.proceedings.contains)
      : inSentence
    return Set(all).sorted()
  }

  private mutating func takeAll(_ universal: ProseVocabulary.Universal, at index: Int) {
    for subject in proceedingsSpokenOf() {
      guard let meanings = vocabulary.subjects[subject].universals[universal] else { continue }
      append(
        .none, meanings, area: subject,
        doubts: headDoubts + (yearDoubt.map { [$0] } ?? []), at: index)
    }
  }

  /// 8份，均为自然人申请: all of the figure before.
  private mutating func takeAll(_ applicants: [Applicant], at index: Int) {
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

  // MARK: clauses

  /// The clauses since the last figure, the one beside this figure last; brackets that hold no
  /// figure are passed over.
  private func clauses(before index: Int) -> [[Int]] {
    var clauses: [[Int]] = [[]]
    var position = segmentStart
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

  private func view(_ indices: [Int]) -> ClauseView {
    ClauseView(
      indices.map { (offset: $0, element: tokens[$0]) }, in: passage.folded,
      vocabulary: vocabulary, body: body)
  }

  /// Takes to mind what a clause speaks of.
  private mutating func note(_ view: ClauseView) {
    for topic in view.topics {
      if topic.subject == vocabulary.requests, !topic.isKind { context.namesRequests = true }
      if !topic.isWeak {
        context.area = topic.subject
        context.isNamed = true
      }
    }
  }

  private func gap(_ left: Int, _ right: Int) -> ProseGap {
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
