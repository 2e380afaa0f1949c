import ReportModel

/// A claim while its sentence, and what stands around it, is still being read.
struct ClaimDraft {
  var kind: Claim.Kind
  var meanings: [[IndicatorCode]] = []
  var applicants: [Applicant] = []
  var value: Quantity
  var decimals = 0
  var unit: String
  var bound: Claim.Bound = .exact
  var year: Int?
  var doubts: [Claim.Doubt] = []
  var part: Claim.Part?
  /// What the parts of its breakdown have in common.
  var partKey = ""
  var subject: Int?

  /// Of the vocabulary: what it is about; `nil` where nobody knows.
  var area: Int?
  /// Whether a word named the figure by itself: 予以公开, and not a verb and its noun.
  var isKind = false
  /// The verb that would leave the meaning open.
  var word = ""
  /// Whether the sentence says that it is of all that was dealt with: 办结的申请中.
  var isOfDone = false
  /// Whether it may be a part of several figures.
  var isOfSeveral = false
  /// How many brackets are open.
  var depth = 0
  /// The passage and its folded text that the figure, or the word for none, takes.
  let passage: Int
  var range: Range<Int>
  let sentence: Range<Int>

  /// Whether it is of what became of requests.
  var isOutcome: Bool {
    !meanings.isEmpty && meanings.joined().allSatisfy { $0.text.hasPrefix("outcome.") }
  }

  mutating func doubt(_ reason: Claim.Doubt.Reason, _ words: String) {
    let doubt = Claim.Doubt(reason, words)
    if !doubts.contains(doubt) { doubts.append(doubt) }
  }
}
