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
    for doubt in drafts[other].doubts where [.body, .period, .subset].contains(doubt.reason) {
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
