import ReportModel

/// The words beside a figure, sorted by what they say.
struct ClauseView {
  /// A word that a figure can be of.
  struct Topic {
    let token: Int
    let subject: Int
    /// `nil` for nouns that say nothing without a verb.
    let rule: ProseVocabulary.Rule?
    let isKind: Bool
    let isWeak: Bool
    let text: String
  }

  /// A verb.
  struct Act {
    let token: Int
    /// Its number in the vocabulary.
    let word: Int
    let text: String
  }

  private(set) var topics: [Topic] = []
  private(set) var acts: [Act] = []
  private(set) var applicants: [Applicant] = []
  private(set) var doubts: [Claim.Doubt] = []
  /// What nobody knows the meaning of, or what is none of the subjects.
  private(set) var residue: [String] = []
  /// What is none of the subjects, as a doubt: it does no harm in a list of what there was not.
  private(set) var foreign: [Claim.Doubt] = []
  private(set) var bound: Claim.Bound?
  private(set) var isCompared = false
  /// 1 where a word says more than before, -1 where one says less.
  private(set) var direction = 0
  private(set) var isShare = false
  private(set) var isBesides = false
  private(set) var isRespective = false
  /// Whether it says that all of something is meant: 共, 合计.
  private(set) var isOfAll = false
  /// Whether it names the body whose report it is, or its territory.
  private(set) var namesBody = false
  /// Whether it names the year reported on.
  private(set) var namesYear = false
  /// Whether it says up to where something rose or fell: 增至, 减少到.
  private(set) var isReached = false
  /// Whether nothing in it says anything about a figure.
  var isEmpty: Bool {
    topics.isEmpty && acts.isEmpty && applicants.isEmpty && residue.isEmpty
  }

  /// - Parameter tokens: of one clause, without figures.
  init(
    _ tokens: some Sequence<(offset: Int, element: ProseToken)>, in text: [UInt32],
    vocabulary: ProseVocabulary, body: BodyOfReport
  ) {
    for (offset, token) in tokens {
      // Most words say nothing: no string is made of them.
      let printed = { ProseFold.string(text[token.range]) }
      switch token.content {
      case .word(let word):
        take(vocabulary.words[word], word, at: offset, printed, vocabulary, body)
      case .unknown: take(unknown: printed(), body, vocabulary)
      case .otherDay: doubts.append(Claim.Doubt(.period, printed()))
      case .comparedYear(let year):
        isCompared = true
        if year != body.year - 1 { doubts.append(Claim.Doubt(.period, printed())) }
      case .year(let year): namesYear = namesYear || year == body.year
      case .figure, .mark, .skipped: break
      }
    }
  }

  private mutating func take(
    unknown printed: String, _ body: BodyOfReport, _ vocabulary: ProseVocabulary
  ) {
    if body.isShort(printed) {
      namesBody = true
      return
    }
    residue.append(printed)
    let isName = body.isName(printed, endings: vocabulary.bodyEndings)
    doubts.append(Claim.Doubt(isName ? .body : .wording, printed))
  }

  private mutating func take(
    _ word: ProseVocabulary.Word, _ number: Int, at offset: Int, _ printed: () -> String,
    _ vocabulary: ProseVocabulary, _ body: BodyOfReport
  ) {
    if !word.acts.isEmpty { acts.append(Act(token: offset, word: number, text: printed())) }
    switch word.role {
    case .noun(let subject), .weakNoun(let subject):
      let isWeak = if case .weakNoun = word.role { true } else { false }
      topics.append(
        Topic(
          token: offset, subject: subject, rule: vocabulary.subjects[subject].rule,
          isKind: false, isWeak: isWeak, text: printed()))
    case .kind(let subject, let rule):
      topics.append(
        Topic(
          token: offset, subject: subject, rule: rule, isKind: true, isWeak: false,
          text: printed()))
    case .applicants(let found, let isDoubtful):
      applicants += found.filter { !applicants.contains($0) }
      if isDoubtful { doubts.append(Claim.Doubt(.word, printed())) }
    case .compared: isCompared = true
    case .rise: turn(1, printed())
    case .fall: turn(-1, printed())
    case .share: isShare = true
    case .bound(let found): bound = found
    case .besides: isBesides = true
    case .respectively: isRespective = true
    case .body(let kind):
      if body.isMeant(by: kind) {
        namesBody = true
      } else {
        doubts.append(Claim.Doubt(.body, printed()))
      }
    case .subset: doubts.append(Claim.Doubt(.subset, printed()))
    case .otherPeriod: doubts.append(Claim.Doubt(.period, printed()))
    case .foreign:
      residue.append(printed())
      foreign.append(Claim.Doubt(.wording, printed()))
    case .thisYear: namesYear = true
    case .filler:
      let text = printed()
      if Self.totals.contains(text) { isOfAll = true }
      if direction != 0, Self.reaches.contains(text) { isReached = true }
    case .denial, .part, .level, .universal, .joiner, .act: break
    }
  }

  private static let totals: Set<String> = ["共", "共计", "总计", "合计", "总共"]
  private static let reaches: Set<String> = ["至", "到"]

  private mutating func turn(_ direction: Int, _ text: String) {
    self.direction = direction
    isReached = Self.reaches.contains { text.hasSuffix($0) }
  }

  /// Why figures beside it are only a part of what there is: doubts about whose they are, of when and
  /// of what, and applicants, whose requests are a part of all.
  ///
  /// - Parameter withWording: whether unknown words count, as they do beside the figure itself.
  func narrowings(withWording: Bool) -> [Claim.Doubt] {
    let reasons: Set<Claim.Doubt.Reason> =
      withWording ? [.body, .period, .subset, .wording] : [.body, .period, .subset]
    var found = doubts.filter { reasons.contains($0.reason) }
    if withWording { found += foreign }
    if !applicants.isEmpty {
      found.append(Claim.Doubt(.subset, applicants.map(\.rawValue).joined(separator: "+")))
    }
    return found
  }
}

/// The body whose report is read, as its sentences name it.
struct BodyOfReport {
  private let scalars: [Unicode.Scalar]
  /// What a government governs.
  private let place: [Unicode.Scalar]
  private let isOffice: Bool
  private let isGovernment: Bool
  /// Whether it is one of a government's departments, or its office: 全市 is more than that.
  private let isDepartment: Bool

  /// The year that it reports on.
  let year: Int

  init(_ name: String, year: Int) {
    self.year = year
    scalars = Array(name.unicodeScalars)
    let government = ["人民政府", "政府", "街道办事处"].first { name.hasSuffix($0) } ?? ""
    place = Array(name.unicodeScalars.dropLast(government.unicodeScalars.count))
    isOffice = name.hasSuffix("办公室") || name.hasSuffix("办公厅") || name.hasSuffix("府办")
    isGovernment = name.hasSuffix("政府") || name.hasSuffix("街道办事处")
    isDepartment =
      !isGovernment && !name.hasSuffix("管委会") && !name.hasSuffix("管理委员会")
      && Self.departments.contains { name.hasSuffix($0) }
  }

  private static let departments = [
    "局", "委", "委员会", "厅", "办", "办公室", "中心", "队", "院", "署", "处", "部",
  ]

  func isMeant(by word: ProseVocabulary.BodyWord) -> Bool {
    switch word {
    case .own: true
    case .department: !isGovernment
    case .territory: !isDepartment
    // An office that reports for itself acts for its government.
    case .office, .government: isOffice
    case .other: false
    }
  }

  /// 市科委 is short for 上海市科学技术委员会, 洪泽区 for 淮安市洪泽区人民政府.
  func isShort(_ words: String) -> Bool {
    let short = Array(words.unicodeScalars)
    guard short.count >= 2 else { return false }
    if isGovernment {
      return place.suffix(short.count).elementsEqual(short)
    }
    var rest = short[...]
    for scalar in scalars where rest.first == scalar { rest.removeFirst() }
    return rest.isEmpty
  }

  func isName(_ words: String, endings: [[UInt32]]) -> Bool {
    let scalars = words.unicodeScalars.map(\.value)
    return scalars.count >= 2 && endings.contains { scalars.suffix($0.count).elementsEqual($0) }
  }
}
