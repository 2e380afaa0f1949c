import ReportModel
import StrictYAML

extension ProseVocabulary {
  /// Reads the resource file; its comments say what stands where.
  init(yaml: String) throws(YAMLProblem) {
    let file = try YAMLMapping(
      YAMLValue(parsing: yaml),
      allowing: [
        "subjects", "applicants", "denials", "parts", "respectively", "besides", "compared",
        "rise", "fall", "level", "share", "bounds", "all", "bodies", "subset", "periods",
        "joiners", "foreign", "fillers", "units",
      ])
    var builder = Builder()
    for (number, node) in try file.list("subjects").enumerated() {
      try builder.addSubject(node, number: number)
    }
    for node in try file.list("applicants") { try builder.addApplicants(node) }
    let plain: [(String, Role)] = [
      ("denials", .denial), ("parts", .part), ("respectively", .respectively),
      ("besides", .besides), ("compared", .compared), ("rise", .rise), ("fall", .fall),
      ("level", .level), ("share", .share), ("subset", .subset), ("joiners", .joiner),
      ("foreign", .foreign),
    ]
    for (key, role) in plain { try builder.add(file.required(key), role) }
    try builder.addGroups(
      file.required("bounds"),
      ["about": .bound(.about), "at-least": .bound(.atLeast), "at-most": .bound(.atMost)])
    try builder.addGroups(
      file.required("all"), ["upheld": .universal(.upheld), "closed": .universal(.closed)])
    try builder.addGroups(
      file.required("periods"), ["this-year": .thisYear, "other": .otherPeriod])
    let bodies = try YAMLMapping(
      file.required("bodies"),
      allowing: ["own", "department", "territory", "office", "government", "other", "endings"])
    let kinds: [(String, BodyWord)] = [
      ("own", .own), ("department", .department), ("territory", .territory), ("office", .office),
      ("government", .government), ("other", .other),
    ]
    for (key, word) in kinds { try builder.add(bodies.required(key), .body(word)) }
    try builder.addFillers(file.required("fillers"))
    self.init(
      subjects: builder.subjects, words: builder.words, index: WordIndex(builder.spellings),
      units: try file.texts("units").map(ProseFold.scalars).sorted { $0.count > $1.count },
      bodyEndings: try bodies.texts("endings").map(ProseFold.scalars))
  }

  private struct Builder {
    var subjects: [Subject] = []
    var words: [Word] = []
    var spellings: [(scalars: [UInt32], word: Int)] = []
    private var numbers: [[UInt32]: Int] = [:]

    mutating func addSubject(_ node: YAMLValue, number: Int) throws(YAMLProblem) {
      let mapping = try YAMLMapping(
        node,
        allowing: [
          "name", "units", "nouns", "weak", "is", "none", "noted", "acts", "kinds", "all",
        ])
      var universals: [Universal: [[IndicatorCode]]] = [:]
      if let all = mapping["all"] {
        let names = try YAMLMapping(all, allowing: Universal.allCases.map(\.rawValue))
        for universal in Universal.allCases {
          universals[universal] = try Self.meanings(names.list(universal.rawValue))
        }
      }
      subjects.append(
        Subject(
          name: try mapping.text("name"), units: Set(try mapping.texts("units")),
          rule: mapping["is"] == nil ? nil : try Self.rule(mapping),
          isNoted: mapping["noted"] != nil, universals: universals))
      try add(mapping.required("nouns"), .noun(subject: number))
      if let weak = mapping["weak"] { try add(weak, .weakNoun(subject: number)) }
      for act in try mapping.list("acts") {
        let entry = try YAMLMapping(act, allowing: ["words", "is", "none", "doubt"])
        let rule = try Self.rule(entry)
        for spelling in try Self.spellings(entry.required("words")) {
          try addAct(spelling, subject: number, rule, at: act)
        }
      }
      for kind in try mapping.list("kinds") {
        let entry = try YAMLMapping(kind, allowing: ["words", "is", "none", "doubt"])
        try add(entry.required("words"), .kind(subject: number, try Self.rule(entry)))
      }
    }

    mutating func addApplicants(_ node: YAMLValue) throws(YAMLProblem) {
      let entry = try YAMLMapping(node, allowing: ["words", "are", "doubt"])
      var applicants: [Applicant] = []
      for name in try entry.list("are") {
        let text = try name.text()
        guard let applicant = Applicant(rawValue: text) else {
          throw name.problem(.badValue(text, allowed: Applicant.allCases.map(\.rawValue)))
        }
        applicants.append(applicant)
      }
      try add(
        entry.required("words"), .applicants(applicants, isDoubtful: entry["doubt"] != nil))
    }

    mutating func addGroups(
      _ node: YAMLValue, _ roles: KeyValuePairs<String, Role>
    ) throws(YAMLProblem) {
      let mapping = try YAMLMapping(node, allowing: roles.map(\.key))
      for (key, role) in roles { try add(mapping.required(key), role) }
    }

    /// Words that have another role keep it; as fillers they raise no doubt where it does not fit.
    mutating func addFillers(_ node: YAMLValue) throws(YAMLProblem) {
      for spelling in try Self.spellings(node) {
        if let known = numbers[spelling] {
          words[known].isFiller = true
        } else {
          append(spelling, Word(role: .filler, isFiller: true))
        }
      }
    }

    mutating func add(_ node: YAMLValue, _ role: Role) throws(YAMLProblem) {
      for spelling in try Self.spellings(node) {
        if let known = numbers[spelling] {
          // A verb may be something else where its subject is not spoken of.
          guard case .act = words[known].role else {
            throw node.problem(.keyTwice(ProseFold.string(spelling)))
          }
          words[known].role = role
        } else {
          append(spelling, Word(role: role))
        }
      }
    }

    private mutating func addAct(
      _ spelling: [UInt32], subject: Int, _ rule: Rule, at node: YAMLValue
    ) throws(YAMLProblem) {
      if numbers[spelling] == nil { append(spelling, Word(role: .act)) }
      guard let number = numbers[spelling], words[number].acts[subject] == nil else {
        throw node.problem(.keyTwice(ProseFold.string(spelling)))
      }
      words[number].acts[subject] = rule
    }

    private mutating func append(_ spelling: [UInt32], _ word: Word) {
      numbers[spelling] = words.count
      spellings.append((spelling, words.count))
      words.append(word)
    }

    private static func rule(_ mapping: YAMLMapping) throws(YAMLProblem) -> Rule {
      let meanings = try meanings(mapping.list("is"))
      return Rule(
        meanings: meanings,
        denied: mapping["none"] == nil ? meanings : try self.meanings(mapping.list("none")),
        isDoubtful: mapping["doubt"] != nil)
    }

    private static func meanings(_ nodes: [YAMLValue]) throws(YAMLProblem) -> [[IndicatorCode]] {
      var meanings: [[IndicatorCode]] = []
      for node in nodes { meanings += Claim.meanings(text: try node.text()) }
      return meanings
    }

    /// Words, lists of words, and lists of parts of which each first one goes with each second.
    private static func spellings(_ node: YAMLValue) throws(YAMLProblem) -> [[UInt32]] {
      var spellings: [[UInt32]] = []
      for word in try node.list() {
        guard case .sequence(let parts) = word.content else {
          spellings.append(ProseFold.scalars(try word.text()))
          continue
        }
        if case .scalar = parts.first?.content {
          for part in parts { spellings.append(ProseFold.scalars(try part.text())) }
          continue
        }
        var made: [[UInt32]] = [[]]
        for part in parts {
          var longer: [[UInt32]] = []
          for end in try part.list() {
            let scalars = ProseFold.scalars(try end.text())
            longer += made.map { $0 + scalars }
          }
          made = longer
        }
        // 年 and 年度 + 度 may make one word twice.
        spellings += made
      }
      var seen: Set<[UInt32]> = []
      return spellings.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
  }
}
