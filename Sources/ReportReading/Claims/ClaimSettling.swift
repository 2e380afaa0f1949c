import ReportModel

/// Settles what the words of single sentences leave open, from what stands around them: a figure
/// that has requests carried in among its parts counts them too.
struct ClaimSettling {
  private static let new = IndicatorCode("requests.new")
  private static let load = IndicatorCode("requests.handled_load")
  private static let carriedIn = IndicatorCode("requests.carried_in")
  private static let carriedOut = IndicatorCode("requests.carried_out")
  private static let total = IndicatorCode("outcome.total")

  private var drafts: [ClaimDraft]

  static func settle(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    var settling = ClaimSettling(drafts: drafts)
    for number in Set(drafts.map(\.passage)).sorted() { settling.settle(passage: number) }
    settling.doubtOutcomes()
    settling.handDown()
    settling.nameDoubts()
    return settling.drafts
  }

  private mutating func settle(passage: Int) {
    let inPassage = drafts.indices.filter {
      drafts[$0].passage == passage && drafts[$0].kind == .count && drafts[$0].applicants.isEmpty
    }
    for index in inPassage where drafts[index].meanings == [[Self.new], [Self.load]] {
      settleReceived(index, among: inPassage)
    }
    settleBySums(inPassage)
  }

  private mutating func settleReceived(_ index: Int, among others: [Int]) {
    let parts = others.filter { drafts[$0].part?.whole == index }
    if parts.contains(where: { [[[Self.carriedIn]], [[Self.new]]].contains(drafts[$0].meanings) }) {
      drafts[index].meanings = [[Self.load]]
      return
    }
    // 收到34件，上年结转2件: named apart.
    let isApart = others.contains {
      drafts[$0].sentence == drafts[index].sentence && drafts[$0].part == nil
        && drafts[$0].meanings == [[Self.carriedIn]] && drafts[$0].doubts.isEmpty
    }
    if isApart { drafts[index].meanings = [[Self.new]] }
  }

  /// What came in is what went out: where only one reading of a word makes that true, it is meant.
  private mutating func settleBySums(_ indices: [Int]) {
    guard let received = only([[Self.new], [Self.load]], indices),
      let done = only([[Self.total]], indices), let carriedIn = only([[Self.carriedIn]], indices),
      let carriedOut = only([[Self.carriedOut]], indices),
      drafts[carriedIn].value != .zero,
      let out = drafts[done].value.adding(drafts[carriedOut].value)
    else { return }
    if drafts[received].value == out {
      drafts[received].meanings = [[Self.load]]
    } else if drafts[received].value.adding(drafts[carriedIn].value) == out {
      drafts[received].meanings = [[Self.new]]
    }
  }

  /// The one exact figure with these meanings; `nil` where there are none or several.
  private func only(_ meanings: [[IndicatorCode]], _ indices: [Int]) -> Int? {
    let found = indices.filter { drafts[$0].meanings == meanings && drafts[$0].bound == .exact }
    return found.count == 1 ? found.first : nil
  }

  /// What became of requests is certain only where it is said of all that were dealt with: 受理90件，
  /// 予以公开40件 may leave out those carried in, 上年结转4件，予以公开3件 is of these alone.
  private mutating func doubtOutcomes() {
    for index in drafts.indices {
      guard let part = drafts[index].part, drafts[index].isKind, drafts[index].kind == .count else {
        continue
      }
      let whole = drafts[part.whole]
      let isCarried = drafts[index].meanings.contains([Self.carriedIn])
      if isCarried, whole.isKind {
        drafts[index].doubt(.subset, whole.word)
      } else if isCarried, whole.meanings == [[Self.total]] {
        drafts[index].doubt(.word, drafts[index].word)
      }
      guard drafts[index].isOutcome else { continue }
      let doubt = Self.doubt(ofOutcomesOf: whole)
      if let doubt, doubt != .word || !drafts[index].isOfDone {
        drafts[index].doubt(doubt, whole.word)
      } else if isOfAnother(part, before: index) {
        drafts[index].doubt(.subset, whole.word)
      }
    }
  }

  private static func doubt(ofOutcomesOf whole: ClaimDraft) -> Claim.Doubt.Reason? {
    if whole.isKind, whole.isOutcome { return nil }
    if !whole.applicants.isEmpty || whole.isKind { return .subset }
    let settled: [[[IndicatorCode]]] = [[[total]], [[load]], [[total], [load]]]
    return settled.contains(whole.meanings) ? nil : .word
  }

  /// Whether a list of outcomes adds up to another figure before it than to its whole.
  private func isOfAnother(_ part: Claim.Part, before index: Int) -> Bool {
    let list = drafts.indices.filter { drafts[$0].part == part && drafts[$0].kind == .count }
    var sum = Quantity.zero
    for member in list { sum = sum.adding(drafts[member].value) ?? sum }
    guard list.count > 1, let first = list.first, sum != drafts[part.whole].value else {
      return false
    }
    return drafts.indices.contains { other in
      other != part.whole && other < first && drafts[other].passage == drafts[index].passage
        && drafts[other].kind == .count && drafts[other].value == sum
        && drafts[other].area == drafts[index].area
    }
  }

  /// A part is of the same body and time as its whole, and a growth is that of its figure.
  private mutating func handDown() {
    for index in drafts.indices {
      if let subject = drafts[index].subject {
        drafts[index].meanings = drafts[subject].meanings
        drafts[index].applicants = drafts[subject].applicants
        drafts[index].word = drafts[subject].word
        inherit(index, from: subject)
      }
      if let part = drafts[index].part {
        // 自然人741件: as the whole, so its meaning is settled with it.
        if !drafts[index].applicants.isEmpty, !drafts[index].isKind, drafts[index].kind == .count {
          drafts[index].meanings = drafts[part.whole].meanings
        }
        inherit(index, from: part.whole)
      }
    }
  }

  private mutating func inherit(_ index: Int, from other: Int) {
    let reasons: Set<Claim.Doubt.Reason> = [.body, .period, .subset, .wording]
    for doubt in drafts[other].doubts where reasons.contains(doubt.reason) {
      drafts[index].doubt(doubt.reason, doubt.words)
    }
  }

  /// Several senses are a doubt about the word; where none is left, wording does not matter.
  private mutating func nameDoubts() {
    for index in drafts.indices {
      if drafts[index].meanings.count > 1 {
        drafts[index].doubts.insert(Claim.Doubt(.word, drafts[index].word), at: 0)
      } else if drafts[index].meanings.isEmpty {
        drafts[index].doubts.removeAll { $0.reason != .body && $0.reason != .period }
      }
      var seen: Set<Claim.Doubt> = []
      drafts[index].doubts.removeAll { !seen.insert($0).inserted }
    }
  }
}
