import Expressions
import Forms
import ReportModel

/// What can be said of rules without any report: whether they can hold together, whether each says
/// something of its own, what they leave out, and whether they do what their tests say.
public struct RuleLint: Sendable {
  /// Something that a rule's author should look at.
  public struct Remark: Hashable, Sendable {
    /// What is to be said.
    public let kind: Kind
    /// The ids of the rules that it is about; empty for cells that no rule is about.
    public let rules: [String]
    /// The form and the table, where it is about one.
    public let form: String?
    /// See `form`.
    public let table: Int?
    /// The cells, where it is about some.
    public let cells: [CellKey]

    init(
      _ kind: Kind, rules: [String], form: String? = nil, table: Int? = nil, cells: [CellKey] = []
    ) {
      self.kind = kind
      self.rules = rules
      self.form = form
      self.table = table
      self.cells = cells
    }
  }

  /// The kinds of remarks, the heaviest first.
  public enum Kind: Hashable, Sendable {
    /// No figures satisfy all of the rules.
    case contradiction
    /// A test came out otherwise than expected: its number from 1, its name.
    case testFails(Int, name: String, expected: RuleTest.Expected, outcome: RuleTest.Expected?)
    /// Whatever satisfies the other rules satisfies this one.
    case redundant
    /// The numbers grew too large to tell whether rules contradict each other or say the same.
    case undecided
    /// No test expects this outcome.
    case testMissing(RuleTest.Expected)
    /// A text is empty, or the same, in both languages: its key in the file.
    case labelMissing(key: String, Language?)
    /// No rule holds these cells against other figures or against a number besides zero.
    case uncovered

    /// Whether something is wrong rather than worth knowing.
    public var isFault: Bool {
      switch self {
      case .contradiction, .testFails: true
      case .redundant, .undecided, .testMissing, .labelMissing, .uncovered: false
      }
    }
  }

  private let ruleSet: RuleSet
  private let catalog: FormCatalog
  private let bound: [BoundRule]

  /// - Throws: the first name in a rule that the forms do not know.
  public init(ruleSet: RuleSet, catalog: FormCatalog) throws(RuleFileProblem) {
    self.ruleSet = ruleSet
    self.catalog = catalog
    bound = try BoundRule.all(of: ruleSet, in: catalog)
  }

  /// All remarks, the heaviest kinds first, then in the order of the rules.
  ///
  /// - Parameter rules: the ids of the rules that remarks are wanted on; all where `nil`. They are
  ///   held against all others whatever is wanted, and cells are listed only where all are.
  public func remarks(on rules: Set<String>? = nil) throws(RuleFileProblem) -> [Remark] {
    var remarks: [Remark] = []
    let layouts = self.layouts
    let consistency = RuleConsistency(bound, layouts: layouts)
    remarks += consistency.contradictions()
    for result in try RuleTester(ruleSet: ruleSet, catalog: catalog).run(selecting: rules)
    where !result.isPassed {
      remarks.append(
        Remark(
          .testFails(
            result.number, name: result.test.name, expected: result.test.expected,
            outcome: result.outcome), rules: [result.rule]))
    }
    remarks += consistency.redundancies()
    for rule in ruleSet.rules { remarks += missingTests(of: rule) }
    for rule in ruleSet.rules { remarks += missingLabels(of: rule) }
    if let rules { return remarks.filter { !rules.isDisjoint(with: $0.rules) } }
    return remarks + RuleCoverage(bound, layouts: layouts).remarks
  }

  /// A year and the one before on one form, for each form that the rules are about.
  private var layouts: [(form: String, LayoutPair)] {
    let wanted = ruleSet.forms.isEmpty ? Set(catalog.forms.map(\.id)) : Set(ruleSet.forms)
    return catalog.forms.filter { wanted.contains($0.id) }.map { form in
      let tables = Dictionary(
        form.tables.map { ($0.number, form.id) }, uniquingKeysWith: { first, _ in first })
      let layout = ReportLayout(forms: tables, in: catalog)
      return (form.id, LayoutPair(current: layout, previous: layout))
    }
  }

  private func missingTests(of rule: Rule) -> [Remark] {
    let expected = Set(rule.tests.map(\.expected))
    // Whether something was found is never answered with a no.
    let broken: RuleTest.Expected = rule.assertion != nil && rule.isStructural ? .unknown : .fail
    return [RuleTest.Expected.pass, broken].filter { !expected.contains($0) }.map {
      Remark(.testMissing($0), rules: [rule.id])
    }
  }

  private func missingLabels(of rule: Rule) -> [Remark] {
    var remarks: [Remark] = []
    for (key, text) in [("label", Optional(rule.label)), ("note", rule.note)] {
      guard let text else { continue }
      let empty = Language.allCases.filter { language in
        !text.text(in: language).contains { !$0.isWhitespace }
      }
      remarks += empty.map { Remark(.labelMissing(key: key, $0), rules: [rule.id]) }
      if empty.isEmpty, text.chinese == text.english {
        remarks.append(Remark(.labelMissing(key: key, nil), rules: [rule.id]))
      }
    }
    return remarks
  }
}
