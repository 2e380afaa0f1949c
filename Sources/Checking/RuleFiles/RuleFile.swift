import Expressions
import Forms
import ReportModel
import StrictYAML

/// How rules are written in their file:
///
/// ```yaml
/// id: main
/// version: "1"
/// forms: [gid-2019, gid-2021]    # what the set is about; may be left out
/// law: {document: …, quote: …}   # may be left out
/// rules:
///   - id: T3.balance
///     label: {zh: …, en: …}
///     severity: error            # error, warning, question, info
///     basis: printed             # printed, layout, chain, prose, screen
///     table: 3
///     for: applicants            # or {rows: [patterns], except: [patterns]}, {groups: [names]},
///                                # {claims: [kinds], of: [patterns], doubts: [reasons]},
///                                # {tables: [numbers]}, {totals: RULE, left: zero}
///     assert: requests.new + requests.carried_in = outcome.total + requests.carried_out
///     # What follows may be left out.
///     law: {document: …, quote: …}
///     note: {zh: …, en: …}
///     forms: [gid-2021]          # of the rule's table
///     bodies: {names: ["*镇人民政府"], except: [patterns]}
///     when: previous.requests.new[total] > 0
///     blank: may_be_zero         # or zero, unknown
///     unread: any_figure         # or unknown
///     tolerance: 0.5
///     repair: none               # or {cells: [patterns], weight: 3}
///     tests:
///       - name: …
///         body: …
///         form: gid-2021
///         tables: [2, 3]
///         cells: {"requests.new[firm]": 3, "outcome.total[firm]": blank}
///         claims: [{kind: count, value: 3, of: requests.new}]       # for rules about claims
///         previous: {form: …, tables: […], cells: {…}}
///         expect: fail           # pass, fail, unknown, skipped, error
/// ```
extension RuleSet {
  /// Reads a rule file. Whether its names exist is for `check(against:)` to say, which knows the
  /// forms.
  public init(yaml: String) throws(RuleFileProblems) {
    let (set, mistakes) = Self.reading(yaml)
    if let problems = RuleFileProblems(mistakes) { throw problems }
    self = set
  }

  /// Reads a rule file and holds its names against the forms.
  ///
  /// - Throws: everything that is wrong with it.
  public init(yaml: String, catalog: FormCatalog) throws(RuleFileProblems) {
    let (set, mistakes) = Self.reading(yaml)
    if let problems = RuleFileProblems(mistakes + set.problems(in: catalog)) { throw problems }
    self = set
  }

  /// The rules that can be read, and what is wrong with the file.
  private static func reading(_ yaml: String) -> (set: RuleSet, problems: [RuleFileProblem]) {
    var mistakes = RuleFileMistakes()
    let none = RuleSet(id: "", version: "", rules: [])
    guard let node = mistakes.value({ () throws(YAMLProblem) in try YAMLValue(parsing: yaml) }),
      let root = mistakes.mapping(node, allowing: ["id", "version", "forms", "law", "rules"])
    else { return (none, mistakes.problems) }
    let id = mistakes.required("id", of: root) { value throws(YAMLProblem) in try value.text() }
    let version = mistakes.required("version", of: root) { value throws(YAMLProblem) in
      try value.text()
    }
    let law = mistakes.optional("law", of: root, LegalPassage.init)
    let lines = RuleFileLines(yaml)
    let forms = mistakes.elements("forms", of: root) { value throws(YAMLProblem) in
      RuleEntryReader.FormName(text: try value.text(), place: RuleTextPlace(value, in: lines))
    }
    let entries =
      mistakes.required("rules", of: root) { value throws(YAMLProblem) in try value.list() } ?? []
    var reader = RuleEntryReader(lines: lines, forms: forms, mistakes: mistakes)
    var rules: [Rule] = []
    // Findings number their rules in few bits.
    for entry in entries.prefix(RuleSet.maximumRules) {
      if let rule = reader.rule(entry) { rules.append(rule) }
    }
    if entries.count > RuleSet.maximumRules {
      reader.mistakes.add(
        entries[RuleSet.maximumRules], .tooManyRules(limit: RuleSet.maximumRules))
    }
    return (
      RuleSet(
        id: id ?? "", version: version ?? "", forms: forms.map(\.text), law: law, rules: rules),
      reader.mistakes.problems
    )
  }
}

extension LegalPassage {
  /// Reads `{document: …, quote: …}`.
  init(_ value: YAMLValue) throws(YAMLProblem) {
    let mapping = try YAMLMapping(value, allowing: ["document", "quote"])
    self.init(document: try mapping.text("document"), quote: try mapping.text("quote"))
  }
}
