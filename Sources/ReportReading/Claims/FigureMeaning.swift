import ReportModel

/// Finds what a figure is of, from the words beside it and what its sentence has spoken of before.
struct FigureMeaning {
  /// What the sentence has spoken of so far.
  struct Context {
    /// The subject of the last topic; at first that of the sentence or heading before.
    var area: Int?
    /// Whether this sentence has named it.
    var isNamed = false
    /// The subject last spoken of by a word that is of it alone, ways of dealing with requests aside.
    var subjectBefore: Int?
    /// Whether the sentence names requests before or behind.
    var comesToRequests = false
    /// Whether requests were named, and not only ways of dealing with them.
    var namesRequests = false
    var kinds = 0
    /// The verbs beside the last figure, and its subject.
    var acts: [ClauseView.Act] = []
    var actsArea: Int?
    /// Whether this sentence speaks of disclosure.
    var namesDisclosure = false
    /// The proceedings that the text has said to be about disclosure.
    var onDisclosure: Set<Int> = []
    /// Whether the sentence comes to disclosure behind the figure.
    var namesDisclosureBehind = false
    /// Whether the heading over it says that they are.
    var isUnderHeading = false
  }

  private(set) var meanings: [[IndicatorCode]] = []
  private(set) var area: Int?
  private(set) var isKind = false
  private(set) var doubts: [Claim.Doubt] = []
  /// The verb or noun that leaves it open.
  private(set) var word = ""

  private let vocabulary: ProseVocabulary
  private let unit: String
  private let context: Context

  /// - Parameter gap: whether nothing but joints stands between two tokens; the second value says
  ///   whether there is one.
  init(
    _ view: ClauseView, unit: String, context: Context, vocabulary: ProseVocabulary,
    gap: (Int, Int) -> ProseGap
  ) {
    self.vocabulary = vocabulary
    self.unit = unit
    self.context = context
    let strong = view.topics.filter { !$0.isWeak }
    if let last = strong.last ?? view.topics.last {
      // 不予公开的申请: the noun is what is not disclosed.
      let kind = strong.last { $0.isKind && $0.subject == last.subject }
      if let kind {
        takeKinds(strong, last: kind, view: view, gap: gap)
      } else {
        takeNouns(strong.isEmpty ? [last] : strong, last: last, view: view, gap: gap)
      }
    } else if !view.acts.isEmpty, view.residue.isEmpty, let area = context.area,
      context.isNamed || area == vocabulary.requests
    {
      take(acts: view.acts, of: area)
      self.area = area
      if vocabulary.proceedings.contains(area), !context.onDisclosure.contains(area) {
        doubts.append(Claim.Doubt(.word, view.acts[0].text))
      }
    } else if !view.acts.isEmpty, view.residue.isEmpty, context.comesToRequests {
      // 新收0件，上年结转0件政府信息公开申请: a verb that is said of requests alone.
      let rules = view.acts.map { vocabulary.words[$0.word].acts[vocabulary.requests]?.meanings }
      if rules.allSatisfy({ $0 == [[IndicatorCode("requests.new")]] }) {
        take(acts: view.acts, of: vocabulary.requests)
        self.area = vocabulary.requests
      }
    }
    settleUnit()
    if isOfSomethingElse(view) { meanings = [] }
  }

  /// Unknown words make 申请 an application for anything, 复议 anybody's, and 行政许可 what is
  /// published of it; beside requests for information they only narrow them down.
  private func isOfSomethingElse(_ view: ClauseView) -> Bool {
    guard let area, view.doubts.contains(where: { $0.reason == .wording }) else { return false }
    if area == vocabulary.requests { return view.topics.allSatisfy(\.isWeak) && !isKind }
    return !vocabulary.proceedings.contains(area) || !context.namesDisclosure
  }

  private mutating func settleUnit() {
    guard let area, !vocabulary.subjects[area].units.contains(unit) else { return }
    if unit != "%" { meanings = [] }
  }

  /// 予以公开, 不予公开; several joined are one sum.
  private mutating func takeKinds(
    _ topics: [ClauseView.Topic], last: ClauseView.Topic, view: ClauseView,
    gap: (Int, Int) -> ProseGap
  ) {
    guard let rule = last.rule else { return }
    area = last.subject
    isKind = true
    word = last.text
    meanings = rule.meanings
    let kinds = topics.filter { $0.isKind && $0.token <= last.token }
    var next = last
    for kind in kinds.dropLast().reversed() {
      guard kind.subject == last.subject, let other = kind.rule,
        let (sum, codes) = Self.single(meanings, other.meanings)
      else { break }
      switch gap(kind.token, next.token) {
      case .joined: meanings = [codes + sum]
      case .open(let isAndSoOn): relate(codes, to: sum, kind.text, isAndSoOn: isAndSoOn)
      case .apart: doubts.append(Claim.Doubt(.subset, kind.text))
      }
      next = kind
    }
    if rule.isDoubtful { doubts.append(Claim.Doubt(.word, last.text)) }
    for topic in topics where topic.subject != last.subject {
      doubts.append(Claim.Doubt(.word, topic.text))
    }
    if last.subject == vocabulary.requests {
      if !context.namesRequests, context.area != vocabulary.requests {
        doubts.append(Claim.Doubt(.word, last.text))
      }
      // 办结上年结转申请: those of them that were dealt with.
      let isCarried = meanings.contains { $0.contains { $0.text.hasPrefix("requests.") } }
      // 行政复议新收5件，上年结转2件: reviews are carried over too.
      if isCarried, let area = context.subjectBefore, area != vocabulary.requests {
        doubts.append(Claim.Doubt(.subset, last.text))
      }
      for act in view.acts where isCarried && act.token < last.token {
        doubts.append(Claim.Doubt(.word, act.text))
      }
    } else if !context.onDisclosure.contains(last.subject) {
      doubts.append(Claim.Doubt(.word, last.text))
    }
  }

  /// Two kinds side by side, of which one may be a part of the other.
  private mutating func relate(
    _ earlier: [IndicatorCode], to later: [IndicatorCode], _ text: String, isAndSoOn: Bool
  ) {
    guard let first = earlier.first, let second = later.first, earlier.count == 1, later.count == 1
    else { return doubts.append(Claim.Doubt(.subset, text)) }
    if second.text.hasPrefix(first.text + ".") { return }
    if first.text.hasPrefix(second.text + ".") {
      // 因不掌握等原因无法提供 is all of it, 因不掌握无法提供 may be either.
      if !isAndSoOn { meanings = [earlier, later] }
      return
    }
    doubts.append(Claim.Doubt(.subset, text))
  }

  private static func single(
    _ left: [[IndicatorCode]], _ right: [[IndicatorCode]]
  ) -> ([IndicatorCode], [IndicatorCode])? {
    guard left.count == 1, right.count == 1 else { return nil }
    return (left[0], right[0])
  }

  /// 行政复议, 规范性文件; proceedings that are joined are one sum.
  private mutating func takeNouns(
    _ topics: [ClauseView.Topic], last: ClauseView.Topic, view: ClauseView,
    gap: (Int, Int) -> ProseGap
  ) {
    area = last.subject
    word = last.text
    var subjects = [last.subject]
    var next = last
    for topic in topics.dropLast().reversed() {
      let isJoined = if case .joined = gap(topic.token, next.token) { true } else { false }
      if topic.subject == last.subject {
        // 政府信息公开行政复议、行政复议案件: said twice.
      } else if isJoined, !topic.isKind, vocabulary.proceedings.contains(topic.subject),
        vocabulary.proceedings.contains(last.subject)
      {
        if !subjects.contains(topic.subject) { subjects.insert(topic.subject, at: 0) }
      } else if topic.isKind {
        doubts.append(Claim.Doubt(.subset, topic.text))
      } else if topic.subject != vocabulary.requests
        || !vocabulary.proceedings.contains(last.subject)
      {
        // 经行政复议后提起诉讼: not of both, and not of all suits.
        let isBoth = vocabulary.proceedings.isSuperset(of: [topic.subject, last.subject])
        doubts.append(Claim.Doubt(isBoth ? .subset : .word, topic.text))
      }
      next = topic
    }
    for subject in subjects { take(acts: acts(view, for: subject), of: subject, sum: true) }
    if vocabulary.proceedings.contains(last.subject),
      !context.onDisclosure.isSuperset(of: subjects)
    {
      // 办理行政复议案件220件，其中涉及信息公开3件 is said of all kinds.
      let isOfAll =
        context.namesDisclosureBehind || view.namesBody || doubts.contains { $0.reason == .word }
      doubts.append(Claim.Doubt(isOfAll ? .subset : .word, last.text))
    }
  }

  /// The verbs beside the figure, else those beside the figure before, where that was of the like.
  private mutating func acts(_ view: ClauseView, for subject: Int) -> [ClauseView.Act] {
    guard view.acts.isEmpty, let before = context.actsArea, before != vocabulary.requests else {
      return view.acts
    }
    // 复议维持3件，诉讼1件: how proceedings ended is said of these alone.
    let isProceeding = vocabulary.proceedings.contains(subject)
    let known = context.acts.filter { act in
      guard let rule = vocabulary.words[act.word].acts[subject] else { return false }
      // 尚未审结复议2件、诉讼1件 may be said of both.
      if isProceeding, !rule.isDoubtful { doubts.append(Claim.Doubt(.subset, act.text)) }
      return !isProceeding || rule.isDoubtful
    }
    let isAlike =
      before == subject || vocabulary.proceedings.isSuperset(of: [before, subject])
      || !vocabulary.proceedings.contains(before) && !vocabulary.proceedings.contains(subject)
    return isAlike ? known : []
  }

  private mutating func take(acts: [ClauseView.Act], of subject: Int, sum: Bool = false) {
    var found: [[IndicatorCode]] = []
    var hasRule = false
    for act in acts {
      guard let rule = vocabulary.words[act.word].acts[subject] else {
        if !vocabulary.words[act.word].isFiller {
          doubts.append(Claim.Doubt(.wording, act.text))
        }
        continue
      }
      hasRule = true
      word = act.text
      found += rule.meanings.filter { !found.contains($0) }
      if rule.isDoubtful { doubts.append(Claim.Doubt(.word, act.text)) }
    }
    if !hasRule, let rule = vocabulary.subjects[subject].rule, sum { found = rule.meanings }
    if sum, meanings.count == 1, found.count == 1 {
      meanings = [meanings[0] + found[0]]
    } else {
      meanings += found.filter { !meanings.contains($0) }
    }
  }
}

/// What stands between two words of a clause.
enum ProseGap {
  /// 和, 及, 、.
  case joined
  /// Nothing that matters; 等 or not.
  case open(isAndSoOn: Bool)
  case apart
}
