import ReportModel

/// The words by which sentences of reports are understood, as the resource file `prose.yaml` has
/// them.
struct ProseVocabulary: Sendable {
  /// What a figure beside a word is of.
  struct Rule: Sendable, Equatable {
    /// One sum of codes, or several where the word is used in several senses.
    let meanings: [[IndicatorCode]]
    /// What there is none of where a sentence denies it.
    let denied: [[IndicatorCode]]
    /// Whether bodies count in another way than on the forms after this word.
    let isDoubtful: Bool
  }

  /// Something that figures are about: requests, proceedings, documents, decisions.
  struct Subject: Sendable {
    let name: String
    let units: Set<String>
    /// What a figure is of with the noun alone; `nil` where that says nothing.
    let rule: Rule?
    /// Whether statements about it are claims though no indicator of a form is meant.
    let isNoted: Bool
    /// What there is none of where all of it ended in a certain way.
    let universals: [Universal: [[IndicatorCode]]]
  }

  /// Everything of a kind: 均获维持, 均已审结.
  enum Universal: String, Sendable, CaseIterable {
    case upheld
    case closed
  }

  /// Whose figure a sentence states.
  enum BodyWord: Sendable {
    case own
    /// A department, which a government's report takes in with others.
    case department
    /// A whole city, district, town.
    case territory
    case office
    case government
    case other
  }

  enum Role: Sendable {
    case noun(subject: Int)
    /// A noun that stands in other meanings as well.
    case weakNoun(subject: Int)
    /// A word that names a figure by itself.
    case kind(subject: Int, Rule)
    case applicants([Applicant], isDoubtful: Bool)
    case denial
    case part
    case respectively
    case besides
    case compared
    case rise
    case fall
    case level
    case share
    case bound(Claim.Bound)
    case universal(Universal)
    case body(BodyWord)
    case subset
    case thisYear
    case otherPeriod
    case joiner
    case foreign
    case filler
    /// A verb that says nothing about any other subject than those of its rules.
    case act
  }

  struct Word: Sendable {
    var role: Role
    /// For verbs, what they make of the figures of a subject.
    var acts: [Int: Rule] = [:]
    var isFiller = false
  }

  let subjects: [Subject]
  let words: [Word]
  let index: WordIndex
  /// Longest first.
  let units: [[UInt32]]
  /// How names of bodies end.
  let bodyEndings: [[UInt32]]

  /// The subject whose figures the rest of a report is about.
  let requests: Int
  /// The subjects that are proceedings against the body.
  let proceedings: Set<Int>

  /// The resource file.
  static var source: [UInt8] { PackageResources.prose_yaml }

  /// The built-in vocabulary, read once.
  static let standard: ProseVocabulary = {
    do {
      return try ProseVocabulary(yaml: String(decoding: source, as: UTF8.self))
    } catch {
      // The file is part of the program and read by its tests: this cannot happen in a build
      // that passed them.
      fatalError("built-in vocabulary: \(error)")
    }
  }()

  init(
    subjects: [Subject], words: [Word], index: WordIndex, units: [[UInt32]],
    bodyEndings: [[UInt32]]
  ) {
    self.subjects = subjects
    self.words = words
    self.index = index
    self.units = units
    self.bodyEndings = bodyEndings
    requests = subjects.firstIndex { $0.name == "requests" } ?? -1
    proceedings = Set(subjects.indices.filter { !subjects[$0].universals.isEmpty })
  }
}
