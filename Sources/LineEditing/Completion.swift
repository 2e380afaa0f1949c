/// What may stand at the cursor, as an answer to the Tab key.
public struct Completion: Equatable, Sendable {
  /// One possibility.
  public struct Candidate: Equatable, Sendable {
    /// The text that replaces what was typed.
    public var insert: String

    /// The text shown in the list of candidates.
    public var display: String

    /// What the candidate means, shown beside it, or nil.
    public var meaning: String?

    /// Whether a space follows when this is the only candidate. A folder has none: its files may
    /// follow.
    public var endsWord: Bool

    /// A candidate; it is shown as it is inserted unless `display` says otherwise.
    public init(
      insert: String, display: String? = nil, meaning: String? = nil, endsWord: Bool = true
    ) {
      self.insert = insert
      self.display = display ?? insert
      self.meaning = meaning
      self.endsWord = endsWord
    }
  }

  /// The possibilities, in the order in which they are shown.
  public var candidates: [Candidate]

  /// How many Unicode scalars before the cursor a candidate replaces.
  public var replacedScalars: Int

  /// Whether the candidates were found by something that stands for their beginnings, such as
  /// initials: then what they share takes the place of what was typed where it is as long.
  public var standsForBeginnings: Bool

  /// Candidates for the last `replacedScalars` Unicode scalars before the cursor.
  public init(
    candidates: [Candidate], replacedScalars: Int, standsForBeginnings: Bool = false
  ) {
    self.candidates = candidates
    self.replacedScalars = replacedScalars
    self.standsForBeginnings = standsForBeginnings
  }

  /// Nothing fits.
  public static let none = Completion(candidates: [], replacedScalars: 0)

  /// The text that Tab puts in the place of `typed`, or nil where it stays as it is.
  ///
  /// A single candidate is inserted whole. Of several the longest common beginning is inserted, but
  /// only where it goes on from what was typed (case aside): candidates found by another of their
  /// names have a common beginning that would wipe out what was typed.
  func replacement(for typed: String) -> String? {
    guard let first = candidates.first else { return nil }
    if candidates.count == 1 {
      return first.endsWord ? first.insert + " " : first.insert
    }
    var common = Array(first.insert)
    for candidate in candidates.dropFirst() {
      let equal = zip(common, candidate.insert).prefix { $0 == $1 }
      common.removeLast(common.count - equal.count)
    }
    let text = String(common)
    if standsForBeginnings { return common.count >= typed.count ? text : nil }
    guard text != typed, text.lowercased().hasPrefix(typed.lowercased()) else { return nil }
    return text
  }
}
