import ReportModel

/// What narrows the figures of a text from where it is said: 在教育领域, 网络申请, 县教育局, 上半年,
/// 自然人. It holds for what follows until the text says otherwise, so that a figure behind it is not
/// taken for one of all there is.
struct SentenceScope {
  struct Narrowing {
    let doubt: Claim.Doubt
    /// How many brackets are open around it.
    let depth: Int
    /// Whether it stands before all figures of its sentence, and so over all of them.
    var isHead: Bool
    /// Whether it is the subject of what is told, until another is named: 县教育局积极回应关切。
    var isSubject = false
    /// The part that it stands beside, where it is one of a whole.
    let part: Claim.Part?
    /// The stretch between semicolons that it stands in; -1 in a sentence before.
    var stretch: Int
  }

  /// More than so many of one reason say no more, and a page could be made to have any number.
  private static let mostOfReason = 16

  private(set) var open: [Narrowing] = []
  private(set) var stretch = 0

  mutating func endStretch() { stretch += 1 }

  /// A bracket ends, and with it what was said in it.
  mutating func close(to depth: Int) { open.removeAll { $0.depth > depth } }

  /// The sentence ends; what it narrowed may go on.
  mutating func endSentence() {
    stretch = 0
    for index in open.indices {
      open[index].isHead = false
      open[index].stretch = -1
    }
    close(to: 0)
  }

  mutating func narrow(
    _ doubts: [Claim.Doubt], depth: Int, isHead: Bool, isSubject: Bool = false,
    part: Claim.Part? = nil
  ) {
    for doubt in doubts where !open.contains(where: { $0.doubt == doubt && $0.depth <= depth }) {
      open.append(
        Narrowing(
          doubt: doubt, depth: depth, isHead: isHead, isSubject: isSubject, part: part,
          stretch: stretch))
      let alike = open.indices.filter { open[$0].doubt.reason == doubt.reason }
      if alike.count > Self.mostOfReason { open.remove(at: alike[1]) }
    }
  }

  /// What follows names another part in place of the last: 信函申请 behind 网络申请.
  mutating func replace(_ doubts: [Claim.Doubt], depth: Int) {
    let reasons = Set(doubts.map(\.reason))
    open.removeAll { narrowing in
      !narrowing.isHead && narrowing.depth >= depth && reasons.contains(narrowing.doubt.reason)
    }
  }

  /// The parts of a whole are all named: what follows is of the whole again.
  mutating func finish(_ isComplete: (Claim.Part) -> Bool) {
    open.removeAll { narrowing in
      guard let part = narrowing.part, narrowing.stretch != stretch else { return false }
      return isComplete(part)
    }
  }

  /// A clause names what its figure is of and nothing that narrows it.
  mutating func restart(_ view: ClauseView) {
    open.removeAll { narrowing in
      if narrowing.isHead { return false }
      switch narrowing.doubt.reason {
      case .body where narrowing.isSubject || narrowing.stretch >= 0: return view.namesBody
      case .period: return view.namesYear
      default:
        return narrowing.stretch < 0 || view.namesBody
          || (narrowing.stretch < stretch && (view.isOfAll || view.namesYear))
      }
    }
  }

  /// The year reported on is named.
  mutating func restartYear() {
    open.removeAll { $0.doubt.reason == .period }
  }

  func doubts(depth: Int) -> [Claim.Doubt] { open.filter { $0.depth <= depth }.map(\.doubt) }
}
